import fc from 'fast-check';
import parsePhoneNumber, { getCountries, getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { isSurelyPossible } from './e164.js';

const CODES = [...new Set(getCountries().map((country) => getCountryCallingCode(country)))];

/** What the parser makes of a text: its E.164 form when it is possible. */
function parsed(text: string): string | null {
  const number = parsePhoneNumber(text, { extract: false });
  return number?.isPossible() && number.ext === undefined ? number.number : null;
}

describe('isSurelyPossible', () => {
  it.each(CODES)('says of numbers under +%s nothing that the parser does not say', (code) => {
    const national = fc.stringMatching(/^[0-9]{4,13}$/);
    fc.assert(
      fc.property(national, (digits) => {
        const text = `+${code}${digits}`;
        if (isSurelyPossible(text)) expect(parsed(text)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it('knows the mobile numbers of nearly every country', () => {
    const numbers = getCountries().flatMap((country) => getExampleNumber(country, examples)?.number ?? []);
    const known = numbers.filter(isSurelyPossible);
    expect(known.length).toBeGreaterThan(numbers.length * 0.9);
  });

  it.each(['+447700900123', '+14155550132', '+33612345678', '+5511987654321', '+919876543210'])('knows %s', (text) => {
    expect(isSurelyPossible(text)).toBe(true);
  });

  it.each(['+4407700900123', '+44 7700 900123', '447700900123', '+44770090', '+0123456789', '+9991234567', ''])(
    'leaves %j to the parser',
    (text) => {
      expect(isSurelyPossible(text)).toBe(false);
    },
  );
});
