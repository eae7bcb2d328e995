/** So many citizens were written to for the first time in 24 hours, at a moment. */
export interface Usage {
  readonly at: Date;
  readonly n: number;
}

export interface PlanWanted {
  /** Citizens whom the portfolio may write to in a window. */
  readonly most: number;
  readonly usage: readonly Usage[];
  readonly wanted: number;
  readonly now: Date;
  readonly timeZone: string;
}

/** Meta counts 24 hours; we count in steps of ten minutes, so one step more. */
export const WINDOW_MS = 24 * 3_600_000 + 600_000;
/** What does not fit today goes out in the morning, and nothing begins at night. */
const MORNING_HOUR = 6;
/** No right to send is foreseeable for longer. */
const MOST_STEPS = 400;

/**
 * When how many new citizens can be written to: what fits now, the rest from 06:00 of the agency on, or later in that day
 * when the limit frees itself only then. In no window of 24 hours is more planned than the limit.
 */
export function planWithinLimit({ most, usage, wanted, now, timeZone }: PlanWanted): Usage[] {
  const counted = [...usage];
  const plan: Usage[] = [];
  let left = most > 0 ? wanted : 0;
  let at = now;
  for (let step = 0; left > 0 && step < MOST_STEPS; step++) {
    const fits = Math.min(left, most - usedAt(counted, at));
    if (fits > 0) {
      plan.push({ at, n: fits });
      counted.push({ at, n: fits });
      left -= fits;
    }
    at = nextStart(counted, at, timeZone);
  }
  return plan;
}

function usedAt(counted: readonly Usage[], at: Date): number {
  const from = at.getTime() - WINDOW_MS;
  return counted.reduce((sum, one) => (one.at.getTime() > from ? sum + one.n : sum), 0);
}

function nextStart(counted: readonly Usage[], at: Date, timeZone: string): Date {
  const morning = nextLocalHour(at, timeZone, MORNING_HOUR);
  const inWindow = counted.map((one) => one.at.getTime() + WINDOW_MS).filter((end) => end > at.getTime());
  const freesAt = new Date(Math.min(...inWindow, morning.getTime() + WINDOW_MS));
  if (freesAt <= morning) return morning;
  return localHourOf(freesAt, timeZone) < MORNING_HOUR ? nextLocalHour(freesAt, timeZone, MORNING_HOUR) : freesAt;
}

/** The first moment after `at` at which clocks of the zone show the full hour. */
export function nextLocalHour(at: Date, timeZone: string, hour: number): Date {
  for (let day = 0; ; day++) {
    const { year, month, date } = localParts(new Date(at.getTime() + day * 86_400_000), timeZone);
    const wall = Date.UTC(year, month - 1, date, hour);
    const guess = wall - offsetMs(new Date(wall), timeZone);
    const moment = new Date(wall - offsetMs(new Date(guess), timeZone));
    if (moment > at) return moment;
  }
}

function localHourOf(at: Date, timeZone: string): number {
  return localParts(at, timeZone).hour;
}

function offsetMs(at: Date, timeZone: string): number {
  const { year, month, date, hour, minute, second } = localParts(at, timeZone);
  return Date.UTC(year, month - 1, date, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000;
}

function localParts(at: Date, timeZone: string) {
  const parts = formatOf(timeZone).formatToParts(at);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return {
    year: value('year'),
    month: value('month'),
    date: value('day'),
    hour: value('hour'),
    minute: value('minute'),
    second: value('second'),
  };
}

/** Making one costs a hundred times what using it does, and there are a few hundred zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
