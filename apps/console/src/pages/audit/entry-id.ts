const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
/** Ten of 26 digits hold the 48 bits of a UUIDv7 that are its time. https://github.com/jetify-com/typeid/tree/main/spec */
const TIME_DIGITS = 10;

/** When an id was made, in milliseconds; undefined for what is no id. */
export function timeOfId(id: string): number | undefined {
  const digits = id.slice(id.lastIndexOf('_') + 1);
  if (!/^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(digits)) return undefined;
  return Array.from(digits.slice(0, TIME_DIGITS)).reduce(
    (sum, digit) => sum * DIGITS.length + DIGITS.indexOf(digit),
    0,
  );
}
