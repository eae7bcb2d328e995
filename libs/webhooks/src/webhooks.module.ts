import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { ParkedWebhooks } from './parked-webhooks.service.js';
import { WebhookInboxRepository } from './webhook-inbox.repository.js';
import { WebhookIntake } from './webhook-intake.service.js';

/** The receiving half, for the API. The worker provides `WebhookProcessor` together with its listeners. */
@Module({
  imports: [AuditModule, PhoneNumbersModule],
  providers: [ParkedWebhooks, WebhookInboxRepository, WebhookIntake],
  exports: [ParkedWebhooks, WebhookInboxRepository, WebhookIntake],
})
export class WebhooksModule {}
