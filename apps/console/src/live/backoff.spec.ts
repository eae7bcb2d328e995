import { describe, expect, it } from 'vitest';
import { backoff } from './backoff.js';

describe(backoff, () => {
  it('doubles up to half a minute', () => {
    expect([0, 1, 2, 3, 9, 99].map((failures) => backoff(failures, 0))).toEqual([
      1_000, 2_000, 4_000, 8_000, 30_000, 30_000,
    ]);
  });

  it('is up to half of it less', () => {
    expect(backoff(2, 1)).toBe(2_000);
  });
});
