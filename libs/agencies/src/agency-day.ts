/** The day that it is for an agency, as `YYYY-MM-DD`. */
export function dayOf(at: Date, timeZone: string): string {
  // The Swedish form of a date is the one of ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

const HOUR_MS = 3_600_000;
/** The longest day, when clocks are put back, has 25 hours; a few zones shift by less than one. */
const LONGEST_DAY_HOURS = 26;

/** Whole seconds until that agency's next day begins, at least one. */
export function secondsToNextDay(at: Date, timeZone: string): number {
  const today = dayOf(at, timeZone);
  let [low, high] = [at.getTime(), at.getTime() + LONGEST_DAY_HOURS * HOUR_MS];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(new Date(middle), timeZone) === today) low = middle;
    else high = middle;
  }
  return Math.max(1, Math.ceil((high - at.getTime()) / 1000));
}
