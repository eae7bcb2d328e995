export { type ParkedWebhook, ParkedWebhooks } from './parked-webhooks.service.js';
export { WebhookIntake } from './webhook-intake.service.js';
export {
  type AccountChanges,
  type NumberChanges,
  WEBHOOK_LISTENERS,
  type WebhookListener,
} from './webhook-listener.js';
export { WebhookProcessor } from './webhook-processor.service.js';
export { WebhooksModule } from './webhooks.module.js';
