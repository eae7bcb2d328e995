import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimEveryMs, connectionsFor, TURN_SLOTS } from './turn-slots.js';

describe('Turns beside one another', () => {
  it('claim together no more often than Postgres bears', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: TURN_SLOTS.urgent + TURN_SLOTS.ordinary }), (turns) => {
        expect((turns * 1_000) / claimEveryMs(turns)).toBeLessThanOrEqual(320.001);
      }),
    );
  });

  it('claim as often as one alone does while they are few', () => {
    expect(claimEveryMs(8)).toBe(claimEveryMs(1));
  });

  it('have so many requests in flight that answers of half a second do not slow a number down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (rate) => {
        expect(connectionsFor(rate, 512) / 0.5).toBeGreaterThanOrEqual(rate);
      }),
    );
  });

  it('never have more in flight than a process may', () => {
    expect(connectionsFor(1_000, 20)).toBe(20);
  });
});
