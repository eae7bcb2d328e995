import { describe, expect, it } from 'vitest';
import { dayOf, secondsToNextDay } from './agency-day.js';

describe(dayOf, () => {
  it.each([
    ['2026-03-01T23:30:00Z', 'UTC', '2026-03-01'],
    ['2026-03-01T23:30:00Z', 'Africa/Nairobi', '2026-03-02'],
    ['2026-03-01T02:30:00Z', 'America/Sao_Paulo', '2026-02-28'],
  ])('%s in %s is %s', (at, zone, day) => {
    expect(dayOf(new Date(at), zone)).toBe(day);
  });
});

describe(secondsToNextDay, () => {
  it.each([
    ['2026-03-01T23:59:00Z', 'UTC', 60],
    ['2026-03-01T20:00:00Z', 'Africa/Nairobi', 3600],
    // The clocks go back at two o'clock in the morning of this day.
    ['2026-10-25T00:00:00Z', 'Europe/London', 24 * 3600],
  ])('%s in %s is %i away', (at, zone, seconds) => {
    expect(Math.abs(secondsToNextDay(new Date(at), zone) - seconds)).toBeLessThanOrEqual(1);
  });
});
