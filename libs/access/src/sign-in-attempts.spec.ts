import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LOCK_AFTER_FAILURES } from './sessions/session-limits.js';
import { SignInAttempts } from './sign-in-attempts.js';

const MINUTE = 60_000;
let attempts: SignInAttempts;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  attempts = new SignInAttempts();
});

afterEach(() => vi.useRealTimers());

function tryTimes(times: number, email = 'a@b.example', ip = '192.0.2.1'): number[] {
  return Array.from({ length: times }, () => attempts.begin(email, ip).waitSeconds);
}

describe(SignInAttempts.name, () => {
  it('lets ten through and makes the next wait until the window ends', () => {
    expect(tryTimes(10)).toEqual(Array(10).fill(0));
    vi.advanceTimersByTime(5 * MINUTE);
    expect(tryTimes(1)[0]).toBeGreaterThan(590);
    expect(tryTimes(1)[0]).toBeLessThanOrEqual(600);
    vi.advanceTimersByTime(10 * MINUTE);
    expect(tryTimes(1)).toEqual([0]);
  });

  it('counts each address and place on its own', () => {
    tryTimes(11);
    expect(tryTimes(1, 'c@d.example')).toEqual([0]);
    expect(tryTimes(1, 'a@b.example', '192.0.2.2')).toEqual([0]);
  });

  it('stops a place that tries many addresses', () => {
    for (let index = 0; index < 100; index++) tryTimes(1, `user${index}@b.example`);
    expect(tryTimes(1, 'one-more@b.example')[0]).toBeGreaterThan(0);
  });

  it('forgets the attempts of someone who succeeds', () => {
    for (let index = 0; index < 500; index++) {
      expect(tryTimes(1)).toEqual([0]);
      attempts.succeed('a@b.example', '192.0.2.1');
    }
  });

  it('says once that the limit is reached', () => {
    tryTimes(10);
    expect(attempts.begin('a@b.example', '192.0.2.1').isFirstRefused).toBe(true);
    expect(attempts.begin('a@b.example', '192.0.2.1').isFirstRefused).toBe(false);
  });

  it('locks an address that nobody has after as many failures as a person, wherever they come from', () => {
    const attempts = new SignInAttempts();
    for (let count = 0; count < LOCK_AFTER_FAILURES; count++) {
      expect(attempts.unknownLockedSeconds('nobody@health.example')).toBe(0);
      attempts.failUnknown('nobody@health.example');
    }
    expect(attempts.unknownLockedSeconds('nobody@health.example')).toBeGreaterThan(890);
    expect(attempts.unknownLockedSeconds('other@health.example')).toBe(0);
  });

  it('lets a place open 300 sign-ins with a passkey, and no more', () => {
    const attempts = new SignInAttempts();
    for (let count = 0; count < 300; count++) expect(attempts.open('192.0.2.1')).toBe(0);
    expect(attempts.open('192.0.2.1')).toBeGreaterThan(0);
    expect(attempts.open('192.0.2.2')).toBe(0);
  });
});
