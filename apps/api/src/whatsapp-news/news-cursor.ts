import { invalidRequest, parseWireId, toWireId, type Uuid } from '#libs/kernel';

/** The cursor of these lists is the id of the last entry on the page. */
export function toCursor(kind: 'news' | 'webhook', id: Uuid | null): string | null {
  return id === null ? null : toWireId(kind, id);
}

export function readCursor(kind: 'news' | 'webhook', after: string | undefined): Uuid | undefined {
  if (after === undefined) return undefined;
  const id = parseWireId(kind, after);
  if (id) return id;
  throw invalidRequest([{ field: 'after', code: 'not-an-id', message: 'must be `next` of the page before' }]);
}
