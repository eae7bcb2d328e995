/** What the table says about the session of a refresh token, at this moment. */
export interface RefreshFacts {
  /** Not ended, not idle, not too old; its person is not disabled and of the same epoch. */
  readonly isAlive: boolean;
  readonly generation: number;
  /** The current generation was given out so lately that its answer may have been lost. */
  readonly isInGrace: boolean;
}

export type RefreshDecision = 'rotate' | 'repeat' | 'reused' | 'ended';

/**
 * One refresh token is good: the last. The one before gets the same answer once more while that answer may have been lost;
 * any older one has been copied, and nobody can say whose copy is the thief's, so the whole family ends.
 */
export function decideRefresh(facts: RefreshFacts | null, presented: number): RefreshDecision {
  if (!facts?.isAlive || presented > facts.generation) return 'ended';
  if (presented === facts.generation) return 'rotate';
  return presented === facts.generation - 1 && facts.isInGrace ? 'repeat' : 'reused';
}
