import { Injectable } from '@nestjs/common';
import { type ByteRange, openStream, type StreamKey, sealStream } from '#libs/crypto';
import { notFound, type Uuid } from '#libs/kernel';
import type { MediaRow } from './media.js';
import { MediaSeals } from './media-seals.service.js';
import { swept } from './passing-bytes.js';
import { MediaStorage } from './storage/media-storage.js';

/** What is needed to read a file. */
export type StoredFile = Pick<MediaRow, 'id' | 'keySealed' | 'sizeBytes'>;

/** The bytes of files, sealed before they leave this process and opened after they come back. */
@Injectable()
export class MediaVault {
  constructor(
    private readonly storage: MediaStorage,
    private readonly seals: MediaSeals,
  ) {}

  async write(agencyId: Uuid, id: Uuid, key: Buffer, bytes: AsyncIterable<Buffer>): Promise<void> {
    await this.storage.put(nameOf(agencyId, id), sealStream(streamKey(agencyId, id, key), swept(bytes)));
  }

  /** All of it or a part, 64 KB at a time. */
  async read(
    agencyId: Uuid,
    { id, keySealed, sizeBytes }: StoredFile,
    range?: ByteRange,
  ): Promise<AsyncIterable<Buffer>> {
    const key = await this.seals.openKey(agencyId, { id, keySealed });
    if (key === null || sizeBytes === null) throw notFound();
    const read = (part: ByteRange) => this.storage.read(nameOf(agencyId, id), part);
    return swept(openStream(streamKey(agencyId, id, key), sizeBytes, read, range));
  }

  async remove(agencyId: Uuid, id: Uuid): Promise<void> {
    await this.storage.remove(nameOf(agencyId, id));
  }
}

/** Ids and nothing else: names of objects stand in the logs of a store. */
function nameOf(agencyId: Uuid, id: Uuid): string {
  return `${agencyId}/${id}`;
}

function streamKey(agencyId: Uuid, id: Uuid, key: Buffer): StreamKey {
  return { key, place: `media|${agencyId}|${id}` };
}
