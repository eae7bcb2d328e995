import { Inject, Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { Clock, systemContext, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { EVENT_LISTENERS, type EventListener } from './events.js';
import { type DueEvent, OutboxEventsRepository } from './outbox-events.repository.js';

const SECOND = 1000;
const FIRST_PAUSE_MS = 5 * SECOND;
const LONGEST_PAUSE_MS = 3600 * SECOND;
/** With pauses from 5 s to 1 h this is about four hours of trying before a person has to look. */
const MAX_ATTEMPTS = 12;

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
  ) {}

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
    while (await this.dispatchOne(agencyId)) delivered++;
    return delivered;
  }

  /** @returns whether there was an event, delivered or not */
  private async dispatchOne(agencyId: Uuid): Promise<boolean> {
    const ctx = systemContext(agencyId);
    try {
      return await this.database.agencyTransaction(ctx, async (tx) => {
        const event = await this.events.lockNext(tx, this.clock.now());
        if (!event) return false;
        for (const listener of this.listeners.filter(({ type }) => type === event.type)) {
          await listener.hear(tx, event).catch((error: unknown) => {
            throw new ListenerFailed(event, error);
          });
        }
        await this.events.remove(tx, event.id);
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
