import { Global, Module } from '@nestjs/common';
import { EventInterests } from './event-interests.repository.js';
import { EventPublisher } from './event-publisher.service.js';
import { OutboxEventsRepository } from './outbox-events.repository.js';

@Global()
@Module({
  providers: [EventInterests, EventPublisher, OutboxEventsRepository],
  exports: [EventInterests, EventPublisher, OutboxEventsRepository],
})
export class EventsModule {}
