import { invalid, missing } from './graph-error.js';
import { isObject, type JsonObject } from './json.js';

/** A text field of a request, with its place for the words of a refusal. */
export interface TextRule {
  readonly path: readonly [string, ...string[]];
  readonly max: number;
  readonly optional?: true;
}

/** `text['body']`, as Graph names a nested parameter. */
export function parameterName([first, ...rest]: readonly string[]): string {
  return `${first}${rest.map((part) => `['${part}']`).join('')}`;
}

export function checkTexts(root: JsonObject, rules: readonly TextRule[]): void {
  for (const rule of rules) checkText(root, rule);
}

function checkText(root: JsonObject, { path, max, optional }: TextRule): void {
  let value: unknown = root;
  for (const part of path) value = isObject(value) ? value[part] : undefined;
  if (value === undefined || value === null || value === '') {
    if (optional) return;
    throw missing(parameterName(path));
  }
  if (typeof value !== 'string') throw invalid(`Param ${parameterName(path)} must be a string.`);
  assertLength(value, max, parameterName(path));
}

export function assertLength(value: string, max: number, name: string): void {
  // Counting characters is needed only for the few texts whose UTF-16 length is above the limit.
  if (value.length > max && [...value].length > max) {
    throw invalid(`Param ${name} must be at most ${max} characters long.`);
  }
}

/** The list at a place, with its number of items checked. */
export function readList(value: unknown, name: string, [min, max]: readonly [number, number]): JsonObject[] {
  if (value === undefined || value === null) throw missing(name);
  if (!Array.isArray(value) || !value.every(isObject)) throw invalid(`Param ${name} must be an array of objects.`);
  if (value.length < min || value.length > max) throw invalid(`Param ${name} must have ${min} to ${max} items.`);
  return value;
}
