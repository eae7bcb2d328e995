const ACCENTED: Record<string, string> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'đ',
  e: 'é',
  f: 'ƒ',
  g: 'ğ',
  h: 'ħ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  q: 'ʠ',
  r: 'ř',
  s: 'š',
  t: 'ŧ',
  u: 'ú',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
};

/** How much longer the words of another language may be. */
const GROWTH = 0.4;
// Names that are filled in, and tags, stay as they are.
const UNTOUCHED = /(\{\{.*?\}\}|<.*?>|\$t\(.*?\))/;

const accent = (text: string): string => text.replace(/[a-z]/g, (letter) => ACCENTED[letter] ?? letter);

/** `Save changes` becomes `[Šáṽé çħáñğéš ~~~~~]`. */
export function pseudo(text: string): string {
  const words = text
    .split(UNTOUCHED)
    .map((part) => (UNTOUCHED.test(part) ? part : accent(part)))
    .join('');
  return `[${words} ${'~'.repeat(Math.ceil(text.length * GROWTH))}]`;
}
