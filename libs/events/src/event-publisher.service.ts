import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { Clock } from '#libs/kernel';
import type { DomainEvent } from './events.js';
import { OutboxEventsRepository } from './outbox-events.repository.js';

/** Writes events into the outbox, in the transaction of the change that they tell of. */
@Injectable()
export class EventPublisher {
  constructor(
    private readonly events: OutboxEventsRepository,
    private readonly clock: Clock,
  ) {}

  async publish(tx: AgencyTx, events: readonly DomainEvent[]): Promise<void> {
    if (events.length > 0) await this.events.add(tx, events, this.clock.now());
  }
}
