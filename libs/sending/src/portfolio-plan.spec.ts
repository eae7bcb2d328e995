import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextLocalHour, planWithinLimit, type Usage, WINDOW_MS } from './portfolio-plan.js';

const NOON = new Date('2026-03-10T12:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (hours: number) => new Date(NOON.getTime() + hours * HOUR);

const zones = ['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kolkata', 'Australia/Lord_Howe'] as const;
const clocks = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' }),
  ]),
);
const hourIn = (zone: (typeof zones)[number], moment: Date) => Number(clocks.get(zone)?.format(moment));

describe(planWithinLimit, () => {
  it('plans what fits now and the rest from the morning on', () => {
    const plan = planWithinLimit({ most: 2_000, usage: [], wanted: 4_500, now: NOON, timeZone: 'UTC' });
    expect(plan.map(({ n }) => n)).toEqual([2_000, 2_000, 500]);
    expect(plan[0]?.at).toEqual(NOON);
    // At 06:00 the window of yesterday noon is still full: the rest goes as soon as it is not.
    expect(plan[1]?.at).toEqual(new Date(NOON.getTime() + WINDOW_MS));
  });

  it('waits for 06:00 when the limit frees itself in the night', () => {
    const usage = [{ at: at(-9), n: 2_000 }];
    const [first] = planWithinLimit({ most: 2_000, usage, wanted: 10, now: NOON, timeZone: 'UTC' });
    expect(first?.at).toEqual(new Date('2026-03-11T06:00:00Z'));
  });

  it('counts what others of the portfolio have used', () => {
    const usage = [{ at: at(-1), n: 1_500 }];
    const [first] = planWithinLimit({ most: 2_000, usage, wanted: 4_500, now: NOON, timeZone: 'UTC' });
    expect(first).toEqual({ at: NOON, n: 500 });
  });

  it('plans nothing where nothing is allowed', () => {
    expect(planWithinLimit({ most: 0, usage: [], wanted: 5, now: NOON, timeZone: 'UTC' })).toEqual([]);
  });

  it('never plans more than the limit in any 24 hours, and nothing at night but what goes now', () => {
    const used = fc.array(
      fc.record({ hoursAgo: fc.integer({ min: 0, max: 30 }), n: fc.integer({ min: 0, max: 300 }) }),
    );
    const zone = fc.constantFrom(...zones);
    const moment = fc.integer({ min: 0, max: 365 * 24 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        used,
        fc.integer({ min: 0, max: 5_000 }),
        zone,
        moment,
        (...given) => {
          const [most, before, wanted, timeZone, hour] = given;
          const now = new Date(Date.UTC(2026, 0, 1) + hour * HOUR);
          const usage: Usage[] = before.map(({ hoursAgo, n }) => ({
            at: new Date(now.getTime() - hoursAgo * HOUR),
            n,
          }));
          const plan = planWithinLimit({ most, usage, wanted, now, timeZone });
          for (const { at: end } of plan) {
            const inWindow = [...usage, ...plan].filter(
              (one) => one.at <= end && one.at.getTime() > end.getTime() - DAY,
            );
            expect(inWindow.reduce((sum, { n }) => sum + n, 0)).toBeLessThanOrEqual(most);
          }
          expect(plan.reduce((sum, { n }) => sum + n, 0)).toBeLessThanOrEqual(wanted);
          for (const { at: start } of plan) {
            if (start > now) expect(hourIn(timeZone, start)).toBeGreaterThanOrEqual(6);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe(nextLocalHour, () => {
  it.each([
    ['Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T04:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T05:00:00.000Z'],
    ['America/New_York', '2026-07-01T09:59:00Z', '2026-07-01T10:00:00.000Z'],
    ['America/New_York', '2026-07-01T10:00:00Z', '2026-07-02T10:00:00.000Z'],
    ['Asia/Kolkata', '2026-07-01T00:00:00Z', '2026-07-01T00:30:00.000Z'],
  ])('knows six o’clock in %s after %s', (zone, from, expected) => {
    expect(nextLocalHour(new Date(from), zone, 6).toISOString()).toBe(expected);
  });
});
