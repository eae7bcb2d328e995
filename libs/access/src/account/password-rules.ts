/** What a password stands beside. Whoever guesses tries these words first. */
export interface PasswordContext {
  readonly email: string;
  /** Names of the agencies that the person works with, or is about to. */
  readonly agencyNames: readonly string[];
}

export interface PasswordProblem {
  readonly code: 'too-short' | 'too-long' | 'too-common';
  /** Goes on after the name of the field. */
  readonly message: string;
}

/** As long as DTOs say. https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver asks for eight where a second step is due. */
const SHORTEST = 12;
const LONGEST = 200;

/** A shorter word stands in many good passwords by chance. */
const SHORTEST_WORD = 4;
const SERVICE = 'belfry';

/** `abcabcabcabc` is three characters long to whoever guesses. */
const LONGEST_UNIT = 4;

/** Rows of keyboards, there and back. Digits and letters in their order are found by counting. */
const KEYBOARD_ROWS = [
  '1234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertzuiopasdfghjklyxcvbnm',
];

/**
 * Refuses what a person would guess who knows where this is: the words around it, and single runs. A list of passwords that
 * became known elsewhere is not part of it.
 */
export function passwordProblem(password: string, context: PasswordContext): PasswordProblem | null {
  if (password.length < SHORTEST) return { code: 'too-short', message: `must have at least ${SHORTEST} characters` };
  if (password.length > LONGEST) return { code: 'too-long', message: `must have at most ${LONGEST} characters` };
  const plain = compact(password);
  const word = wordsOf(context).find((one) => plain.includes(one));
  if (word !== undefined) return tooCommon('must not contain your e-mail name, your agency’s name or “Belfry”');
  return isRun(plain) ? tooCommon('must not be one run of characters that repeat or follow one another') : null;
}

function wordsOf({ email, agencyNames }: PasswordContext): string[] {
  const words = [email.slice(0, Math.max(0, email.lastIndexOf('@'))), ...agencyNames].map(compact);
  return [SERVICE, ...words.filter((word) => word.length >= SHORTEST_WORD)];
}

/** Letters and digits only, in lower case: `C.i.t.y Health` is `cityhealth`. */
function compact(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

function isRun(plain: string): boolean {
  return isRepeated(plain) || isCounted(plain) || KEYBOARD_ROWS.some((row) => isAlong(row, plain));
}

function isRepeated(plain: string): boolean {
  return Array.from({ length: LONGEST_UNIT }, (_, index) => index + 1).some((length) => {
    const unit = plain.slice(0, length);
    return unit.repeat(Math.ceil(plain.length / length)).slice(0, plain.length) === plain;
  });
}

/** Each character the one after, or before, the last; 0 follows 9. */
function isCounted(plain: string): boolean {
  const codes = [...plain].map((character) => character.codePointAt(0) ?? 0);
  return [1, -1].some((step) => codes.slice(1).every((code, index) => follows(codes[index] ?? 0, code, step)));
}

function follows(before: number, code: number, step: number): boolean {
  return code === before + step || code === before - 9 * step;
}

function isAlong(row: string, plain: string): boolean {
  const twice = row + row;
  return twice.includes(plain) || [...twice].reverse().join('').includes(plain);
}

function tooCommon(message: string): PasswordProblem {
  return { code: 'too-common', message };
}
