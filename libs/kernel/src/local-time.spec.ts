import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, momentOf, nextChange, parseLocalTime, wallClock } from './local-time.js';

/** Changes of an hour, of half an hour, at midnight, in the south, twice a year around Ramadan, and none. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Apia',
  'UTC',
] as const;

const at = (text: string, timeZone: string) => {
  const local = parseLocalTime(text);
  if (!local) throw new Error(`${text} is no local time`);
  return momentOf(local, timeZone).toISOString();
};

describe(momentOf, () => {
  it.each([
    ['2026-07-01T09:30', 'Europe/Berlin', '2026-07-01T07:30:00.000Z'],
    ['2026-01-01T09:30', 'Asia/Kathmandu', '2026-01-01T03:45:00.000Z'],
    ['2026-01-01T00:00', 'Pacific/Apia', '2025-12-31T11:00:00.000Z'],
  ])('takes %s in %s as %s', (local, zone, expected) => {
    expect(at(local, zone)).toBe(expected);
  });

  it.each([
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-03-08T02:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('takes %s, which the clocks of %s skip, as the moment of the change', (local, zone, expected) => {
    expect(at(local, zone)).toBe(expected);
  });

  it.each([
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ])('takes %s, which the clocks of %s show twice, as the first', (local, zone, expected) => {
    expect(at(local, zone)).toBe(expected);
  });

  it('is the first moment of its zone that is not earlier than the local time, in any zone', () => {
    const moments = fc.integer({ min: Date.UTC(2005, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), moments, (zone, minute) => {
        const wanted = new Date(minute * 60_000);
        const found = Date.parse(at(wanted.toISOString().slice(0, 16), zone));
        expect(wallClock(found, zone)).toBeGreaterThanOrEqual(wanted.getTime());
        expect(wallClock(found - 1, zone)).toBeLessThan(wanted.getTime());
      }),
      { numRuns: 1_000 },
    );
  });
});

describe(nextChange, () => {
  it('finds the moment of a change, to the millisecond', () => {
    const [from, to] = [Date.UTC(2026, 2, 28), Date.UTC(2026, 2, 30)];
    expect(nextChange(from, to, 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:00:00Z'));
    expect(nextChange(from, to, 'Asia/Kathmandu')).toBeNull();
  });
});

describe(parseLocalTime, () => {
  it.each(['2026-02-29T10:00', '2026-13-01T10:00', '2026-01-01T24:00', '2026-01-01 10:00', '2026-01-01T10:00Z', ''])(
    'does not take %j',
    (text) => {
      expect(parseLocalTime(text)).toBeNull();
    },
  );

  it('takes seconds that are zero', () => {
    expect(parseLocalTime('2024-02-29T10:05:00')).toEqual({ year: 2024, month: 2, day: 29, hour: 10, minute: 5 });
  });
});

describe(isTimeZone, () => {
  it('knows the zones of the IANA database and nothing else', () => {
    expect(ZONES.every(isTimeZone)).toBe(true);
    expect(['Europe/Atlantis', '', 'x'].some(isTimeZone)).toBe(false);
  });
});
