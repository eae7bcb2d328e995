import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SealBrokenError } from './crypto.errors.js';

/**
 * Long content sealed in chunks, so that it is never in memory whole and any part can be opened alone:
 * `0x02 ‖ prefix(7, random)`, then for each 64 KB `ciphertext ‖ tag(16)`, AES-256-GCM with the nonce
 * `prefix ‖ number of the chunk(4, big-endian) ‖ 1 for the last one, else 0`. A chunk moved, repeated, left out or cut off
 * at the end does not open. It is the STREAM construction: https://eprint.iacr.org/2015/189
 */
const FORM = 0x02;
const PREFIX_BYTES = 7;
const HEAD_BYTES = 1 + PREFIX_BYTES;
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
/** Whoever reads sealed content in pieces of this size spares a copy of each. */
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
const ALGORITHM = 'aes-256-gcm';
const TAG_LENGTH = { authTagLength: TAG_BYTES } as const;

/** A key for this content alone, and the words that name its place: content moved elsewhere does not open. */
export interface StreamKey {
  readonly key: Buffer;
  readonly place: string;
}

/** Bytes of the content, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** How many bytes so much content has when it is sealed. */
export function sealedSize(contentBytes: number): number {
  return HEAD_BYTES + contentBytes + TAG_BYTES * chunksOf(contentBytes);
}

export async function* sealStream(key: StreamKey, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const prefix = randomBytes(PREFIX_BYTES);
  yield Buffer.concat([Buffer.of(FORM), prefix]);
  // One buffer for all chunks: what is sealed is new bytes anyway, and a film would else leave twice its size behind.
  const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  let [index, filled] = [0, 0];
  for await (const piece of content) {
    for (let at = 0; at < piece.length; ) {
      // Whether a chunk is the last one is known only when more comes.
      if (filled === CHUNK_BYTES) {
        yield* sealChunk(key, prefix, index++, false, chunk);
        filled = 0;
      }
      const taken = piece.copy(chunk, filled, at);
      filled += taken;
      at += taken;
    }
  }
  yield* sealChunk(key, prefix, index, true, chunk.subarray(0, filled));
}

/**
 * Opens a part of sealed content, or all of it. `read` gives the sealed bytes between two places, the last included.
 * @throws SealBrokenError at the first chunk that is not what was sealed there
 */
export async function* openStream(
  key: StreamKey,
  contentBytes: number,
  read: (range: ByteRange) => Promise<AsyncIterable<Buffer>>,
  range: ByteRange = { start: 0, end: contentBytes - 1 },
): AsyncGenerator<Buffer> {
  const last = chunksOf(contentBytes) - 1;
  const first = Math.floor(range.start / CHUNK_BYTES);
  const prefix = await readPrefix(key, read);
  const end = Math.min(sealedSize(contentBytes), placeOf(Math.floor(range.end / CHUNK_BYTES) + 1)) - 1;
  let index = first;
  for await (const sealed of inChunks(await read({ start: placeOf(first), end }), SEALED_CHUNK_BYTES)) {
    const opened = openChunk(key, prefix, index, index === last, sealed);
    const at = index * CHUNK_BYTES;
    yield opened.subarray(Math.max(0, range.start - at), Math.min(opened.length, range.end + 1 - at));
    index++;
  }
  // A store that gives less than it was asked for must not pass for a shorter file.
  if (index * CHUNK_BYTES <= range.end) throw new SealBrokenError('form', key.place);
}

function chunksOf(contentBytes: number): number {
  return Math.max(1, Math.ceil(contentBytes / CHUNK_BYTES));
}

function placeOf(index: number): number {
  return HEAD_BYTES + index * SEALED_CHUNK_BYTES;
}

async function readPrefix(
  { place }: StreamKey,
  read: (range: ByteRange) => Promise<AsyncIterable<Buffer>>,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await read({ start: 0, end: HEAD_BYTES - 1 })) parts.push(part);
  const head = Buffer.concat(parts);
  if (head.length !== HEAD_BYTES || head[0] !== FORM) throw new SealBrokenError('form', place);
  return head.subarray(1);
}

function sealChunk(
  { key, place }: StreamKey,
  prefix: Buffer,
  index: number,
  isLast: boolean,
  chunk: Buffer,
): readonly [Buffer, Buffer] {
  const cipher = createCipheriv(ALGORITHM, key, nonceOf(prefix, index, isLast), TAG_LENGTH);
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const text = cipher.update(chunk);
  cipher.final();
  return [text, cipher.getAuthTag()];
}

function openChunk({ key, place }: StreamKey, prefix: Buffer, index: number, isLast: boolean, sealed: Buffer): Buffer {
  if (sealed.length < TAG_BYTES) throw new SealBrokenError('form', place);
  const decipher = createDecipheriv(ALGORITHM, key, nonceOf(prefix, index, isLast), TAG_LENGTH);
  decipher.setAAD(Buffer.from(place, 'utf8'));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const text = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw new SealBrokenError('tag', place);
  }
  return text;
}

function nonceOf(prefix: Buffer, index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(PREFIX_BYTES + 5);
  prefix.copy(nonce);
  nonce.writeUInt32BE(index, PREFIX_BYTES);
  nonce[PREFIX_BYTES + 4] = isLast ? 1 : 0;
  return nonce;
}

/** The same bytes in pieces of one size; only the last may be smaller. */
async function* inChunks(content: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const piece of content) {
    let rest = piece;
    while (length + rest.length >= size) {
      const wanted = size - length;
      yield held.length === 0 ? rest.subarray(0, wanted) : Buffer.concat([...held, rest.subarray(0, wanted)], size);
      rest = rest.subarray(wanted);
      held = [];
      length = 0;
    }
    if (rest.length > 0) held.push(rest);
    length += rest.length;
  }
  if (length > 0) yield Buffer.concat(held, length);
}
