import type { Env } from '#libs/config';
import { LocalStorage } from './local-storage.js';
import type { MediaStorage } from './media-storage.js';
import { S3Storage } from './s3-storage.js';

/** Where this installation keeps its files. */
export function openStorage(env: Env): MediaStorage {
  if (env.MEDIA_STORAGE === 'local') return new LocalStorage(env.MEDIA_DIR);
  const { MEDIA_S3_ACCESS_KEY: accessKeyId, MEDIA_S3_SECRET_KEY: secretAccessKey } = env;
  return new S3Storage({
    bucket: env.MEDIA_S3_BUCKET,
    region: env.MEDIA_S3_REGION,
    ...(env.MEDIA_S3_ENDPOINT && { endpoint: env.MEDIA_S3_ENDPOINT }),
    ...(accessKeyId && { credentials: { accessKeyId, secretAccessKey } }),
  });
}
