import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ATTEMPTS, pauseAfter, RETRY_PAUSES_MS } from './retry-schedule.js';

describe(pauseAfter, () => {
  it('keeps the schedule within a fifth, and ends after the tenth attempt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
        const pause = pauseAfter(attempts, random);
        const planned = RETRY_PAUSES_MS[attempts - 1];
        if (planned === undefined) {
          expect(attempts >= MAX_ATTEMPTS && pause === null).toBe(true);
          return;
        }
        expect(pause).toBeGreaterThanOrEqual(Math.floor(planned * 0.8));
        expect(pause).toBeLessThanOrEqual(Math.ceil(planned * 1.2));
      }),
    );
  });

  it('tries for more than three days', () => {
    const hours = RETRY_PAUSES_MS.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
    expect(hours * 0.8).toBeGreaterThan(48);
    expect(hours).toBeGreaterThan(72);
  });
});
