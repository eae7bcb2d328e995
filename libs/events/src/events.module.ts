import { Global, Module } from '@nestjs/common';
import { EventPublisher } from './event-publisher.service.js';
import { OutboxEventsRepository } from './outbox-events.repository.js';

@Global()
@Module({ providers: [EventPublisher, OutboxEventsRepository], exports: [EventPublisher, OutboxEventsRepository] })
export class EventsModule {}
