import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import type { ByteRange } from '#libs/crypto';
import { MediaStorage } from './media-storage.js';

export interface S3Place {
  readonly bucket: string;
  readonly region: string;
  /** Of a store that speaks S3 and is not Amazon's. */
  readonly endpoint?: string;
  /** Left out, the usual places of the SDK are asked: environment, files, the role of the machine. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** The least that S3 takes as a part, so the least that has to be held. https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const PART_BYTES = 5 * 1024 * 1024;

/** A bucket. The SDK is loaded when the first file is touched: without S3 it costs nothing. */
export class S3Storage extends MediaStorage {
  private client: Promise<S3Client> | undefined;

  constructor(private readonly place: S3Place) {
    super();
  }

  async put(name: string, bytes: AsyncIterable<Buffer>): Promise<void> {
    const [client, { Upload }] = await Promise.all([this.open(), import('@aws-sdk/lib-storage')]);
    // A part that fails ends the upload, and what was sent of it is thrown away.
    const upload = new Upload({
      client,
      params: { Bucket: this.place.bucket, Key: name, Body: Readable.from(bytes, { objectMode: false }) },
      partSize: PART_BYTES,
      queueSize: 1,
      leavePartsOnError: false,
    });
    await upload.done();
  }

  async read(name: string, { start, end }: ByteRange): Promise<AsyncIterable<Buffer>> {
    const [client, { GetObjectCommand }] = await Promise.all([this.open(), import('@aws-sdk/client-s3')]);
    const wanted = { Bucket: this.place.bucket, Key: name, Range: `bytes=${start}-${end}` };
    const { Body } = await client.send(new GetObjectCommand(wanted));
    if (!(Body instanceof Readable)) throw new Error('the store gave no bytes');
    return Body as AsyncIterable<Buffer>;
  }

  async remove(name: string): Promise<void> {
    const [client, { DeleteObjectCommand }] = await Promise.all([this.open(), import('@aws-sdk/client-s3')]);
    await client.send(new DeleteObjectCommand({ Bucket: this.place.bucket, Key: name }));
  }

  private open(): Promise<S3Client> {
    this.client ??= this.connect();
    return this.client;
  }

  private async connect(): Promise<S3Client> {
    const { S3Client } = await import('@aws-sdk/client-s3');
    const { region, endpoint, credentials } = this.place;
    return new S3Client({
      region,
      ...(endpoint && { endpoint, forcePathStyle: true }),
      ...(credentials && { credentials: { ...credentials } }),
      // Our own tags prove every chunk; not every store knows the checksums that the SDK would add.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }
}
