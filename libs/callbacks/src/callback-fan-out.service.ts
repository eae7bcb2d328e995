import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { EventBatchListener, HeardEvent } from '#libs/events';
import { Clock } from '#libs/kernel';
import { WakeUps } from '#libs/queue';
import { type MessageChange, STATE_RANKS } from '#libs/sending';
import { CallbackDeliveriesRepository, type HeardChange } from './callback-deliveries.repository.js';
import { CALLBACK_TYPES, stateOf } from './callback-types.js';

/** Room for every rank of a state within one attempt. */
const RANKS = 100;

/** Turns what happened to messages into deliveries, one for each endpoint that wants to hear of it. */
@Injectable()
export class CallbackFanOut implements EventBatchListener {
  readonly types = CALLBACK_TYPES;

  constructor(
    private readonly deliveries: CallbackDeliveriesRepository,
    private readonly wakeUps: WakeUps,
    private readonly clock: Clock,
  ) {}

  async hearAll(tx: AgencyTx, events: readonly HeardEvent[]): Promise<void> {
    await this.deliveries.fanOut(tx, events.map(toChange), this.clock.now());
  }

  heard(): void {
    void this.wakeUps.wake('deliverCallbacks', 'due', {});
  }
}

/** The event of the outbox keeps its id: a receiver knows by it what it heard already. */
function toChange({ id, type, payload }: HeardEvent): HeardChange {
  const change = payload as unknown as MessageChange;
  const state = stateOf(type);
  return {
    id,
    type,
    messageId: change.messageId,
    state,
    // Attempts count up, and within one a state has its rank: a larger number is always the later state.
    sequence: Number(change.attempt) * RANKS + (state ? STATE_RANKS[state] : 0),
    failureCode: change.failureCode ?? null,
    occurredAt: new Date(change.at),
    departmentId: change.departmentId ?? null,
  };
}
