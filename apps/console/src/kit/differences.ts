import diff from 'microdiff';

/** One thing that was changed; what was not there before, or is no longer, has only one side. */
export interface Change {
  /** `quota.daily`; places in a list count from 1. */
  field: string;
  before?: unknown;
  after?: unknown;
}

type Values = Record<string, unknown>;

const fieldOf = (path: readonly (string | number)[]): string =>
  path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.');

/** What differs between two states of the same thing, in the order of its fields. */
export function differencesOf(before: Values, after: Values): Change[] {
  return diff(before, after).map((found) => ({
    field: fieldOf(found.path),
    ...(found.type === 'CREATE' ? {} : { before: found.oldValue }),
    ...(found.type === 'REMOVE' ? {} : { after: found.value }),
  }));
}
