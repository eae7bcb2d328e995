import { describe, expect, it } from 'vitest';
import { DomainError } from '#libs/kernel';
import { type Schedule, scheduleOf } from './schedule.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const DAY = 86_400;

function refusalOf(times: Parameters<typeof scheduleOf>[0]): unknown {
  const schedule = scheduleOf(times, null, NOW);
  return schedule instanceof DomainError ? schedule.errors?.[0] : schedule;
}

function accepted(...given: Parameters<typeof scheduleOf>): Schedule {
  const schedule = scheduleOf(...given);
  if (schedule instanceof DomainError) throw schedule;
  return schedule;
}

describe(scheduleOf, () => {
  it('lets a message without times leave now and gives it up after three days', () => {
    expect(scheduleOf({}, null, NOW)).toEqual({ notBefore: null, expiresAt: inSeconds(3 * DAY) });
  });

  it('gives it up after the time of its purpose', () => {
    expect(accepted({}, 600, NOW).expiresAt).toEqual(inSeconds(600));
  });

  it('counts the time of the purpose from sendAt', () => {
    expect(scheduleOf({ sendAt: inSeconds(DAY) }, 600, NOW)).toEqual({
      notBefore: inSeconds(DAY),
      expiresAt: inSeconds(DAY + 600),
    });
  });

  it('takes a sendAt that is over as now', () => {
    expect(scheduleOf({ sendAt: inSeconds(-5) }, 600, NOW)).toEqual({ notBefore: null, expiresAt: inSeconds(600) });
  });

  it('prefers the expiry that the caller names', () => {
    expect(accepted({ expiresAt: inSeconds(60) }, 600, NOW).expiresAt).toEqual(inSeconds(60));
  });

  it('takes a sendAt of exactly 90 days and none beyond', () => {
    expect(accepted({ sendAt: inSeconds(90 * DAY) }, null, NOW).notBefore).toEqual(inSeconds(90 * DAY));
    expect(refusalOf({ sendAt: inSeconds(90 * DAY + 1) })).toMatchObject({ field: 'sendAt', code: 'out-of-range' });
  });

  it.each([
    ['in the past', { expiresAt: inSeconds(-1) }],
    ['now', { expiresAt: NOW }],
    ['before sendAt', { sendAt: inSeconds(DAY), expiresAt: inSeconds(DAY - 1) }],
  ])('refuses an expiry that lies %s', (_label, times) => {
    expect(refusalOf(times)).toMatchObject({ field: 'expiresAt', code: 'out-of-range' });
  });
});
