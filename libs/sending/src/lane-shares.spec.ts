import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LaneShares } from './lane-shares.js';

/** Claims with both lanes full. @returns what left of each */
function claim(shares: LaneShares, rooms: readonly number[]): { transactional: number; bulk: number } {
  const sum = { transactional: 0, bulk: 0 };
  for (const ordinary of rooms) {
    const [, , transactional, bulk] = shares.plan({ all: ordinary, ordinary });
    const taken = { transactional: transactional?.share ?? 0, bulk: bulk?.share ?? 0 };
    shares.count(taken);
    sum.transactional += taken.transactional;
    sum.bulk += taken.bulk;
  }
  return sum;
}

describe(LaneShares, () => {
  it('divides four to one, also when a claim holds a single message', () => {
    expect(claim(new LaneShares(), Array(100).fill(1))).toEqual({ transactional: 80, bulk: 20 });
    expect(claim(new LaneShares(), [100])).toEqual({ transactional: 80, bulk: 20 });
  });

  it('keeps to four to one whatever the sizes of the claims', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 50 }), (rooms) => {
        const { transactional, bulk } = claim(new LaneShares(), rooms);
        expect(transactional + bulk).toBe(rooms.reduce((sum, room) => sum + room, 0));
        expect(Math.abs(transactional - 4 * bulk)).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('lets a lane take all when the other is empty, and owes it little for that', () => {
    const shares = new LaneShares();
    expect(shares.plan({ all: 10, ordinary: 10 }).map(({ most }) => most)).toEqual([10, 10, 10, 10]);
    shares.count({ transactional: 1_000, bulk: 0 });
    expect(shares.plan({ all: 1, ordinary: 1 }).at(3)?.share).toBe(1);
    expect(shares.plan({ all: 6, ordinary: 6 }).at(3)?.share).toBe(2);
  });

  it('gives alerts and replies all there is, and the others what is not kept for these', () => {
    const plans = new LaneShares().plan({ all: 16, ordinary: 0 });
    expect(plans.map(({ most }) => most)).toEqual([16, 16, 0, 0]);
  });
});
