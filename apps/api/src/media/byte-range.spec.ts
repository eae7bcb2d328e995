import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRange } from './byte-range.js';

describe(readRange, () => {
  it.each([
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=100-', { start: 100, end: 999 }],
    ['bytes=-1', { start: 999, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=990-5000', { start: 990, end: 999 }],
    [undefined, null],
    ['bytes=-', null],
    ['bytes=5-4', null],
    ['bytes=0-1,4-5', null],
    ['items=0-1', null],
  ])('reads %s', (header, part) => {
    expect(readRange(header, 1000)).toEqual(part);
  });

  it.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])('refuses %s, which is beyond the end', (header) => {
    expect(() => readRange(header, 1000)).toThrow('range-not-satisfiable');
  });

  it('never leads out of the file', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), (a, b, size) => {
        for (const header of [`bytes=${a}-${b}`, `bytes=${a}-`, `bytes=-${b + 1}`]) {
          if (header.startsWith(`bytes=${a}-`) && a >= size) continue;
          const part = readRange(header, size);
          if (part) expect(0 <= part.start && part.start <= part.end && part.end < size).toBe(true);
        }
      }),
    );
  });
});
