import { describe, expect, it } from 'vitest';
import { blindIndex } from './blind-index.js';

const key = Buffer.alloc(32, 7);

describe(blindIndex.name, () => {
  it('is HMAC-SHA-256 over label, zero byte and value', () => {
    expect(blindIndex(key, 'phone-v1', '+447700900123').toString('hex')).toBe(
      '56b726062f632aec22b636ed26dc03827f8cffae0aa3bd23fae498d0f8dcccc6',
    );
  });

  it.each([
    ['key', blindIndex(Buffer.alloc(32, 8), 'phone-v1', '+447700900123')],
    ['label', blindIndex(key, 'phone-v2', '+447700900123')],
    ['value', blindIndex(key, 'phone-v1', '+447700900124')],
    ['border between label and value', blindIndex(key, 'phone-v1+', '447700900123')],
  ])('differs when the %s differs', (_, other) => {
    expect(blindIndex(key, 'phone-v1', '+447700900123').equals(other)).toBe(false);
  });
});
