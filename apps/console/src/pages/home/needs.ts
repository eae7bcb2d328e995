/** What this console has words for. */
const KINDS: ReadonlySet<string> = new Set([
  'go-live-comments',
  'sending-stopped',
  'number-trouble',
  'templates-rejected',
  'callbacks-failing',
  'keys-expiring',
  'invitations-waiting',
]);

/** Of a newer kind the page says only how many. The way to it is the API's. */
export function needOf({ kind, to }: { kind: string; to?: string }): { words: string; path: string | undefined } {
  return { words: KINDS.has(kind) ? kind : 'other', path: to };
}
