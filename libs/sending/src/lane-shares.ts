import { LANES } from './lanes.js';
import type { Room } from './pacing.js';

/** How many messages of a lane one claim may take at most, and how many it should when others wait too. */
export interface LanePlan {
  readonly lane: number;
  readonly most: number;
  readonly share: number;
}

/** For each bulk message that leaves, so many transactional ones may, while both wait. */
const TRANSACTIONAL_PER_BULK = 4;

/**
 * Divides what a number may send among the lanes. Alerts and replies take all of it, in that order; transactional and
 * bulk messages divide the rest 4 : 1 over time, so that a number of one message a second starves neither.
 */
export class LaneShares {
  /** Transactional messages since the last bulk one, four at most: whose turn is remembered, not a debt of hours. */
  private ahead = 0;

  plan({ all, ordinary }: Room): LanePlan[] {
    const bulk = this.bulkShare(ordinary);
    return [
      { lane: LANES.alert, most: all, share: all },
      { lane: LANES.reply, most: all, share: all },
      { lane: LANES.transactional, most: ordinary, share: ordinary - bulk },
      { lane: LANES.bulk, most: ordinary, share: bulk },
    ];
  }

  /** What a claim brought: the next plan goes on from there. */
  count({ transactional, bulk }: { readonly transactional: number; readonly bulk: number }): void {
    const ahead = this.ahead + transactional - TRANSACTIONAL_PER_BULK * bulk;
    this.ahead = Math.min(Math.max(ahead, 0), TRANSACTIONAL_PER_BULK);
  }

  private bulkShare(ordinary: number): number {
    return Math.floor((ordinary + this.ahead) / (TRANSACTIONAL_PER_BULK + 1));
  }
}
