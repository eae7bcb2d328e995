import type { ByteRange } from '#libs/crypto';

/** Keeps sealed bytes under a name. It sees neither what they are nor whose. */
export abstract class MediaStorage {
  /** Whole or not at all: what breaks off in the middle leaves nothing under this name. */
  abstract put(name: string, bytes: AsyncIterable<Buffer>): Promise<void>;
  /** A part of it, both ends included; fewer bytes where it ends before. */
  abstract read(name: string, range: ByteRange): Promise<AsyncIterable<Buffer>>;
  /** No matter whether it was there. */
  abstract remove(name: string): Promise<void>;
}
