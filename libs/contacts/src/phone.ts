import parsePhoneNumber from 'libphonenumber-js/min';

const WA_ID = /^[0-9]{5,20}$/;
const SHOWN_DIGITS = 3;
const BULLET = '•';

/** Meta writes phone numbers as digits; Belfry keeps them in E.164. Null for anything else. */
export function phoneOfWaId(waId: string): string | null {
  return WA_ID.test(waId) ? `+${waId}` : null;
}

/** `+44•••••••123`: enough to recognise a number that one knows, not enough to write to it. */
export function maskPhone(phone: string): string {
  const code = parsePhoneNumber(phone)?.countryCallingCode ?? '';
  const rest = phone.slice(1 + code.length);
  const hidden = Math.max(rest.length - SHOWN_DIGITS, 0);
  return `+${code}${BULLET.repeat(hidden)}${rest.slice(hidden)}`;
}
