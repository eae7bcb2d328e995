const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** Pauses of 5 s, 10 s … 1 h: eleven tries in an hour and a half, 33 in a day. A link in a mail lasts no longer than that matters. */
const MAX_ATTEMPTS = 33;

/** How long to wait after so many attempts, or null when it was the last. */
export function pauseAfter(attempts: number): number | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  return Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
}

/** Codes of nodemailer that say something about us and not about the mail: wrong password, no TLS. https://nodemailer.com/errors */
const OURS: ReadonlySet<string> = new Set(['EAUTH', 'ETLS', 'ECONNECTION', 'ETIMEDOUT', 'EDNS', 'ESOCKET']);

/** A 5xx about this mail will be the same tomorrow. https://datatracker.ietf.org/doc/html/rfc5321#section-4.2.1 */
export function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (code !== undefined && OURS.has(code)) return false;
  return responseCode !== undefined && responseCode >= 500 && responseCode < 600;
}
