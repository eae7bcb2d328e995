import type { Entry } from './entry-words.js';

/**
 * How many entries the log has gained since it was read. Reading it is an entry as well, one for each page: those are the
 * reader's own, and no news to them.
 */
export function newEntries(pages: readonly { data: readonly Pick<Entry, 'seq'>[] }[], size: number): number {
  const newest = pages[0]?.data[0];
  return newest ? Math.max(0, size - (Number(newest.seq) + 1) - pages.length) : 0;
}
