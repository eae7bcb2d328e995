/** Names as in the API; ranks as in the sending protocol. A state that the provider proves only ever moves to a higher rank. */
export const STATE_RANKS = {
  received: 0,
  accepted: 0,
  queued: 10,
  sending: 20,
  in_doubt: 25,
  suppressed: 27,
  cancelled: 27,
  expired: 27,
  rejected: 27,
  unconfirmed: 28,
  sent: 30,
  failed: 40,
  delivered: 50,
  read: 60,
  played: 65,
} as const;

export type MessageState = keyof typeof STATE_RANKS;

export function rankOf(state: MessageState): number {
  return STATE_RANKS[state];
}

/** States in which nothing more is done by Belfry; provider evidence may still raise them. */
const FINAL_RANK_FROM = STATE_RANKS.suppressed;

export function isFinal(state: MessageState): boolean {
  return rankOf(state) >= FINAL_RANK_FROM;
}

/**
 * Our own moves, each allowed only from the named states (compare-and-set). `release`, `retry` and `resend` are the only
 * steps down; each opens a new attempt.
 */
export const MOVES = {
  claim: { from: ['accepted', 'queued'], to: 'sending' },
  release: { from: ['sending'], to: 'queued' },
  retry: { from: ['sending'], to: 'queued' },
  doubt: { from: ['sending'], to: 'in_doubt' },
  resend: { from: ['in_doubt', 'unconfirmed'], to: 'queued' },
  unconfirm: { from: ['in_doubt'], to: 'unconfirmed' },
  suppress: { from: ['accepted', 'queued'], to: 'suppressed' },
  cancel: { from: ['accepted', 'queued'], to: 'cancelled' },
  expire: { from: ['accepted', 'queued'], to: 'expired' },
  fail: { from: ['sending'], to: 'failed' },
} as const satisfies Record<string, { from: readonly MessageState[]; to: MessageState }>;

export type Move = keyof typeof MOVES;

export function mayMove(state: MessageState, move: Move): boolean {
  return (MOVES[move].from as readonly MessageState[]).includes(state);
}

/** What the provider can prove. */
export type Evidence = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

const EVIDENCE: ReadonlySet<string> = new Set(['sent', 'delivered', 'read', 'played', 'failed']);

export function isEvidence(status: string): status is Evidence {
  return EVIDENCE.has(status);
}

export interface MergeInput {
  readonly state: MessageState;
  readonly attemptNo: number;
}

export interface MergeResult {
  readonly state: MessageState;
  /** The provider has a message that we had given up: worth a look by a person. */
  readonly isAnomaly: boolean;
}

/**
 * Merges evidence of one attempt into the message: a maximum, so that duplicates and any order give one result. A failure
 * counts only when it is about the newest attempt, because an older one was superseded.
 */
export function merge(message: MergeInput, evidence: Evidence, attempt: number): MergeResult {
  const isOutdatedFailure = evidence === 'failed' && attempt < message.attemptNo;
  if (isOutdatedFailure || rankOf(evidence) <= rankOf(message.state)) return { state: message.state, isAnomaly: false };
  return { state: evidence, isAnomaly: rankOf(message.state) === FINAL_RANK_FROM };
}
