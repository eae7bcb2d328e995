import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock, newId, type Uuid } from '#libs/kernel';
import { WakeUps } from '#libs/queue';
import { CallbackDeliveriesRepository } from './callback-deliveries.repository.js';
import { CallbackEndpointsService, target } from './callback-endpoints.service.js';
import { CallbackReplaysRepository, type ReplaySelection } from './callback-replays.repository.js';
import { TEST_TYPE } from './callback-types.js';
import { callbackOff, replaySelection, replayTooLarge } from './callbacks.errors.js';

/** One statement puts them back; many more would hold its locks for too long. */
const MAX_REPLAYED = 50_000;
/** A request that names more is better told by time. */
export const MAX_REPLAYED_IDS = 1000;

export interface Replay {
  readonly id: Uuid | null;
  readonly count: number;
}

/** Tells an endpoint again, or for the first time and on trial. Receivers know what they heard already by its id. */
@Injectable()
export class CallbackReplaysService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly endpoints: CallbackEndpointsService,
    private readonly deliveries: CallbackDeliveriesRepository,
    private readonly repository: CallbackReplaysRepository,
    private readonly audit: AuditService,
    private readonly wakeUps: WakeUps,
    private readonly clock: Clock,
  ) {}

  /** How many it would be, before anybody decides. */
  async count(ctx: AgencyContext, endpointId: Uuid, selection: ReplaySelection): Promise<Replay> {
    assertSense(selection);
    return this.database.agencyTransaction(ctx, async (tx) => {
      await this.endpoints.lockIn(tx, endpointId);
      return { id: null, count: await this.repository.count(tx, endpointId, selection) };
    });
  }

  async start(ctx: AgencyContext, endpointId: Uuid, selection: ReplaySelection): Promise<Replay> {
    assertSense(selection);
    const id = newId();
    const count = await this.database.agencyTransaction(ctx, async (tx) => {
      const { state } = await this.endpoints.lockIn(tx, endpointId);
      if (state === 'off') throw callbackOff();
      const wanted = await this.repository.count(tx, endpointId, selection);
      if (wanted > MAX_REPLAYED) throw replayTooLarge(wanted, MAX_REPLAYED);
      const total = await this.repository.start(tx, endpointId, id, selection, this.clock.now());
      await this.audit.record(tx, {
        type: 'webhook_out.replayed',
        target: target(endpointId),
        detail: { count: total },
      });
      return total;
    });
    this.wake();
    return { id, count };
  }

  /** @returns the id of the event, by which its attempt is found */
  async test(ctx: AgencyContext, endpointId: Uuid): Promise<Uuid> {
    const event = { id: newId(), type: TEST_TYPE, messageId: null, state: null, sequence: 0, failureCode: null };
    await this.database.agencyTransaction(ctx, async (tx) => {
      const { state } = await this.endpoints.lockIn(tx, endpointId);
      if (state === 'off') throw callbackOff();
      await this.deliveries.addTest(tx, endpointId, { ...event, occurredAt: this.clock.now() });
      await this.audit.record(tx, { type: 'webhook_out.tested', target: target(endpointId) });
    });
    this.wake();
    return event.id;
  }

  /** Not awaited: every worker also looks by itself. */
  private wake(): void {
    void this.wakeUps.wake('deliverCallbacks', 'due', {});
  }
}

function assertSense(selection: ReplaySelection): void {
  if ('eventIds' in selection) {
    if (selection.eventIds.length === 0) throw replaySelection('ids', 'must name at least one event');
    return;
  }
  if (selection.from >= selection.to) throw replaySelection('to', 'must be later than `from`');
}
