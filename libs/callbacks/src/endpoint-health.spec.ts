import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterRound, type EndpointHealth, HEALTHY, isWarningDue, type Round, roomOf } from './endpoint-health.js';

const HOUR = 3_600_000;
const START = new Date('2026-11-22T10:00:00Z');
const at = (hours: number) => new Date(START.getTime() + hours * HOUR);
const failed: Round = { succeeded: 0, failed: 1, isGone: false };
const succeeded: Round = { succeeded: 1, failed: 3, isGone: false };

describe(afterRound, () => {
  it('notes since when it fails, and forgets it with one success', () => {
    const once = afterRound(HEALTHY, failed, at(0));
    expect(once).toMatchObject({ state: 'failing', failures: 1, failingSince: at(0), circuitUntil: null });
    expect(afterRound(once, failed, at(1))).toMatchObject({ failures: 2, failingSince: at(0) });
    expect(afterRound(once, succeeded, at(2))).toEqual(HEALTHY);
  });

  it('opens the circuit after five failures in a row, for a minute at most', () => {
    const broken = afterRound(HEALTHY, { ...failed, failed: 5 }, at(0));
    expect(broken.circuitUntil).toEqual(new Date(at(0).getTime() + 5000));
    expect(roomOf(broken, 16)).toBe(1);
    const long = afterRound(broken, { ...failed, failed: 1000 }, at(1));
    expect(long.circuitUntil).toEqual(new Date(at(1).getTime() + 60_000));
    expect(roomOf(HEALTHY, 16)).toBe(16);
  });

  it('is off at once when the receiver is gone for good', () => {
    expect(afterRound(HEALTHY, { ...failed, isGone: true }, at(0))).toMatchObject({ state: 'off', offReason: 'gone' });
  });

  it('warns once after a day, and is off after five days without a success', () => {
    const first = afterRound(HEALTHY, failed, at(0));
    const before = afterRound(first, failed, at(23.9));
    const day = afterRound(first, failed, at(24));
    expect(isWarningDue(before, at(23.9))).toBe(false);
    expect(isWarningDue(day, at(24))).toBe(true);
    expect(isWarningDue({ ...day, warnedAt: at(24) }, at(25))).toBe(false);
    expect(afterRound(day, failed, at(119.9)).state).toBe('failing');
    expect(afterRound(day, failed, at(120))).toMatchObject({ state: 'off', offReason: 'failing' });
  });

  it('is never off while some call succeeded in the last five days, and stays off once it is', () => {
    const rounds = fc.array(fc.record({ hours: fc.integer({ min: 1, max: 119 }), isGood: fc.boolean() }));
    fc.assert(
      fc.property(rounds, (steps) => {
        let health: EndpointHealth = HEALTHY;
        let [now, lastGood] = [0, 0];
        for (const { hours, isGood } of steps) {
          now += hours;
          if (now - lastGood >= 120) break;
          health = afterRound(health, isGood ? succeeded : failed, at(now));
          if (isGood) lastGood = now;
          expect(health.state).toBe(isGood ? 'active' : 'failing');
        }
        const off = afterRound(health, { ...failed, isGone: true }, at(now));
        expect(afterRound(off, succeeded, at(now + 1))).toEqual(off);
      }),
    );
  });
});
