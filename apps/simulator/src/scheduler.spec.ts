import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Scheduler } from './scheduler.js';
import { SeededRandom } from './seeded-random.js';
import { SimulatorClock } from './simulator-clock.js';

describe(Scheduler, () => {
  it('runs what is due in the order of its times when the clock is moved', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1_000, max: 1_000_000 }), { maxLength: 60 }), (delays) => {
        const clock = new SimulatorClock();
        const scheduler = new Scheduler(clock);
        const start = clock.now();
        const ran: number[] = [];
        for (const delay of delays) scheduler.at(start + delay, () => ran.push(delay));
        clock.advance(500_000);
        const now = clock.now() - start;
        scheduler.stop();
        expect(ran).toEqual(delays.filter((delay) => delay <= now).sort((a, b) => a - b));
      }),
    );
  });

  it('runs nothing after it was stopped', () => {
    const clock = new SimulatorClock();
    const scheduler = new Scheduler(clock);
    let ran = 0;
    scheduler.after(10, () => ran++);
    scheduler.stop();
    clock.advance(1_000);
    expect(ran).toBe(0);
  });
});

describe(SeededRandom, () => {
  it('gives the same numbers for the same seed', () => {
    const draw = (seed: number) =>
      Array.from(
        { length: 20 },
        (
          (random) => () =>
            random.between([150, 400])
        )(new SeededRandom(seed)),
      );
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(7).every((value) => value >= 150 && value <= 400)).toBe(true);
  });

  it('leaves no item in its place when it shuffles', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const shuffled = new SeededRandom(seed).shuffle([0, 1, 2]);
        expect(shuffled.some((value, index) => value === index)).toBe(false);
        expect([...shuffled].sort()).toEqual([0, 1, 2]);
      }),
    );
  });
});
