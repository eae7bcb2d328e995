import type { MediaTask } from './media-jobs.repository.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A fifth more or less, so that what failed together does not come back together. */
const JITTER = 0.2;

/**
 * The pause after each failed attempt; after the last one it is given up. WhatsApp keeps what a citizen sent for seven
 * days, so fetching it is tried for six. A message waits for an upload, and half a day is the longest that makes sense.
 */
const PAUSES_MS: Readonly<Record<Exclude<MediaTask, 'scan'>, readonly number[]>> = {
  download: [
    2 * SECOND,
    10 * SECOND,
    MINUTE,
    5 * MINUTE,
    30 * MINUTE,
    2 * HOUR,
    6 * HOUR,
    12 * HOUR,
    24 * HOUR,
    48 * HOUR,
    48 * HOUR,
  ],
  upload: [2 * SECOND, 10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 9 * HOUR],
  remove: [10 * SECOND, MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, 24 * HOUR, 24 * HOUR],
};

/** A scanner that is away is asked until it is back: nothing else can free the file. */
const SCAN_PAUSES_MS = [2 * SECOND, 5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE] as const;

/** How long to wait after so many failed attempts, or null when that was the last. `random` is from 0 to 1. */
export function pauseAfter(task: MediaTask, attempts: number, random: number): number | null {
  const pause = task === 'scan' ? SCAN_PAUSES_MS[Math.min(attempts, 5) - 1] : PAUSES_MS[task][attempts - 1];
  return pause === undefined ? null : Math.round(pause * (1 - JITTER + 2 * JITTER * random));
}
