export { EventDispatcher } from './event-dispatcher.service.js';
export { EventInterests } from './event-interests.repository.js';
export { EventPublisher } from './event-publisher.service.js';
export {
  type DomainEvent,
  EVENT_BATCH_LISTENERS,
  EVENT_LISTENERS,
  type EventBatchListener,
  type EventListener,
  type HeardEvent,
} from './events.js';
export { EventsModule } from './events.module.js';
