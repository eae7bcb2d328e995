import { describe, expect, it } from 'vitest';
import { DomainError } from '#libs/kernel';
import { type Schedule, type ScheduleRules, scheduleOf, type WantedTimes } from './schedule.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const DAY = 86_400;

const rulesOf = (defaultTtlSeconds: number | null): ScheduleRules => {
  return { defaultTtlSeconds, firstAllowed: (at) => at, now: NOW };
};

function refusalOf(times: WantedTimes, rules: ScheduleRules = rulesOf(null)): unknown {
  const schedule = scheduleOf(times, rules);
  return schedule instanceof DomainError ? schedule.errors?.[0] : schedule;
}

function accepted(...given: Parameters<typeof scheduleOf>): Schedule {
  const schedule = scheduleOf(...given);
  if (schedule instanceof DomainError) throw schedule;
  return schedule;
}

describe(scheduleOf, () => {
  it('lets a message without times leave now and gives it up after three days', () => {
    expect(scheduleOf({}, rulesOf(null))).toEqual({ notBefore: null, expiresAt: inSeconds(3 * DAY) });
  });

  it('gives it up after the time of its purpose', () => {
    expect(accepted({}, rulesOf(600)).expiresAt).toEqual(inSeconds(600));
  });

  it('counts the time of the purpose from sendAt', () => {
    expect(scheduleOf({ sendAt: inSeconds(DAY) }, rulesOf(600))).toEqual({
      notBefore: inSeconds(DAY),
      expiresAt: inSeconds(DAY + 600),
    });
  });

  it('takes a sendAt that is over as now', () => {
    expect(scheduleOf({ sendAt: inSeconds(-5) }, rulesOf(600))).toEqual({ notBefore: null, expiresAt: inSeconds(600) });
  });

  it('prefers the expiry that the caller names', () => {
    expect(accepted({ expiresAt: inSeconds(60) }, rulesOf(600)).expiresAt).toEqual(inSeconds(60));
  });

  it('takes a sendAt of exactly 90 days and none beyond', () => {
    expect(accepted({ sendAt: inSeconds(90 * DAY) }, rulesOf(null)).notBefore).toEqual(inSeconds(90 * DAY));
    expect(refusalOf({ sendAt: inSeconds(90 * DAY + 1) })).toMatchObject({ field: 'sendAt', code: 'out-of-range' });
  });

  it.each([
    ['in the past', { expiresAt: inSeconds(-1) }],
    ['now', { expiresAt: NOW }],
    ['before sendAt', { sendAt: inSeconds(DAY), expiresAt: inSeconds(DAY - 1) }],
  ])('refuses an expiry that lies %s', (_label, times) => {
    expect(refusalOf(times)).toMatchObject({ field: 'expiresAt', code: 'out-of-range' });
  });

  it('counts a life in seconds from the moment at which it may leave, and takes no two ends', () => {
    expect(accepted({ ttlSeconds: 60, sendAt: inSeconds(DAY) }, rulesOf(600)).expiresAt).toEqual(inSeconds(DAY + 60));
    expect(refusalOf({ ttlSeconds: 60, expiresAt: inSeconds(60) })).toMatchObject({ field: 'ttlSeconds' });
  });
});

describe('Quiet hours', () => {
  const quiet = (until: Date): ScheduleRules => {
    return { ...rulesOf(600), firstAllowed: (at) => (at < until ? until : at) };
  };

  it('put a message off, and its life with it', () => {
    expect(accepted({}, quiet(inSeconds(3600)))).toEqual({ notBefore: inSeconds(3600), expiresAt: inSeconds(4200) });
    expect(accepted({ sendAt: inSeconds(60) }, quiet(inSeconds(3600))).notBefore).toEqual(inSeconds(3600));
  });

  it('leave a message alone that is planned for after them', () => {
    expect(accepted({ sendAt: inSeconds(DAY) }, quiet(inSeconds(3600))).notBefore).toEqual(inSeconds(DAY));
  });

  it('refuse a message whose end lies before theirs', () => {
    expect(refusalOf({ expiresAt: inSeconds(3600) }, quiet(inSeconds(3600)))).toMatchObject({ field: 'expiresAt' });
    expect(accepted({ expiresAt: inSeconds(3601) }, quiet(inSeconds(3600))).expiresAt).toEqual(inSeconds(3601));
  });
});
