import type { Uuid } from '#libs/kernel';

/** Milliseconds of a slot that an agency of weight 1 gains in each round. */
const QUANTUM_MS = 1_000;
/** An agency that nobody heard of for so long begins anew. */
const FORGET_AFTER_ROUNDS = 10_000;

interface Account {
  deficit: number;
  seenInRound: number;
}

/**
 * Deficit round robin over agencies, for the slots of a worker. A turn is paid for after it was had, by its length, so an
 * agency with one number and an agency with fifty get the same time of a worker at the same weight.
 * https://doi.org/10.1109/90.502236
 */
export class AgencyRounds {
  private readonly accounts = new Map<Uuid, Account>();
  private round = 0;
  private last: Uuid | undefined;

  /** Whose turn it is among those that wait, each with its weight. */
  next(waiting: ReadonlyMap<Uuid, number>): Uuid | undefined {
    if (waiting.size === 0) return undefined;
    this.round++;
    this.forget();
    const ring = this.ringOf(waiting);
    for (;;) {
      const chosen = ring.find((agencyId) => this.account(agencyId).deficit > 0);
      if (chosen !== undefined) {
        this.last = chosen;
        return chosen;
      }
      for (const agencyId of ring)
        this.account(agencyId).deficit += QUANTUM_MS * Math.max(waiting.get(agencyId) ?? 1, 1);
    }
  }

  charge(agencyId: Uuid, milliseconds: number): void {
    this.account(agencyId).deficit -= milliseconds;
  }

  /** Those that wait, beginning after the one that was served last. */
  private ringOf(waiting: ReadonlyMap<Uuid, number>): Uuid[] {
    const ids = [...waiting.keys()].sort();
    const last = this.last;
    if (last === undefined) return ids;
    return [...ids.filter((id) => id > last), ...ids.filter((id) => id <= last)];
  }

  private account(agencyId: Uuid): Account {
    const known = this.accounts.get(agencyId) ?? { deficit: 0, seenInRound: this.round };
    known.seenInRound = this.round;
    this.accounts.set(agencyId, known);
    return known;
  }

  private forget(): void {
    for (const [agencyId, { seenInRound }] of this.accounts) {
      if (this.round - seenInRound > FORGET_AFTER_ROUNDS) this.accounts.delete(agencyId);
    }
  }
}
