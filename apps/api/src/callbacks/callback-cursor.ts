import { invalidRequest, parseWireId, toWireId, type Uuid } from '#libs/kernel';

/** The cursor of the list is the id of the last attempt on the page. */
export function toCursor(id: string | null): string | null {
  return id === null ? null : toWireId('callbackAttempt', id);
}

export function readCursor(after: string | undefined): Uuid | undefined {
  if (after === undefined) return undefined;
  const id = parseWireId('callbackAttempt', after);
  if (id) return id;
  throw invalidRequest([{ field: 'after', code: 'not-an-id', message: 'must be `next` of the page before' }]);
}
