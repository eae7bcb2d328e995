import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRefresh } from './refresh-decision.js';

const facts = (generation: number, isInGrace = false, isAlive = true) => ({ generation, isInGrace, isAlive });

describe(decideRefresh, () => {
  it.each([
    ['the last one', facts(5), 5, 'rotate'],
    ['the one before, at once', facts(5, true), 4, 'repeat'],
    ['the one before, later', facts(5), 4, 'reused'],
    ['an older one, however fast', facts(5, true), 3, 'reused'],
    ['one that was never given out', facts(5), 6, 'ended'],
    ['one of a session that is over', facts(5, true, false), 5, 'ended'],
    ['one of no session', null, 1, 'ended'],
  ])('%s', (_label, row, presented, decision) => {
    expect(decideRefresh(row, presented)).toBe(decision);
  });

  it('continues a session for the last two generations at most', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.boolean(), fc.boolean(), (generation, presented, isInGrace, isAlive) => {
        const decision = decideRefresh({ generation, isInGrace, isAlive }, presented);
        if (decision === 'rotate' || decision === 'repeat') {
          expect(isAlive).toBe(true);
          expect(generation - presented).toBeGreaterThanOrEqual(0);
          expect(generation - presented).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
