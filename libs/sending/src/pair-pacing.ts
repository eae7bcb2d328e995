import type { Uuid } from '#libs/kernel';

/** What is stored of a pair, so that the next holder of the number's turn goes on from there. */
export interface PairState {
  readonly contactId: Uuid;
  readonly tokens: number;
  readonly at: Date;
}

/**
 * Meta lets a number write to the same citizen once in 6 seconds, with a burst of 45 on credit. Ten of them stay
 * unused: so many may leave unseen when the turn changes hands, because only busy pairs are written down.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput
 */
export const PAIR_BURST = 35;
/** Ordinary messages leave so many of them to alerts and replies: whoever says STOP after a burst is answered at once. */
export const PAIR_URGENT = 5;
export const PAIR_EVERY_MS = 6_000;
/** How many messages to one citizen may be unwritten: between two turns, and within one, where only a crash loses them. */
const UNWRITTEN = { atEnd: 3, within: 7 };
/** From empty to full: what is older than this says nothing. */
export const PAIR_MEMORY_MS = PAIR_BURST * PAIR_EVERY_MS;

interface Bucket {
  tokens: number;
  atMs: number;
  /** Until when messages were put off so far, in milliseconds: the next one is put off behind those of its urgency. */
  plannedMs: { urgent: number; ordinary: number };
  /** Messages since the pair was written down last. */
  unwritten: number;
}

/** The pair rule of one number: a token bucket for each citizen who was written to in the last minutes. */
export class PairPacing {
  private readonly buckets = new Map<Uuid, Bucket>();

  constructor(states: readonly PairState[] = []) {
    for (const { contactId, tokens, at } of states) {
      this.buckets.set(contactId, { tokens, atMs: at.getTime(), plannedMs: noPlans(), unwritten: 0 });
    }
  }

  /**
   * Takes one message to the citizen, or says when one may leave. Messages that are put off queue up, six seconds apart; what
   * is urgent never queues behind what is not.
   */
  take(contactId: Uuid, nowMs: number, isUrgent = false): Date | null {
    const bucket = this.bucket(contactId, nowMs);
    const needed = isUrgent ? 1 : 1 + PAIR_URGENT;
    if (bucket.tokens >= needed - 1e-9) {
      bucket.tokens -= 1;
      bucket.unwritten++;
      return null;
    }
    const urgency = isUrgent ? 'urgent' : 'ordinary';
    const nextMs = nowMs + Math.ceil((needed - bucket.tokens) * PAIR_EVERY_MS);
    bucket.plannedMs[urgency] = Math.max(nextMs, bucket.plannedMs[urgency] + PAIR_EVERY_MS);
    return new Date(bucket.plannedMs[urgency]);
  }

  giveBack(contactId: Uuid): void {
    const bucket = this.buckets.get(contactId);
    if (!bucket) return;
    bucket.tokens = Math.min(bucket.tokens + 1, PAIR_BURST);
    bucket.unwritten--;
  }

  /** Pairs with too much that is not written down yet. Forgets those that rested long enough. */
  toStore(nowMs: number, when: keyof typeof UNWRITTEN): PairState[] {
    const states: PairState[] = [];
    for (const [contactId, bucket] of this.buckets) {
      this.refill(bucket, nowMs);
      if (bucket.tokens >= PAIR_BURST && bucket.plannedMs.ordinary <= nowMs) this.buckets.delete(contactId);
      else if (bucket.unwritten > UNWRITTEN[when]) {
        bucket.unwritten = 0;
        states.push({ contactId, tokens: bucket.tokens, at: new Date(bucket.atMs) });
      }
    }
    return states;
  }

  private bucket(contactId: Uuid, nowMs: number): Bucket {
    const known = this.buckets.get(contactId);
    if (known) {
      this.refill(known, nowMs);
      return known;
    }
    const full = { tokens: PAIR_BURST, atMs: nowMs, plannedMs: noPlans(), unwritten: 0 };
    this.buckets.set(contactId, full);
    return full;
  }

  private refill(bucket: Bucket, nowMs: number): void {
    // A clock that went back must not freeze the pair until it catches up.
    bucket.atMs = Math.min(bucket.atMs, nowMs + PAIR_MEMORY_MS);
    const elapsed = Math.max(0, nowMs - bucket.atMs);
    bucket.tokens = Math.min(bucket.tokens + elapsed / PAIR_EVERY_MS, PAIR_BURST);
    bucket.atMs = Math.max(bucket.atMs, nowMs);
  }
}

const noPlans = () => ({ urgent: 0, ordinary: 0 });
