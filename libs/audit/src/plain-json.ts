import { AuditRecordError } from './audit.errors.js';

export type JsonValue = string | boolean | number | readonly JsonValue[] | JsonObject;

/** What may be hashed: text, true and false, whole numbers, lists and objects. Money, dates and big numbers are text. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Deep enough for any record, and it ends a value that contains itself. */
const MAX_DEPTH = 32;

/**
 * Refuses every value that two canonical JSON libraries could write differently: fractions, numbers beyond 2^53, lone
 * surrogates, null and undefined (absent means left out), and objects that write themselves, such as dates.
 */
export function assertPlainJson(value: unknown, path = 'detail', depth = 0): asserts value is JsonValue {
  if (depth > MAX_DEPTH) throw new AuditRecordError(path, 'is nested too deeply');
  if (typeof value === 'boolean') return;
  if (typeof value === 'string') return assertText(value, path);
  if (typeof value === 'number') return assertWhole(value, path);
  if (Array.isArray(value)) return assertItems(value, path, depth);
  if (!isPlainObject(value))
    throw new AuditRecordError(path, 'is not text, a boolean, a whole number, a list or an object');
  for (const [key, member] of Object.entries(value)) {
    assertText(key, path);
    assertPlainJson(member, `${path}.${key}`, depth + 1);
  }
}

function assertText(text: string, path: string): void {
  if (LONE_SURROGATE.test(text)) throw new AuditRecordError(path, 'has a lone surrogate');
}

function assertWhole(number: number, path: string): void {
  if (!Number.isSafeInteger(number)) throw new AuditRecordError(path, 'is not a whole number within 2^53');
}

/** By index, so that a hole in a list is met as undefined. */
function assertItems(items: readonly unknown[], path: string, depth: number): void {
  for (let index = 0; index < items.length; index++) assertPlainJson(items[index], `${path}[${index}]`, depth + 1);
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
