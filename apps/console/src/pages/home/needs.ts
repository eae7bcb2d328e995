/** What may need somebody; of a newer kind the page says only how many. */
export const NEEDS: ReadonlySet<string> = new Set([
  'messages-unconfirmed',
  'messages-failed',
  'templates-rejected',
  'templates-paused',
  'numbers-held',
  'numbers-quality',
  'go-live-to-do',
  'go-live-sent-back',
  'go-live-requests',
  'invitations-expired',
  'api-keys-expiring',
]);

/** Addresses of an agency are told without it (`/go-live`); those of the console begin with `/a/`, `/platform` or `/me`. */
export const taskOf = (to: string, inAgency: (path: string) => string): string =>
  /^\/(?:a\/|platform|me)/.test(to) ? to : inAgency(to);
