import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { AgencyContext } from '#libs/kernel';
import { MediaLinks, MediaModule, MediaService, MediaUploads, MediaWork, MediaWorkModule } from '#libs/media';
import { QueueModule } from '#libs/queue';
import { aFilm, inPieces } from '../support/media-samples.js';
import { S3Server } from '../support/s3-server.js';
import { PlatformFixture } from './platform-fixture.js';

describe('A store that speaks S3', () => {
  let store: S3Server;
  let onS3: PlatformFixture;

  beforeAll(async () => {
    store = await S3Server.start();
    onS3 = await PlatformFixture.open(
      { META_APP_ID: '650012299871144', REDIS_URL: inject('services').redisUrl, ...store.env },
      [QueueModule, MediaModule, MediaWorkModule],
    );
  });
  afterAll(async () => {
    await onS3?.close();
    await store?.stop();
  });

  function filesOf({ agencyId }: AgencyContext): string[] {
    const directory = join(store.directory, 'belfry', agencyId);
    return existsSync(directory) ? readdirSync(directory) : [];
  }

  it('keeps large and small files sealed, gives back any part, and lets them go', async () => {
    const own = await onS3.agency();
    for (const film of [aFilm(6_000_000), aFilm(5_000)]) {
      const { media } = await onS3
        .get(MediaUploads)
        .upload(own, { bytes: inPieces(film, 65_536), altText: async () => null });
      const { url } = await onS3.get(MediaLinks).create(own, media.id);
      const file = await onS3.get(MediaLinks).open(url.slice(url.lastIndexOf('/') + 1));
      expect((await buffer(await file.read())).equals(film)).toBe(true);
      const part = { start: Math.floor(film.length / 2), end: film.length - 2 };
      expect((await buffer(await file.read(part))).equals(film.subarray(part.start, part.end + 1))).toBe(true);
      await onS3.get(MediaService).remove(own, media.id);
      await onS3.get(MediaWork).startDue();
      await onS3.get(MediaWork).idle();
      await expect(file.read().then(buffer)).rejects.toThrow();
    }
  });

  it('keeps nothing of what broke off, and is not asked to answer for it', async () => {
    const own = await onS3.agency();
    const cut = aFilm(6_000_000).subarray(0, 5_900_000);
    const broken = onS3.get(MediaUploads).upload(own, { bytes: inPieces(cut, 65_536), altText: async () => null });
    await expect(broken).rejects.toMatchObject({ code: 'media-truncated' });
    expect(filesOf(own)).toEqual([]);
  });
});
