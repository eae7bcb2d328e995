import { describe, expect, it } from 'vitest';
import { readIdempotencyKey } from './idempotency-key.decorator.js';

describe(readIdempotencyKey.name, () => {
  it.each(['a', '6f0c', '!"#$%&~', 'x'.repeat(255)])('takes %j', (key) => {
    expect(readIdempotencyKey(key, true)).toBe(key);
  });

  it.each([undefined, ''])('asks for a key where one is required and got %j', (key) => {
    expect(() => readIdempotencyKey(key, true)).toThrow(expect.objectContaining({ code: 'idempotency-key-missing' }));
    expect(readIdempotencyKey(key, false)).toBeUndefined();
  });

  it.each(['a b', 'ä', 'a\tb', '\u007f', 'x'.repeat(256), 'a\0'])('refuses %j', (key) => {
    for (const required of [true, false]) {
      expect(() => readIdempotencyKey(key, required)).toThrow(
        expect.objectContaining({ code: 'idempotency-key-invalid', httpStatus: 400 }),
      );
    }
  });
});
