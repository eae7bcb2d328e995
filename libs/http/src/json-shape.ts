import { FieldFault } from './field.js';

/** Deeper than any body of this API; a parser that recurses would run out of stack far below what JSON.parse accepts. */
const MAX_DEPTH = 12;

const TOO_DEEP = new FieldFault('too-deep', `must not be nested more than ${MAX_DEPTH} levels deep`);
const RESERVED = new FieldFault('unknown-field', 'is not a field of this request');
const NOT_TEXT = new FieldFault('not-allowed', 'must not hold null characters or half of a surrogate pair');

/** The null character, or half of a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

export interface ShapeFault {
  readonly path: string;
  readonly fault: FieldFault;
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/**
 * The first place in parsed JSON that no DTO may see: names that every object inherits (`__proto__`, `constructor`,
 * `toString`), texts that Postgres cannot store, and nesting without end.
 */
export function findShapeFault(value: unknown, path = '', depth = 0): ShapeFault | null {
  if (typeof value === 'string') return isStorable(value) ? null : { path, fault: NOT_TEXT };
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= MAX_DEPTH) return { path, fault: TOO_DEEP };
  for (const key of Object.keys(value)) {
    const inner = path === '' ? key : `${path}.${key}`;
    if (key in Object.prototype) return { path: inner, fault: RESERVED };
    if (!isStorable(key)) return { path, fault: NOT_TEXT };
    const found = findShapeFault((value as Record<string, unknown>)[key], inner, depth + 1);
    if (found) return found;
  }
  return null;
}

function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}
