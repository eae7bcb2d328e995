/** What may need somebody, and the page on which it is dealt with, if the console has one. */
const PAGES: ReadonlyMap<string, string | undefined> = new Map([
  ['number-trouble', '/numbers'],
  ['templates-rejected', undefined],
  ['keys-expiring', '/developers/keys'],
]);

/** Of a newer kind the page says only how many, and leads where the API says. */
export function needOf({ kind, to }: { kind: string; to: string }): { words: string; path: string | undefined } {
  return PAGES.has(kind) ? { words: kind, path: PAGES.get(kind) } : { words: 'other', path: to };
}
