import { STOP_WORDS } from './stop-words.js';

export type Keyword = 'stop' | 'start';

/** Far longer than any keyword: a letter to the agency is not even folded. */
const LONGEST = 80;

/** Combining accents of Latin, Greek and Cyrillic, Hebrew points, Arabic tashkeel. Vowel signs of Indic scripts are letters and stay. */
const ACCENTS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u064b-\u065f\u0670\u06d6-\u06ed]/g;
/** Zero-width and direction marks, soft hyphens, emoji selectors, keycaps, and the Arabic stretching of words. */
const INVISIBLE = /\p{Cf}|[\ufe00-\ufe0f]|\u20e3|\u0640/gu;
const NOT_WORD = /[^\p{L}\p{M}\p{N}]+/gu;

/** Letters that people and keyboards use for one another and that no decomposition brings together. */
const LIKE: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};
const LIKE_LETTERS = new RegExp(`[${Object.keys(LIKE).join('')}]`, 'g');

/** What a whole message is: a word to stop or to start messages, or neither. Within a sentence such a word means nothing. */
export function stopKeyword(text: string): Keyword | null {
  const message = text.trim();
  if (message.length > LONGEST) return null;
  const written = fold(message);
  return ACCENTED.get(written) ?? PLAIN.get(withoutAccents(written)) ?? null;
}

/** One form for everything that looks the same: case, width, punctuation, emoji, and spaces do not matter. */
function fold(text: string): string {
  const visible = text.normalize('NFKC').toLowerCase().replace(INVISIBLE, '');
  return visible.replace(NOT_WORD, ' ').trim().normalize('NFC');
}

function withoutAccents(folded: string): string {
  const bare = folded.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
  return bare.replace(LIKE_LETTERS, (letter) => LIKE[letter] ?? letter);
}

const PLAIN: ReadonlyMap<string, Keyword> = new Map(
  STOP_WORDS.flatMap(({ stop, start }) => [...entries(stop, 'stop'), ...entries(start, 'start')]),
);

const ACCENTED: ReadonlyMap<string, Keyword> = new Map(
  STOP_WORDS.flatMap(({ onlyAccented = [] }) => onlyAccented.map((word) => [fold(word), 'stop'] as const)),
);

function entries(words: readonly string[], keyword: Keyword): (readonly [string, Keyword])[] {
  return words.map((word) => [withoutAccents(fold(word)), keyword]);
}
