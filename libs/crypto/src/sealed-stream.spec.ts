import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SealBrokenError } from './crypto.errors.js';
import { type ByteRange, openStream, type StreamKey, sealedSize, sealStream } from './sealed-stream.js';

const CHUNK = 64 * 1024;
const KEY: StreamKey = { key: randomBytes(32), place: 'media|one' };

async function* inPieces(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

const seal = (content: Buffer, key = KEY) => buffer(sealStream(key, inPieces(content, 10_007)));
const readerOf = (sealed: Buffer) => async (range: ByteRange) =>
  inPieces(sealed.subarray(range.start, range.end + 1), 7_001);
const open = (sealed: Buffer, bytes: number, range?: ByteRange, key = KEY) =>
  buffer(openStream(key, bytes, readerOf(sealed), range));

describe('A sealed stream', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5])('gives back %i bytes', async (bytes) => {
    const content = randomBytes(bytes);
    const sealed = await seal(content);
    expect(sealed.length).toBe(sealedSize(bytes));
    expect((await open(sealed, bytes)).equals(content)).toBe(true);
  });

  it('gives back any part of it alone', async () => {
    const content = randomBytes(3 * CHUNK + 100);
    const sealed = await seal(content);
    const place = fc.integer({ min: 0, max: content.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, place, async (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const part = await open(sealed, content.length, { start, end });
        expect(part.equals(content.subarray(start, end + 1))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('does not open when a bit is changed anywhere', async () => {
    const content = randomBytes(2 * CHUNK + 10);
    const sealed = await seal(content);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sealed.length - 1 }), async (at) => {
        const broken = Buffer.from(sealed);
        broken[at] = (broken[at] ?? 0) ^ 1;
        await expect(open(broken, content.length)).rejects.toThrow(SealBrokenError);
      }),
      { numRuns: 40 },
    );
  });

  it('does not open with chunks exchanged, cut off or left out, under another key or in another place', async () => {
    const content = randomBytes(3 * CHUNK);
    const sealed = await seal(content);
    const chunk = (nth: number) => sealed.subarray(8 + nth * (CHUNK + 16), 8 + (nth + 1) * (CHUNK + 16));
    const head = sealed.subarray(0, 8);
    const exchanged = Buffer.concat([head, chunk(1), chunk(0), chunk(2)]);
    const shorter = Buffer.concat([head, chunk(0), chunk(1)]);
    await expect(open(exchanged, content.length)).rejects.toThrow(SealBrokenError);
    await expect(open(shorter, content.length)).rejects.toThrow(SealBrokenError);
    await expect(open(shorter, 2 * CHUNK)).rejects.toThrow(SealBrokenError);
    for (const other of [
      { ...KEY, key: randomBytes(32) },
      { ...KEY, place: 'media|two' },
    ]) {
      await expect(open(sealed, content.length, undefined, other)).rejects.toThrow(SealBrokenError);
    }
  });
});
