import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberPace } from './pacing.js';

const START = 1_795_341_600_000;

function aPace({ rate = 20, tokens = 20, refilledAt = START, now = START } = {}): NumberPace {
  return new NumberPace(rate, { tokens, refilledAt: new Date(refilledAt) }, now);
}

/** A worker that takes all it may at each moment. @returns how much it took, moment by moment */
function takeAll(pace: NumberPace, moments: readonly number[]): number[] {
  return moments.map((at) => {
    const count = pace.available(at);
    pace.take(count);
    return count;
  });
}

describe(NumberPace, () => {
  it('never lets more through than a burst and the rate, in any stretch of time', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), steps, (rate, pauses) => {
        let at = START;
        const moments = pauses.map((pause) => (at += pause));
        const taken = takeAll(aPace({ rate, tokens: rate }), moments);
        for (const [from, start] of moments.entries()) {
          const until = taken.slice(from).reduce((sum, count) => sum + count, 0);
          const seconds = ((moments.at(-1) ?? start) - start) / 1000;
          expect(until).toBeLessThanOrEqual(Math.max(1, rate) + rate * seconds + 1e-6);
        }
      }),
    );
  });

  it('lets the same through when the turn changes hands at any moment', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), steps, (rate, turns) => {
        const one = aPace({ rate, tokens: rate });
        let many = aPace({ rate, tokens: rate });
        let at = START;
        for (const [pause, isHandedOver] of turns) {
          at += pause;
          if (isHandedOver) many = new NumberPace(rate, many.state(at), at);
          const allowed = one.available(at);
          expect(Math.abs(many.available(at) - allowed)).toBeLessThanOrEqual(1);
          one.take(allowed);
          many.take(allowed);
        }
      }),
    );
  });

  it('gives a burst of one second at most, however long it rested', () => {
    expect(aPace({ rate: 20, tokens: 0 }).available(START + 3_600_000)).toBe(20);
  });

  it('sends at least one message at a time from a very slow number', () => {
    const pace = aPace({ rate: 1, tokens: 0 });
    expect(pace.available(START + 999)).toBe(0);
    expect(pace.available(START + 1_000)).toBe(1);
  });

  it('gives nothing during a pause, and says when it ends', () => {
    const pace = aPace();
    pace.pause(1_000, START);
    expect(pace.millisecondsUntilNext(START)).toBe(1_050);
    expect(pace.available(START + 1_000)).toBe(0);
    expect(pace.available(START + 1_050)).toBe(1);
  });

  it('does not end a longer pause by a shorter one', () => {
    const pace = aPace();
    pace.pause(5_000, START);
    pace.pause(1_000, START);
    expect(pace.available(START + 5_000)).toBe(0);
  });

  it('takes back what was claimed and not written', () => {
    const pace = aPace();
    pace.take(20);
    pace.giveBack(3);
    expect(pace.available(START)).toBe(3);
  });

  it('takes back no more than a burst', () => {
    const pace = aPace();
    pace.giveBack(50);
    expect(pace.available(START)).toBe(20);
  });

  it('goes on when the clock went back', () => {
    const pace = aPace({ tokens: 0, refilledAt: START + 60_000, now: START });
    expect(pace.available(START + 500)).toBe(10);
  });

  it('gains nothing by a clock that jumps to and fro', () => {
    const pace = aPace({ tokens: 0 });
    for (let i = 0; i < 10; i++) {
      pace.available(START + 100);
      pace.available(START);
    }
    expect(pace.available(START + 100)).toBe(2);
  });

  it('knows when the next message may leave', () => {
    const pace = aPace({ tokens: 0 });
    expect(pace.millisecondsUntilNext(START)).toBe(50);
    expect(pace.millisecondsUntilNext(START + 50)).toBe(0);
  });
});
