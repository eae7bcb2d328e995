import { invalidRequest, parseWireId, toWireId, type Uuid } from '#libs/kernel';

/** The cursor of the list is the id of the last file on the page. */
export function toCursor(id: string | null): string | null {
  return id === null ? null : toWireId('media', id);
}

export function readCursor(after: string | undefined): Uuid | null {
  if (after === undefined) return null;
  const id = parseWireId('media', after);
  if (id) return id;
  throw invalidRequest([{ field: 'after', code: 'not-an-id', message: 'must be `next` of the page before' }]);
}
