import { type IdKind, invalidRequest, parseWireId, type Uuid } from '#libs/kernel';

/** The `after` of a list whose cursor is the id of the last one shown. */
export function idCursor(kind: IdKind, after: string | undefined): Uuid | undefined {
  if (after === undefined) return undefined;
  const id = parseWireId(kind, after);
  if (id) return id;
  throw invalidRequest([{ field: 'after', code: 'not-an-id', message: 'must be the `next` of the page before' }]);
}
