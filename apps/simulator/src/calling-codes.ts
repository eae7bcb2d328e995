import { type CountryCode, getCountries, getCountryCallingCode } from 'libphonenumber-js/min';

/** The country that stands for a calling code which several share. */
const MAIN_COUNTRIES: readonly CountryCode[] = ['US', 'GB', 'RU', 'IT', 'NO', 'AU', 'MA', 'RE', 'FI', 'GP', 'CW', 'SH'];

const COUNTRY_BY_CODE = new Map<string, CountryCode>();
for (const country of [...MAIN_COUNTRIES, ...getCountries()]) {
  const code = getCountryCallingCode(country);
  if (!COUNTRY_BY_CODE.has(code)) COUNTRY_BY_CODE.set(code, country);
}

const LONGEST_CODE = 3;

/** The calling code at the start of a number, or an empty text. No calling code is the start of another. */
export function callingCodeOf(digits: string): string {
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const code = digits.slice(0, length);
    if (COUNTRY_BY_CODE.has(code)) return code;
  }
  return '';
}

export function countryOf(digits: string): string {
  return COUNTRY_BY_CODE.get(callingCodeOf(digits)) ?? 'US';
}
