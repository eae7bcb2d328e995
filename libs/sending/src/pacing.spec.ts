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

  it('never lets more through than was granted, whatever is refused and whoever holds the turn', () => {
    const step = fc.record({
      pause: fc.integer({ min: 0, max: 900 }),
      event: fc.constantFrom('none', 'none', 'refused', 'handed over', 'worker died', 'given back'),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.array(step, { minLength: 2, maxLength: 60 }),
        (granted, steps) => {
          let pace = new NumberPace(granted, { tokens: granted, refilledAt: new Date(START) }, START);
          let at = START;
          const taken: { at: number; count: number }[] = [];
          for (const { pause, event } of steps) {
            at += pause;
            if (event === 'refused') pace.slowDown(at);
            const state = pace.state(at);
            if (event === 'handed over') pace = new NumberPace(granted, state, at);
            if (event === 'worker died')
              pace = new NumberPace(granted, { ...state, tokens: Math.min(0, state.tokens) }, at);
            const count = pace.available(at);
            pace.take(count);
            if (event === 'given back' && count > 0) pace.giveBack(1);
            taken.push({ at, count: event === 'given back' && count > 0 ? count - 1 : count });
          }
          for (const [from, { at: start }] of taken.entries()) {
            let sum = 0;
            for (const { at: end, count } of taken.slice(from)) {
              sum += count;
              expect(sum).toBeLessThanOrEqual(granted + (granted * (end - start)) / 1000 + 1e-6);
            }
          }
        },
      ),
    );
  });

  it('halves the rate when Meta refuses, once for all requests that were in flight', () => {
    const pace = aPace({ rate: 80, tokens: 80 });
    pace.slowDown(START);
    pace.slowDown(START + 300);
    expect(pace.available(START + 300)).toBe(0);
    expect(pace.rate).toBeCloseTo(41.2, 5);
    pace.slowDown(START + 1_300);
    expect(pace.rate).toBeLessThan(25);
  });

  it('comes back step by step to what is granted, and no further', () => {
    const pace = aPace({ rate: 80, tokens: 80 });
    pace.slowDown(START);
    pace.available(START + 1_000);
    expect(pace.rate).toBeCloseTo(44, 5);
    pace.available(START + 60_000);
    expect(pace.rate).toBe(80);
  });

  it('goes on trying however often Meta refuses', () => {
    const pace = aPace({ rate: 80, tokens: 80 });
    for (let second = 0; second < 100; second++) pace.slowDown(START + second * 1_000);
    expect(pace.rate).toBeGreaterThanOrEqual(80 / 64);
    expect(pace.available(START + 101_000)).toBeGreaterThan(0);
  });

  it('keeps a fifth of the bucket for what is urgent, and the whole of the rate for whoever is there', () => {
    const pace = aPace({ rate: 80, tokens: 80 });
    expect(pace.room(START)).toEqual({ all: 80, ordinary: 64 });
    pace.take(64);
    expect(pace.room(START)).toEqual({ all: 16, ordinary: 0 });
    expect(pace.room(START + 1_000)).toEqual({ all: 80, ordinary: 64 });
    pace.take(64);
    expect(pace.room(START + 1_500).ordinary).toBe(40);
  });

  it('keeps nothing back from a number too slow for it', () => {
    expect(aPace({ rate: 4, tokens: 4 }).room(START)).toEqual({ all: 4, ordinary: 4 });
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

  it('knows when the next ordinary message may leave', () => {
    const pace = aPace({ tokens: 0 });
    expect(pace.millisecondsUntilNext(START)).toBe(250);
    expect(pace.millisecondsUntilNext(START + 250)).toBe(0);
  });
});
