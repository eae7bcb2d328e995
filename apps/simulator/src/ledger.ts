import { outboundWamid } from './wamid.js';

export interface LedgerEntry {
  readonly wamid: string;
  readonly phoneNumberId: string;
  readonly to: string;
  readonly callbackData: string | null;
  readonly type: string;
  readonly at: string;
}

export interface AcceptedSend {
  readonly phoneNumberId: string;
  /** Phone digits, or the BSUID. */
  readonly to: string;
  readonly callbackData: string | null;
  readonly type: string;
  readonly at: number;
}

export interface LedgerQuery {
  readonly to?: string;
  readonly callbackData?: string;
  readonly phoneNumberId?: string;
  readonly after: number;
  readonly limit: number;
}

/** At most so many are kept; then the older half is forgotten. */
const MAX_ENTRIES = 2_000_000;

/** `belfry:1:msg_` and the 26 characters of an id: a prefix this long is looked up, a shorter one is searched for. */
const INDEXED_PREFIX = 39;

const NONE = -1;

/**
 * What was accepted, in order: the evidence for "0 lost, 0 sent twice". Entries are compact: the id of a message is
 * computed from its number, and entries of one key are chained by index instead of held in a list each.
 */
export class Ledger {
  private sends: AcceptedSend[] = [];
  /** Number of the first entry that is still kept. */
  private first = 0;
  private byTo = new ChainIndex();
  private byCallbackData = new ChainIndex();

  constructor(private readonly maxEntries: number = MAX_ENTRIES) {}

  get size(): number {
    return this.sends.length;
  }

  /** Returns the id of the new message. */
  add(send: AcceptedSend): string {
    if (this.sends.length >= this.maxEntries) this.forgetOlderHalf();
    this.index(send, this.sends.push(send) - 1);
    return outboundWamid(send.to, this.first + this.sends.length - 1);
  }

  list(query: LedgerQuery): { data: LedgerEntry[]; next: string | null } {
    const data: LedgerEntry[] = [];
    let last = 0;
    for (const index of this.candidates(query)) {
      if (this.first + index < query.after || !matches(this.sends[index] as AcceptedSend, query)) continue;
      if (data.length === query.limit) return { data, next: String(last + 1) };
      data.push(this.entry(index));
      last = this.first + index;
    }
    return { data, next: null };
  }

  private candidates(query: LedgerQuery): Iterable<number> {
    if (query.callbackData !== undefined && query.callbackData.length >= INDEXED_PREFIX) {
      return this.byCallbackData.of(query.callbackData.slice(0, INDEXED_PREFIX));
    }
    if (query.to !== undefined) return this.byTo.of(query.to);
    return range(Math.max(0, query.after - this.first), this.sends.length);
  }

  private entry(index: number): LedgerEntry {
    const send = this.sends[index] as AcceptedSend;
    const wamid = outboundWamid(send.to, this.first + index);
    return { wamid, ...send, at: new Date(send.at).toISOString() };
  }

  private index(send: AcceptedSend, index: number): void {
    this.byTo.add(send.to, index);
    if (send.callbackData !== null) this.byCallbackData.add(send.callbackData.slice(0, INDEXED_PREFIX), index);
  }

  private forgetOlderHalf(): void {
    const dropped = this.sends.length >> 1;
    this.sends = this.sends.slice(dropped);
    this.first += dropped;
    this.byTo = new ChainIndex();
    this.byCallbackData = new ChainIndex();
    this.sends.forEach((send, index) => {
      this.index(send, index);
    });
  }
}

/** The newest entry of each key, and for each entry the one before it with the same key. */
class ChainIndex {
  private readonly newest = new Map<string, number>();
  private readonly previous: number[] = [];

  add(key: string, index: number): void {
    while (this.previous.length < index) this.previous.push(NONE);
    this.previous.push(this.newest.get(key) ?? NONE);
    this.newest.set(key, index);
  }

  of(key: string): number[] {
    const found: number[] = [];
    for (let at = this.newest.get(key) ?? NONE; at !== NONE; at = this.previous[at] ?? NONE) found.push(at);
    return found.reverse();
  }
}

function matches(send: AcceptedSend, query: LedgerQuery): boolean {
  if (query.to !== undefined && send.to !== query.to) return false;
  if (query.phoneNumberId !== undefined && send.phoneNumberId !== query.phoneNumberId) return false;
  return query.callbackData === undefined || (send.callbackData?.startsWith(query.callbackData) ?? false);
}

function* range(from: number, to: number): Iterable<number> {
  for (let index = from; index < to; index++) yield index;
}
