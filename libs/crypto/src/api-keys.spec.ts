import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { API_KEY_PATTERN, hashApiKey, isSameHash, newApiKey, parseApiKey } from './api-keys.js';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('newApiKey', () => {
  it.each(['live', 'test'] as const)('makes a %s key that parses to its own prefix', (mode) => {
    const { secret, prefix } = newApiKey(mode);
    expect(secret).toMatch(new RegExp(`^bf_${mode}_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}$`));
    expect(secret.startsWith(`${prefix}_`)).toBe(true);
    expect(parseApiKey(secret)).toEqual({ mode, prefix });
  });

  it('never makes the same key twice', () => {
    expect(new Set(Array.from({ length: 500 }, () => newApiKey('live').secret)).size).toBe(500);
  });
});

describe('parseApiKey', () => {
  it('keeps reading keys made by an earlier release', () => {
    expect(parseApiKey('bf_live_0000abcd_0123456789ABCDEFGHIJabcdefghijkl2izhy5')).toEqual({
      mode: 'live',
      prefix: 'bf_live_0000abcd',
    });
  });

  it('refuses every other character at every position', () => {
    const { secret } = newApiKey('live');
    for (let at = 0; at < secret.length; at++) {
      for (const digit of `${BASE62}_-`) {
        if (digit === secret[at]) continue;
        expect(parseApiKey(secret.slice(0, at) + digit + secret.slice(at + 1))).toBeNull();
      }
    }
  });

  it('refuses a key of one mode renamed to the other', () => {
    expect(parseApiKey(newApiKey('test').secret.replace('test', 'live'))).toBeNull();
  });

  it('refuses shortened, lengthened and padded keys', () => {
    const { secret } = newApiKey('live');
    for (const text of [secret.slice(0, -1), `${secret}0`, `${secret}\n`, ` ${secret}`, '', `${secret}${secret}`]) {
      expect(parseApiKey(text)).toBeNull();
    }
  });

  it('answers null and never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (input) => parseApiKey(input as string) === null));
    fc.assert(fc.property(fc.string({ minLength: 55, maxLength: 55 }), (text) => parseApiKey(text) === null));
  });
});

describe('API_KEY_PATTERN', () => {
  it('finds a key inside other text and not inside a longer word', () => {
    const { secret } = newApiKey('live');
    expect(`curl -H "Authorization: Bearer ${secret}"`.match(API_KEY_PATTERN)?.[0]).toBe(secret);
    expect(API_KEY_PATTERN.test(`x${secret}`)).toBe(false);
    expect(API_KEY_PATTERN.test(`${secret}x`)).toBe(false);
  });
});

describe('hashApiKey', () => {
  it('is the same for the same pepper and key, and differs when either differs', () => {
    const pepper = randomBytes(32);
    const { secret } = newApiKey('live');
    expect(isSameHash(hashApiKey(pepper, secret), hashApiKey(pepper, secret))).toBe(true);
    expect(isSameHash(hashApiKey(pepper, secret), hashApiKey(randomBytes(32), secret))).toBe(false);
    expect(isSameHash(hashApiKey(pepper, secret), hashApiKey(pepper, newApiKey('live').secret))).toBe(false);
  });

  it('compares hashes of different lengths without throwing', () => {
    expect(isSameHash(Buffer.alloc(32), Buffer.alloc(0))).toBe(false);
  });
});
