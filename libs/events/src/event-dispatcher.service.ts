import { Inject, Injectable, Optional } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { Clock, systemContext, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { EVENT_BATCH_LISTENERS, EVENT_LISTENERS, type EventBatchListener, type EventListener } from './events.js';
import { type DueEvent, OutboxEventsRepository } from './outbox-events.repository.js';

const SECOND = 1000;
const FIRST_PAUSE_MS = 5 * SECOND;
const LONGEST_PAUSE_MS = 3600 * SECOND;
/** With pauses from 5 s to 1 h this is about four hours of trying before a person has to look. */
const MAX_ATTEMPTS = 12;
/** One statement takes them, a few more spread them; larger batches only hold their locks longer. */
const BATCH = 500;

class ListenerFailed extends Error {
  constructor(
    readonly event: DueEvent,
    override readonly cause: unknown,
  ) {
    super('an event listener failed');
  }
}

/** Brings due events to their listeners. Runs in the worker only. */
@Injectable()
export class EventDispatcher {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly events: OutboxEventsRepository,
    private readonly clock: Clock,
    private readonly logger: Logger,
    @Inject(EVENT_LISTENERS) private readonly listeners: readonly EventListener[],
    @Optional() @Inject(EVENT_BATCH_LISTENERS) private readonly batchListeners: readonly EventBatchListener[] = [],
  ) {}

  private get batchTypes(): readonly string[] {
    return this.batchListeners.flatMap(({ types }) => types);
  }

  /** Delivers everything due, agency by agency. @returns how many events were delivered */
  async dispatchDue(): Promise<number> {
    const agencies = await this.database.acrossAgencies<{ agency_id: Uuid }>('agencies_with_due_events', [
      this.clock.now(),
    ]);
    let delivered = 0;
    for (const { agency_id } of agencies) delivered += await this.dispatchAgency(agency_id);
    return delivered;
  }

  private async dispatchAgency(agencyId: Uuid): Promise<number> {
    let delivered = 0;
    for (const listener of this.batchListeners) delivered += await this.dispatchTo(listener, agencyId);
    while (await this.dispatchOne(agencyId)) delivered++;
    return delivered;
  }

  private async dispatchTo(listener: EventBatchListener, agencyId: Uuid): Promise<number> {
    let delivered = 0;
    for (let limit = BATCH; ; ) {
      const taken = await this.dispatchBatch(listener, agencyId, limit);
      // One of them is at fault: alone, it does not hold up the others.
      if (taken === 'failed') limit = 1;
      else if (taken > 0) delivered += taken;
      if (taken === 0) return delivered;
    }
  }

  private async dispatchBatch(listener: EventBatchListener, agencyId: Uuid, limit: number): Promise<number | 'failed'> {
    try {
      const taken = await this.database.agencyTransaction(systemContext(agencyId), async (tx) => {
        const events = await this.events.lockBatch(tx, this.clock.now(), listener.types, limit);
        const [first] = events;
        if (!first) return 0;
        await listener.hearAll(tx, events).catch((error: unknown) => {
          throw new ListenerFailed(first, error);
        });
        await this.events.remove(
          tx,
          events.map(({ id }) => id),
        );
        return events.length;
      });
      if (taken > 0) listener.heard?.(agencyId);
      return taken;
    } catch (error) {
      if (!(error instanceof ListenerFailed)) throw error;
      if (limit === 1) await this.recordFailure(agencyId, error);
      return 'failed';
    }
  }

  /** @returns whether there was an event, delivered or not */
  private async dispatchOne(agencyId: Uuid): Promise<boolean> {
    const ctx = systemContext(agencyId);
    try {
      return await this.database.agencyTransaction(ctx, async (tx) => {
        const event = await this.events.lockNext(tx, this.clock.now(), this.batchTypes);
        if (!event) return false;
        for (const listener of this.listeners.filter(({ type }) => type === event.type)) {
          await listener.hear(tx, event).catch((error: unknown) => {
            throw new ListenerFailed(event, error);
          });
        }
        await this.events.remove(tx, [event.id]);
        return true;
      });
    } catch (error) {
      if (!(error instanceof ListenerFailed)) throw error;
      await this.recordFailure(agencyId, error);
      return true;
    }
  }

  private async recordFailure(agencyId: Uuid, { event, cause }: ListenerFailed): Promise<void> {
    const reason = cause instanceof Error ? cause.message : 'unknown';
    this.logger.failure('event listener failed', cause, { agencyId, eventId: event.id, type: event.type });
    await this.database.agencyTransaction(systemContext(agencyId), (tx) => {
      if (event.attempts + 1 >= MAX_ATTEMPTS) return this.events.park(tx, event.id, reason);
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** event.attempts, LONGEST_PAUSE_MS);
      return this.events.postpone(tx, event.id, new Date(this.clock.now().getTime() + pause), reason);
    });
  }
}
