import { parseOptions } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { DUMMY_PASSWORD_HASH, hashPassword, verifyAgainstNothing, verifyPassword } from './passwords.js';

describe('passwords', () => {
  it('verify against their own hash only', async () => {
    const hash = await hashPassword('correct horse');
    expect(await verifyPassword(hash, 'correct horse')).toBe(true);
    expect(await verifyPassword(hash, 'correct horsf')).toBe(false);
  });

  it('are salted', async () => {
    expect(await hashPassword('same')).not.toBe(await hashPassword('same'));
  });

  it('cost the same for an unknown person as for a known one', async () => {
    const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };
    expect(parseOptions(await hashPassword('x'))).toMatchObject(cost);
    expect(parseOptions(DUMMY_PASSWORD_HASH)).toMatchObject(cost);
    expect(await verifyAgainstNothing('x')).toBe(false);
  });

  it('are the same however the keyboard composes a letter', async () => {
    expect(await verifyPassword(await hashPassword('caf\u00e9'), 'cafe\u0301')).toBe(true);
  });

  it.each(['', 'not a hash', '$argon2id$v=19$m=19456,t=2,p=1$broken'])(
    'do not match the damaged hash "%s"',
    async (hash) => {
      expect(await verifyPassword(hash, 'x')).toBe(false);
    },
  );
});
