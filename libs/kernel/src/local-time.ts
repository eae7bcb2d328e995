const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A date and time as a clock on the wall shows it; means another moment in every zone. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** `2026-03-29T02:30`, with seconds if they are zero. */
const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::00)?$/;

const MOST_FORMATS = 1_000;
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Null when it is not written so, or no such day exists. */
export function parseLocalTime(text: string): LocalTime | null {
  const parts = WRITTEN.exec(text)?.slice(1).map(Number);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  const local = { year, month, day, hour, minute };
  const date = new Date(asUtc(local));
  const exists = year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? local : null;
}

/** Whether the runtime's copy of the IANA database has this zone. */
export function isTimeZone(text: string): boolean {
  try {
    formatOf(text);
    return true;
  } catch {
    return false;
  }
}

/** What the clocks of a zone show, in milliseconds as if it were UTC, at a moment. */
export function wallClock(at: number, timeZone: string): number {
  const values = new Map<string, number>();
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) values.set(type, Number(value));
  const part = (name: string) => values.get(name) ?? 0;
  const seconds = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return seconds + (((at % 1000) + 1000) % 1000);
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
export function offsetAt(at: number, timeZone: string): number {
  return wallClock(at, timeZone) - at;
}

/**
 * The first moment at which the clocks of a zone show that time or a later one. So a time that clocks skip in spring is
 * the moment of the change, and of a time that they show twice in autumn it is the first.
 */
export function momentOf(local: LocalTime, timeZone: string): Date {
  const wanted = asUtc(local);
  const [before, after] = [offsetAt(wanted - DAY_MS, timeZone), offsetAt(wanted + DAY_MS, timeZone)];
  const shown = [wanted - before, wanted - after].filter((at) => wallClock(at, timeZone) === wanted);
  if (shown.length > 0) return new Date(Math.min(...shown));
  const change = nextChange(wanted - Math.max(before, after), wanted - Math.min(before, after), timeZone);
  return new Date(change ?? wanted - before);
}

/** The first moment after `from` and until `to` at which the clocks of a zone are changed, or null. */
export function nextChange(from: number, to: number, timeZone: string): number | null {
  const offset = offsetAt(from, timeZone);
  if (offsetAt(to, timeZone) === offset) return null;
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, timeZone) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** Minutes since midnight of what a clock shows. */
export function minuteOfDay(wall: number): number {
  return Math.floor((((wall % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS);
}

/** 1 for Monday to 7 for Sunday, of what a clock shows. */
export function weekday(wall: number): number {
  return new Date(wall).getUTCDay() || 7;
}

function asUtc({ year, month, day, hour, minute }: LocalTime): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, 0, 0);
}

/** Making a format costs a hundred times more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  // Names are written in any case, so that there are more of them than zones.
  if (FORMATS.size >= MOST_FORMATS) FORMATS.clear();
  FORMATS.set(timeZone, format);
  return format;
}
