import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endOf, SessionClock, type Standing, WARN_MS } from './session-clock.js';

const START = Date.parse('2026-11-22T09:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const limits = (hours: number) => ({ idleSeconds: 900, endsAt: new Date(START + hours * HOUR).toISOString() });

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

function watched(hours = 12) {
  const facts = { session: limits(hours) as ReturnType<typeof limits> | null, usedAt: START };
  const told: Standing[] = [];
  const clock = new SessionClock({ session: () => facts.session, usedAt: () => facts.usedAt }, (standing) =>
    told.push(standing),
  );
  clock.look();
  return { facts, told, clock, kinds: () => told.map(({ kind }) => kind) };
}

describe(endOf, () => {
  it('is the earlier of idle and final, and counts a use as up to a minute older', () => {
    expect(endOf(limits(12), START)).toEqual({ kind: 'idle', at: START + 14 * MINUTE });
    expect(endOf(limits(12), START + 11.9 * HOUR)).toEqual({ kind: 'final', at: START + 12 * HOUR });
  });
});

describe(SessionClock.name, () => {
  it('warns two minutes before an idle session ends, then says that it is over', () => {
    const { told, kinds } = watched();
    vi.advanceTimersByTime(12 * MINUTE - 1);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([{ kind: 'ending', end: { kind: 'idle', at: START + 14 * MINUTE } }]);
    vi.advanceTimersByTime(WARN_MS);
    expect(kinds()).toEqual(['ending', 'over']);
  });

  it('is quiet as long as the session is used, in whatever tab', () => {
    const { facts, told } = watched();
    for (let minute = 0; minute < 60; minute += 10) {
      vi.advanceTimersByTime(10 * MINUTE);
      // Another tab: nobody tells this clock, which looks again before it warns.
      facts.usedAt = Date.now();
    }
    expect(told).toEqual([]);
  });

  it('takes the warning back when somebody stays', () => {
    const { facts, clock, kinds } = watched();
    vi.advanceTimersByTime(13 * MINUTE);
    facts.usedAt = Date.now();
    clock.look();
    expect(kinds()).toEqual(['ending', 'fine']);
    vi.advanceTimersByTime(12 * MINUTE);
    expect(kinds()).toEqual(['ending', 'fine', 'ending']);
  });

  it('warns of the end that no use puts off', () => {
    const { told } = watched(0.2);
    vi.advanceTimersByTime(10 * MINUTE);
    expect(told).toEqual([{ kind: 'ending', end: { kind: 'final', at: START + 12 * MINUTE } }]);
  });

  it('says at once that a session is over which the server has ended, and when there is one again', () => {
    const { facts, clock, kinds } = watched();
    facts.session = null;
    clock.look();
    clock.look();
    expect(kinds()).toEqual(['over']);
    facts.session = limits(12);
    clock.look();
    expect(kinds()).toEqual(['over', 'fine']);
  });

  it('knows after a long sleep that the session is over', () => {
    const { clock, kinds } = watched();
    vi.setSystemTime(START + 2 * HOUR);
    clock.look();
    expect(kinds()).toEqual(['over']);
  });
});
