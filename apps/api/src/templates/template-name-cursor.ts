import { invalidRequest } from '#libs/kernel';
import type { NameCursor } from '#libs/templates';

const CURSOR = /^([a-z0-9_]{1,512})@([0-9]{1,32})$/;

/** The cursor of the list by name is the last name and its account. */
export function toNameCursor(cursor: NameCursor | null): string | null {
  return cursor === null ? null : `${cursor.name}@${cursor.wabaId}`;
}

export function readNameCursor(after: string | undefined): NameCursor | undefined {
  if (after === undefined) return undefined;
  const [, name, wabaId] = CURSOR.exec(after) ?? [];
  if (name === undefined || wabaId === undefined) {
    throw invalidRequest([{ field: 'after', code: 'not-a-cursor', message: 'must be `next` of the page before' }]);
  }
  return { name, wabaId };
}
