/** Reading what comes from outside: none of these throws, and what has not the expected shape is as if it were not there. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** A text that is not empty. */
export function textIn(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return isText(value) ? value : undefined;
}

export function numberIn(object: JsonObject, key: string): number | undefined {
  const value = object[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function flagIn(object: JsonObject, key: string): boolean {
  return object[key] === true;
}

/** Ids are digit strings, but some come as numbers: template ids always, others from test panels. */
export function idIn(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : textIn(object, key);
}

/** Seconds since 1970, as text or as a number: both are seen, also for the same key. */
export function timeIn(object: JsonObject, key: string): Date | undefined {
  const value = object[key];
  const seconds = typeof value === 'number' || isText(value) ? Number(value) : Number.NaN;
  const at = new Date(seconds * 1000);
  return seconds > 0 && Number.isFinite(at.getTime()) ? at : undefined;
}

/** The fields that are there, so that an answer does not list what was not said. */
export function present<T extends object>(parts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;
}
