import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minuteOfDay, wallClock, weekday } from '#libs/kernel';
import { EVERY_DAY, firstAllowed, type QuietHours, quietHoursProblems } from './quiet-hours.js';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Apia',
  'UTC',
] as const;

const MINUTE = 60_000;
const NIGHT: QuietHours = { from: '22:00', to: '08:00', days: EVERY_DAY };

/** Says the rule once more, in the plainest way: by what a clock on the wall shows. */
function isQuiet({ from, to, days }: QuietHours, at: number, zone: string): boolean {
  const wall = wallClock(at, zone);
  const now = `${two(Math.floor(minuteOfDay(wall) / 60))}:${two(minuteOfDay(wall) % 60)}`;
  const [today, yesterday] = [weekday(wall), ((weekday(wall) + 5) % 7) + 1];
  if (from < to) return days.includes(today) && now >= from && now < to;
  return (days.includes(today) && now >= from) || (days.includes(yesterday) && now < to);
}

const two = (number: number) => String(number).padStart(2, '0');

const time = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`);
const quietHours = fc
  .record({
    from: time,
    to: fc.oneof({ weight: 5, arbitrary: time }, { weight: 1, arbitrary: fc.constant('24:00') }),
    days: fc.subarray([...EVERY_DAY], { minLength: 1 }),
  })
  .filter((quiet) => quietHoursProblems(quiet).length === 0);

/** Minutes around the days on which clocks are changed, and any others. */
const CHANGES = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-10-25',
  '2026-11-01',
  '2018-11-04',
  '2011-12-30',
  '2026-09-27',
];
const moment = fc.oneof(
  fc.tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -1_800, max: 1_800 })).map(([day, minutes]) => {
    return Date.parse(`${day}T03:00:00Z`) + minutes * MINUTE;
  }),
  fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2035, 0, 1) }),
);

describe(firstAllowed, () => {
  it('is never inside the quiet hours, and never before the moment that was asked for', () => {
    fc.assert(
      fc.property(quietHours, fc.constantFrom(...ZONES), moment, (quiet, zone, at) => {
        const allowed = firstAllowed(quiet, zone, new Date(at)).getTime();
        expect(allowed).toBeGreaterThanOrEqual(at);
        expect(isQuiet(quiet, allowed, zone)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the first such moment: every one before it is quiet', () => {
    fc.assert(
      fc.property(quietHours, fc.constantFrom(...ZONES), moment, (quiet, zone, at) => {
        const allowed = firstAllowed(quiet, zone, new Date(at)).getTime();
        for (let before = allowed - 1; before >= at; before -= 15 * MINUTE)
          expect(isQuiet(quiet, before, zone)).toBe(true);
        if (allowed > at) expect(isQuiet(quiet, at, zone)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('loses nobody: it comes within a week', () => {
    fc.assert(
      fc.property(quietHours, fc.constantFrom(...ZONES), moment, (quiet, zone, at) => {
        expect(firstAllowed(quiet, zone, new Date(at)).getTime() - at).toBeLessThanOrEqual(7 * 24 * 60 * MINUTE);
      }),
    );
  });

  it.each([
    ['before them', '2026-07-01T19:59:59Z', '2026-07-01T19:59:59Z'],
    ['as they begin', '2026-07-01T20:00:00Z', '2026-07-02T06:00:00Z'],
    ['in them', '2026-07-01T23:30:00Z', '2026-07-02T06:00:00Z'],
    ['as they end', '2026-07-02T06:00:00Z', '2026-07-02T06:00:00Z'],
    ['in the night that has an hour less', '2026-03-28T23:00:00Z', '2026-03-29T06:00:00Z'],
    ['in the night that has an hour more', '2026-10-24T23:00:00Z', '2026-10-25T07:00:00Z'],
  ])('of a message %s, in Berlin', (_, at, expected) => {
    expect(firstAllowed(NIGHT, 'Europe/Berlin', new Date(at))).toEqual(new Date(expected));
  });

  it('is quiet again when the clocks are put back into the quiet hours', () => {
    const quiet = { from: '01:00', to: '02:30', days: EVERY_DAY };
    // 02:45 in summer time is allowed; a quarter of an hour later it is 02:00 once more.
    expect(firstAllowed(quiet, 'Europe/Berlin', new Date('2026-10-25T00:45:00Z'))).toEqual(
      new Date('2026-10-25T00:45:00Z'),
    );
    expect(firstAllowed(quiet, 'Europe/Berlin', new Date('2026-10-25T01:00:00Z'))).toEqual(
      new Date('2026-10-25T01:30:00Z'),
    );
  });

  it('ends with the change when the clocks skip its end', () => {
    const quiet = { from: '01:00', to: '02:30', days: EVERY_DAY };
    expect(firstAllowed(quiet, 'Europe/Berlin', new Date('2026-03-29T00:30:00Z'))).toEqual(
      new Date('2026-03-29T01:00:00Z'),
    );
  });

  it('goes on over days that are quiet as a whole', () => {
    const weekend = { from: '00:00', to: '24:00', days: [6, 7] };
    expect(firstAllowed(weekend, 'UTC', new Date('2026-11-21T10:00:00Z'))).toEqual(new Date('2026-11-23T00:00:00Z'));
  });

  it('is at once where there are none', () => {
    const at = new Date();
    expect(firstAllowed(null, 'Europe/Berlin', at)).toBe(at);
  });
});

describe(quietHoursProblems, () => {
  it.each([
    [{ from: '24:00', to: '08:00', days: [1] }, 'from'],
    [{ from: '8:00', to: '09:00', days: [1] }, 'from'],
    [{ from: '22:00', to: '08:60', days: [1] }, 'to'],
    [{ from: '22:00', to: '22:00', days: [1] }, 'to'],
    [{ from: '22:00', to: '08:00', days: [] }, 'days'],
    [{ from: '22:00', to: '08:00', days: [0] }, 'days'],
    [{ from: '22:00', to: '08:00', days: [1, 1] }, 'days'],
    [{ from: '00:00', to: '24:00', days: EVERY_DAY }, 'to'],
  ])('finds what is wrong with %j', (quiet, field) => {
    expect(quietHoursProblems(quiet).map((one) => one.field)).toEqual([field]);
  });
});
