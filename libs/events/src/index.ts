export { EventDispatcher } from './event-dispatcher.service.js';
export { EventPublisher } from './event-publisher.service.js';
export { type DomainEvent, EVENT_LISTENERS, type EventListener } from './events.js';
export { EventsModule } from './events.module.js';
