import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ByteRange, SEALED_CHUNK_BYTES } from '#libs/crypto';
import { MediaStorage } from './media-storage.js';

const OWNER_ONLY = 0o600;
const OWNER_ONLY_DIRECTORY = 0o700;

/** A directory on this machine, or on one disk that api and worker share. */
export class LocalStorage extends MediaStorage {
  private readonly root: string;

  constructor(directory: string) {
    super();
    this.root = resolve(directory);
  }

  async put(name: string, bytes: AsyncIterable<Buffer>): Promise<void> {
    const path = this.pathOf(name);
    const part = `${path}.${randomUUID()}.part`;
    await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_DIRECTORY });
    try {
      await pipeline(
        Readable.from(bytes, { objectMode: false }),
        createWriteStream(part, { mode: OWNER_ONLY, flush: true }),
      );
      await rename(part, path);
      await syncDirectory(dirname(path));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** Opened before it answers, so that a missing file fails here and not in the middle of an answer. */
  async read(name: string, { start, end }: ByteRange): Promise<AsyncIterable<Buffer>> {
    const file = await open(this.pathOf(name), 'r');
    return createReadStream('', { fd: file, start, end, highWaterMark: SEALED_CHUNK_BYTES });
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  private pathOf(name: string): string {
    return join(this.root, name);
  }
}

/** Else the name may be gone after a power cut although the bytes were written. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  await directory.sync().finally(() => directory.close());
}
