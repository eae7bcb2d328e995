import { requestRefused } from './consent.errors.js';

/** Clocks of callers differ by a little; more is a mistake. */
const AHEAD_MS = 5 * 60_000;
/** WhatsApp began in 2009: nobody agreed to anything on it before. */
const EARLIEST = new Date('2009-01-01T00:00:00Z');

/**
 * When a citizen said something, never later than now: a grant dated a moment ahead would otherwise outrank the withdrawal
 * that follows it.
 */
export function checkedTime(field: string, at: Date | undefined, now: Date): Date {
  if (!at) return now;
  if (at < EARLIEST || at.getTime() > now.getTime() + AHEAD_MS) {
    const message = `${field} must be between ${EARLIEST.getUTCFullYear()} and now`;
    throw requestRefused([{ field, code: 'out-of-range', message }]);
  }
  return at < now ? at : now;
}
