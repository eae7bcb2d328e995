import { invalidRequest, parseWireId, type Uuid } from '#libs/kernel';

/** The `after` of a list of messages is the id of the last one shown. */
export function messageCursor(after: string | undefined): Uuid | undefined {
  if (after === undefined) return undefined;
  const id = parseWireId('message', after);
  if (!id) {
    throw invalidRequest([{ field: 'after', code: 'not-an-id', message: 'must be the `next` of the page before' }]);
  }
  return id;
}
