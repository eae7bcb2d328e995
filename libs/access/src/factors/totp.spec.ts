import { generateSync } from 'otplib';
import { describe, expect, it } from 'vitest';
import { newTotpSecret, totpStep, totpUri } from './totp.js';

const NOW = 1_795_342_080;
const STEP = Math.floor(NOW / 30);
const secret = newTotpSecret();
const codeAt = (epoch: number) => generateSync({ secret, strategy: 'totp', epoch });

/** The vectors of RFC 6238, appendix B, cut to six digits; the secret is "12345678901234567890". */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe(totpStep, () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('takes the vector of %i seconds', (epoch, code) => {
    expect(totpStep(RFC_SECRET, code, 0, epoch)).toBe(Math.floor(epoch / 30));
  });

  it.each([
    ['of now', 0, STEP],
    ['of the period before', -30, STEP - 1],
    ['of the period after', 30, STEP + 1],
    ['of two periods ago', -60, null],
    ['of two periods ahead', 60, null],
  ])('for the code %s', (_label, offset, step) => {
    expect(totpStep(secret, codeAt(NOW + offset), 0, NOW)).toBe(step);
  });

  it('takes no code twice, and none older than the last', () => {
    expect(totpStep(secret, codeAt(NOW), STEP, NOW)).toBeNull();
    expect(totpStep(secret, codeAt(NOW - 30), STEP, NOW)).toBeNull();
    expect(totpStep(secret, codeAt(NOW + 30), STEP, NOW)).toBe(STEP + 1);
  });

  it('reads a code with a space', () => {
    const code = codeAt(NOW);
    expect(totpStep(secret, `${code.slice(0, 3)} ${code.slice(3)}`, 0, NOW)).toBe(STEP);
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '12345\u0000'])('refuses %j', (code) => {
    expect(totpStep(secret, code, 0, NOW)).toBeNull();
  });
});

describe(totpUri, () => {
  it('is what authenticator apps read', () => {
    const uri = new URL(totpUri(secret, 'Belfry', 'ada@health.example'));
    expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
    expect(uri.searchParams.get('secret')).toBe(secret);
    expect(uri.searchParams.get('issuer')).toBe('Belfry');
  });
});
