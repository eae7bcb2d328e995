/** What a field of a log line may be. Objects are not among them: what they hold cannot be overseen. */
export type LogValue = string | number | boolean | bigint | null | undefined | Date | readonly (string | number)[];

export type LogFields = Readonly<Record<string, LogValue>>;

const MAX_TEXT = 500;
const MAX_LIST = 20;

/** Names whose values are secret or about a person: their values are never written, whatever their form. */
const HIDDEN = new Set([
  'authorization',
  'body',
  'cookie',
  'email',
  'headers',
  'key',
  'name',
  'password',
  'phone',
  'query',
  'secret',
  'text',
  'to',
  'token',
  'url',
  'variables',
]);

/** Digits that may be a phone number: with a plus, or alone and not part of an id, a time or a longer number. */
const PHONE_LIKE = /\+\d[\d ().-]{5,18}\d|(?<![\w.:-])\d{9,14}(?![\w.:-])/g;

/** Control characters and the line separators of Unicode, which would let a text pass for a log line of its own. */
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/** Only scalars pass, and only in a form that gives nobody away and cannot break a line. */
export function safeFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, safeField(name, value)]));
}

function safeField(name: string, value: unknown): unknown {
  if (HIDDEN.has(name.toLowerCase())) return value === undefined ? undefined : '(hidden)';
  if (Array.isArray(value)) return value.slice(0, MAX_LIST).map(safeValue);
  return safeValue(value);
}

function safeValue(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return safeText(value);
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    case 'bigint':
      return value.toString();
    default:
      return value === null || value instanceof Date ? value : '(object)';
  }
}

/** Masks what may be a phone number, escapes control characters, cuts what is too long. */
export function safeText(text: string, max: number = MAX_TEXT): string {
  const cut = text.length > max ? `${text.slice(0, max)}…` : text;
  return cut.replace(PHONE_LIKE, maskPhone).replace(CONTROL, escapeControl);
}

function maskPhone(digits: string): string {
  return `…${digits.slice(-2)}`;
}

function escapeControl(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
