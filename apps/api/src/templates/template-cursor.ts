import { invalidRequest, parseWireId, toWireId, type Uuid } from '#libs/kernel';

/** The cursor of the list is the id of the last template on the page. */
export function toCursor(id: Uuid | null): string | null {
  return id === null ? null : toWireId('template', id);
}

export function readCursor(after: string | undefined): Uuid | undefined {
  if (after === undefined) return undefined;
  const id = parseWireId('template', after);
  if (id === null) {
    throw invalidRequest([{ field: 'after', code: 'not-an-id', message: 'must be `next` of the page before' }]);
  }
  return id;
}
