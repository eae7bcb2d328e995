import { createHash, type Hash } from 'node:crypto';

/** Counts and digests what goes by, and stops at a limit. */
export class Measure {
  sizeBytes = 0;
  private readonly hash: Hash = createHash('sha256');

  constructor(
    private readonly maxBytes: number,
    private readonly tooLarge: () => Error,
  ) {}

  see(bytes: Buffer): void {
    this.sizeBytes += bytes.length;
    if (this.sizeBytes > this.maxBytes) throw this.tooLarge();
    this.hash.update(bytes);
  }

  /** Once. */
  sha256(): Buffer {
    return this.hash.digest();
  }
}

/** The beginning of a stream, and the whole of it still to be read. */
export async function peek(
  content: AsyncIterable<Buffer>,
  bytes: number,
): Promise<{ readonly head: Buffer; readonly whole: AsyncGenerator<Buffer> }> {
  const source = content[Symbol.asyncIterator]();
  const read: Buffer[] = [];
  let length = 0;
  while (length < bytes) {
    const { done, value } = await source.next();
    if (done) break;
    read.push(value);
    length += value.length;
  }
  return { head: Buffer.concat(read).subarray(0, bytes), whole: resume(read, source) };
}

async function* resume(read: Buffer[], source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    for (let first = read.shift(); first; first = read.shift()) yield first;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}
