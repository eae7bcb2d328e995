const FIRST_MS = 1_000;
const MOST_MS = 30_000;

/** How long to wait after so many failures in a row; by chance up to half of it less, so that browsers do not come back all at once. */
export function backoff(failures: number, chance = Math.random()): number {
  const longest = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  return longest * (1 - chance / 2);
}
