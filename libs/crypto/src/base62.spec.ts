import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomBase62, toBase62 } from './base62.js';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Sum of squared distances from an even spread; for 61 degrees of freedom, above 130 happens once in a million runs. */
function chiSquared(text: string): number {
  const expected = text.length / DIGITS.length;
  const counts = [...DIGITS].map((digit) => text.split(digit).length - 1);
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('randomBase62', () => {
  it('has exactly the length asked for', () => {
    for (const length of [0, 1, 8, 32, 500])
      expect(randomBase62(length)).toMatch(new RegExp(`^[0-9A-Za-z]{${length}}$`));
  });

  it('uses every digit equally often', () => {
    // Plain "byte modulo 62" would give about 1,900 here: its first eight digits come a quarter more often.
    expect(chiSquared(randomBase62(200_000))).toBeLessThan(130);
  });
});

describe('toBase62', () => {
  it('reads back to the same number at a fixed width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (value) => {
        const text = toBase62(value, 6);
        expect(text).toHaveLength(6);
        expect([...text].reduce((sum, digit) => sum * 62 + DIGITS.indexOf(digit), 0)).toBe(value);
      }),
    );
  });
});
