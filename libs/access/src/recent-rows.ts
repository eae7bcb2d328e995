import { LRUCache } from 'lru-cache';

/**
 * How long an answer about access may be old. A revoked key or role stops working within a second; a look-up for each of
 * thousands of requests a second would cost more than the requests.
 */
export const FRESH_MS = 500;

/** Bounded, because anyone can make up keys to look for. */
const MAX_HELD = 10_000;

/** Rows looked up by a text, kept for half a second; callers that ask at once share one look-up. */
export class RecentRows<Row> {
  private readonly held: LRUCache<string, readonly Row[]>;

  constructor(lookUp: (wanted: string) => Promise<readonly Row[]>, ttl: number = FRESH_MS) {
    this.held = new LRUCache({ max: MAX_HELD, ttl, fetchMethod: lookUp, ignoreFetchAbort: true });
  }

  async find(wanted: string): Promise<readonly Row[]> {
    return (await this.held.fetch(wanted)) ?? [];
  }

  forget(wanted: string): void {
    this.held.delete(wanted);
  }
}
