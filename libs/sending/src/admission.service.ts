import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import type { AgencyTx } from '#libs/database';
import { Clock, DomainError, type Uuid } from '#libs/kernel';
import { LANES } from './lanes.js';
import { OutboxRepository } from './outbox.repository.js';
import { backpressure, keyStopped } from './sending.errors.js';
import { SendingLimitsRepository } from './sending-limits.repository.js';
import { SwitchesRepository } from './switches.repository.js';

/** What is true of an agency's queue, as this process last saw it. */
interface Pressure {
  readonly seenMs: number;
  readonly stoppedKeys: ReadonlySet<Uuid>;
  readonly isBulkLate: boolean;
  readonly isFull: boolean;
  /** When it is worth counting again. */
  readonly countAtMs: number;
}

const SEEN_FOR_MS = 1_000;
/** Counting a long queue takes long: it may take up a twentieth of the time. */
const COUNTING_SHARE = 20;
/** Agencies of which this process remembers what it saw. */
const MOST_REMEMBERED = 5_000;

/**
 * Whether more messages may come in. Looked at once a second for each agency and process, not at each request: a burst may
 * therefore pass by as much as comes in within that second. Alerts and replies are never refused for a queue of others.
 */
@Injectable()
export class Admission {
  private readonly seen = new Map<Uuid, Pressure>();

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly switches: SwitchesRepository,
    private readonly limits: SendingLimitsRepository,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** Puts a refusal in the place of each request that may not come in now, in order. */
  async admit<T>(
    tx: AgencyTx,
    checked: readonly (T | DomainError)[],
    laneOf: (one: T) => number,
  ): Promise<(T | DomainError)[]> {
    const pressure = await this.pressure(tx);
    if (tx.actor.kind === 'api_key' && pressure.stoppedKeys.has(tx.actor.id)) return checked.map(() => keyStopped());
    if (!pressure.isBulkLate && !pressure.isFull) return [...checked];
    return checked.map((one) => (one instanceof DomainError ? one : (refusalOf(laneOf(one), pressure) ?? one)));
  }

  private async pressure(tx: AgencyTx): Promise<Pressure> {
    const known = this.seen.get(tx.agencyId);
    if (known && this.clock.monotonicMs() - known.seenMs < SEEN_FOR_MS) return known;
    const seen = await this.look(tx, known);
    this.seen.delete(tx.agencyId);
    this.seen.set(tx.agencyId, seen);
    const [longestAgo] = this.seen.keys();
    if (this.seen.size > MOST_REMEMBERED && longestAgo) this.seen.delete(longestAgo);
    return seen;
  }

  private async look(tx: AgencyTx, before: Pressure | undefined): Promise<Pressure> {
    const now = this.clock.now();
    const [limits, keys, oldest] = await Promise.all([
      this.limits.get(tx),
      this.switches.stoppedKeys(tx),
      this.outbox.oldestDue(tx, LANES.bulk, now),
    ]);
    const ageMs = oldest ? now.getTime() - oldest.getTime() : 0;
    const limitMs = limits.bulkAgeSeconds === null ? this.env.SENDING_BULK_AGE_MS : limits.bulkAgeSeconds * 1000;
    const size = await this.count(tx, limits.outboxRows ?? this.env.SENDING_OUTBOX_ROWS, before);
    return {
      seenMs: this.clock.monotonicMs(),
      stoppedKeys: new Set(keys),
      isBulkLate: ageMs > limitMs,
      ...size,
    };
  }

  private async count(
    tx: AgencyTx,
    most: number,
    before: Pressure | undefined,
  ): Promise<Pick<Pressure, 'isFull' | 'countAtMs'>> {
    const begunMs = this.clock.monotonicMs();
    if (before && begunMs < before.countAtMs) return before;
    const isFull = await this.outbox.isAbove(tx, most);
    const endedMs = this.clock.monotonicMs();
    return { isFull, countAtMs: endedMs + COUNTING_SHARE * (endedMs - begunMs) };
  }
}

/** A late campaign refuses more of its kind; a full outbox everything that is not urgent. */
function refusalOf(lane: number, { isBulkLate, isFull }: Pressure): DomainError | null {
  if (lane === LANES.bulk && isBulkLate) return backpressure('bulk-late');
  return lane > LANES.reply && isFull ? backpressure('outbox-full') : null;
}
