import { describe, expect, it } from 'vitest';
import { newRecoveryCode } from './recovery-codes.service.js';

describe(newRecoveryCode, () => {
  it('makes codes that can be read from paper and do not repeat', () => {
    const codes = Array.from({ length: 2000 }, newRecoveryCode);
    expect(new Set(codes).size).toBe(2000);
    expect(codes.filter((code) => !/^[2-9a-hjkmnp-tv-z]{5}-[2-9a-hjkmnp-tv-z]{5}$/.test(code))).toEqual([]);
  });
});
