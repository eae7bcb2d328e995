/** What may need somebody; of a newer kind the page says only how many. */
export const NEEDS: ReadonlySet<string> = new Set(['number-trouble', 'templates-rejected', 'keys-expiring']);

/** Addresses of an agency are told without it (`/go-live`); those of the console begin with `/a/`, `/platform` or `/me`. */
export const taskOf = (to: string, inAgency: (path: string) => string): string =>
  /^\/(?:a\/|platform|me)/.test(to) ? to : inAgency(to);
