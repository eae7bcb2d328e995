const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * The pause after each failed attempt: ten attempts in a little over three days, so that a system which breaks on a
 * Friday evening still hears everything on Monday. https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const RETRY_PAUSES_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

export const MAX_ATTEMPTS = RETRY_PAUSES_MS.length + 1;

/** A fifth more or less, so that what failed together does not come back together. */
const JITTER = 0.2;

/** How long to wait after so many failed attempts, or null when that was the last. `random` is from 0 to 1. */
export function pauseAfter(attempts: number, random: number): number | null {
  const pause = RETRY_PAUSES_MS[attempts - 1];
  return pause === undefined ? null : Math.round(pause * (1 - JITTER + 2 * JITTER * random));
}
