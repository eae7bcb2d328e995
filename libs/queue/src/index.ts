export { QueueModule } from './queue.module.js';
export { JOBS, type JobName, QUEUE_NAMES, type WakeUp } from './queues.js';
export { WakeUps } from './wake-ups.service.js';
