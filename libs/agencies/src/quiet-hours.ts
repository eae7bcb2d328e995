import { type FieldProblem, minuteOfDay, nextChange, offsetAt, wallClock, weekday } from '#libs/kernel';

/** Times of day in which an agency writes to nobody, by the clocks of its own time zone. */
export interface QuietHours {
  /** `22:00` */
  readonly from: string;
  /** `08:00`; earlier than `from`, it is that of the next day. `24:00` is the end of the day. */
  readonly to: string;
  /** Days on which they begin: 1 for Monday to 7 for Sunday. */
  readonly days: readonly number[];
}

export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * 60_000;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export function quietHoursProblems({ from, to, days }: QuietHours): FieldProblem[] {
  const isWhole = from === '00:00' && to === '24:00' && new Set(days).size === 7;
  return [
    ...(TIME.test(from) ? [] : [problem('from', 'must be a time of day like 22:00')]),
    ...(TIME.test(to) || to === '24:00' ? [] : [problem('to', 'must be a time of day like 08:00, or 24:00')]),
    ...(from === to ? [problem('to', 'must differ from from')] : []),
    ...(days.length > 0 && days.every((day) => EVERY_DAY.includes(day)) && new Set(days).size === days.length
      ? []
      : [problem('days', 'must name each day once, 1 for Monday to 7 for Sunday')]),
    ...(isWhole ? [problem('to', 'leaves no time in which messages may be sent')] : []),
  ];
}

/**
 * The first moment from `at` on that is outside the quiet hours, by what the clocks on the wall show: when they are put
 * back, an hour that comes twice is quiet twice.
 */
export function firstAllowed(quiet: QuietHours | null, timeZone: string, at: Date): Date {
  let moment = at.getTime();
  if (!quiet) return at;
  for (let minutes = quietMinutes(quiet, moment, timeZone); minutes > 0; ) {
    const end = endOf(moment, minutes, timeZone);
    moment = nextChange(moment, end, timeZone) ?? end;
    minutes = quietMinutes(quiet, moment, timeZone);
  }
  return moment === at.getTime() ? at : new Date(moment);
}

/** For how many minutes more the clock on the wall shows quiet hours, counted without a change of the clocks; 0 outside. */
function quietMinutes(quiet: QuietHours, moment: number, timeZone: string): number {
  const wall = wallClock(moment, timeZone);
  const now = minuteOfDay(wall);
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const beginsToday = quiet.days.includes(weekday(wall));
  const beganYesterday = quiet.days.includes(weekday(wall - DAY_MS));
  if (from < to) return beginsToday && now >= from && now < to ? to - now : 0;
  if (beginsToday && now >= from) return DAY_MINUTES - now + to;
  return beganYesterday && now < to ? to - now : 0;
}

/** The full minute, by the clock as it runs now, in which the quiet hours end. */
function endOf(moment: number, minutes: number, timeZone: string): number {
  const offset = offsetAt(moment, timeZone);
  const wall = moment + offset;
  return Math.floor(wall / 60_000) * 60_000 + minutes * 60_000 - offset;
}

function minutesOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}

function problem(field: keyof QuietHours, message: string): FieldProblem {
  return { field, code: 'not-allowed', message: `${field} ${message}` };
}
