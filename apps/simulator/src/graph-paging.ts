import { GraphFailure } from './graph-error.js';
import type { JsonObject } from './json.js';

/** Meta's default page of templates. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 1_000;
const CURSOR = /^at:(\d{1,9})$/;

/** A page as Graph cuts it: both cursors always, `next` and `previous` only when there is such a page. */
export function pageOf(items: readonly JsonObject[], url: URL): JsonObject {
  const query = url.searchParams;
  const limit = Math.min(Math.max(Number(query.get('limit') ?? DEFAULT_LIMIT) || DEFAULT_LIMIT, 1), MAX_LIMIT);
  const after = query.get('after');
  const before = query.get('before');
  const start = after ? readCursor(after) + 1 : before ? Math.max(0, readCursor(before) - limit) : 0;
  const end = Math.min(start + limit, items.length);
  const data = items.slice(start, end);
  if (data.length === 0) return { data };
  const cursors = { before: toCursor(start), after: toCursor(end - 1) };
  return {
    data,
    paging: {
      cursors,
      ...(end < items.length && { next: linkTo(url, { after: cursors.after, before: null }) }),
      ...(start > 0 && { previous: linkTo(url, { before: cursors.before, after: null }) }),
    },
  };
}

function linkTo(url: URL, cursor: Readonly<Record<string, string | null>>): string {
  const link = new URL(url);
  for (const [name, value] of Object.entries(cursor)) {
    if (value === null) link.searchParams.delete(name);
    else link.searchParams.set(name, value);
  }
  return link.toString();
}

function toCursor(index: number): string {
  return Buffer.from(`at:${index}`).toString('base64url');
}

function readCursor(cursor: string): number {
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (!match) throw new GraphFailure(131059, { details: 'The cursor is not valid.' });
  return Number(match[1]);
}
