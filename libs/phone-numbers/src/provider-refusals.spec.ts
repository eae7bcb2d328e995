import { describe, expect, it } from 'vitest';
import { GraphCallError } from '#libs/whatsapp';
import { meaningOf } from './graph-failure.js';
import { providerRefused } from './phone-numbers.errors.js';
import { refusalOf, refusalWords } from './provider-refusals.js';

describe(refusalOf, () => {
  it.each([
    ['request-code', 136024, undefined, 'code-requests-exhausted', 429],
    ['verify-code', 136025, undefined, 'code-wrong', 422],
    ['register', 133005, undefined, 'pin-wrong', 422],
    ['register', 133006, undefined, 'number-not-verified', 422],
    ['register', 133008, undefined, 'pin-locked', 429],
    ['register', 133009, undefined, 'pin-too-fast', 429],
    ['register', 133015, undefined, 'number-recently-deleted', 422],
    ['register', 133016, undefined, 'registrations-exhausted', 429],
    ['register', 131031, undefined, 'account-locked', 422],
    ['refresh', 190, 463, 'token-invalid', 422],
    ['refresh', 10, undefined, 'token-lacks-permission', 422],
    ['refresh', 203, undefined, 'token-lacks-permission', 422],
    ['refresh', 80007, undefined, 'provider-rate-limited', 429],
    ['refresh', 100, 33, 'provider-id-unknown', 422],
    ['add-number', 100, 2388103, 'number-in-use', 422],
    ['embedded-signup', 100, 36007, 'signup-code-expired', 422],
    ['embedded-signup', 100, 36009, 'signup-code-used', 422],
    ['display-name', 100, undefined, 'display-name-refused', 422],
    ['profile', 100, 12345, 'profile-refused', 422],
    ['register', 100, undefined, 'provider-refused', 422],
    ['register', 987654, undefined, 'provider-refused', 422],
    ['register', 131016, undefined, 'provider-fault', 502],
  ])('makes of %s, code %s/%s: %s', (step, code, subcode, expected, httpStatus) => {
    const error = { code, message: '', ...(subcode !== undefined && { subcode }) };
    const refusal = refusalOf(step, error);
    expect(refusal).toMatchObject({ code: expected, httpStatus });
    expect(refusalWords(refusal.code)).toBe(refusal.words);
  });

  it('says when to come back wherever waiting is the cure', () => {
    const codes = [4, 133008, 133009, 133016, 136024, 131016];
    for (const code of codes) expect(refusalOf('register', { code, message: '' }).retryAfterSeconds).toBeGreaterThan(0);
  });
});

describe(providerRefused, () => {
  it("adds Meta's own words for people", () => {
    const error = { code: 136025, message: '(#136025) Verify code error', details: 'The code has expired.' };
    expect(providerRefused('verify-code', error).detail).toMatch(
      /Type the newest one.* WhatsApp says: The code has expired\./,
    );
  });
});

describe(meaningOf, () => {
  it.each([
    [new GraphCallError('unreached', 'ECONNREFUSED'), 'provider-unreachable', 'unreached'],
    [new GraphCallError('unknown', 'HTTP 502 without a readable Graph body', 502), 'provider-silent', 'unknown'],
    [new GraphCallError('refused', '', 400, { code: 133005, message: '' }), 'pin-wrong', 'refused'],
  ])('tells apart what may have been done: %s', (error, code, outcome) => {
    expect(meaningOf('register', error)).toMatchObject({ error: { code }, end: { code, outcome }, tokenState: null });
  });

  it('knows an expired token from one that is not valid', () => {
    const refused = (subcode?: number) =>
      new GraphCallError('refused', '', 401, { code: 190, message: '', ...(subcode && { subcode }) });
    expect(meaningOf('refresh', refused(463)).tokenState).toBe('expired');
    expect(meaningOf('refresh', refused()).tokenState).toBe('invalid');
  });

  it('leaves faults of ours as they are', () => {
    expect(() => meaningOf('refresh', new TypeError('ours'))).toThrow(TypeError);
  });
});
