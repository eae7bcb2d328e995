import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { ConsentModule } from '#libs/consent';
import { ContactsModule } from '#libs/contacts';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { SendingModule } from '#libs/sending';
import { TemplatesModule } from '#libs/templates';
import { WEBHOOK_LISTENERS, WebhookProcessor, WebhooksModule } from '#libs/webhooks';
import { CitizenWebhooksProcessor } from './citizen-webhooks.processor.js';
import { StatusWebhooksProcessor } from './status-webhooks.processor.js';
import { WebhookListeners } from './webhook-listeners.service.js';
import { WebhookLoops } from './webhook-loops.js';

@Module({
  imports: [
    AuditModule,
    ConsentModule,
    ContactsModule,
    PhoneNumbersModule,
    SendingModule,
    TemplatesModule,
    WebhooksModule,
  ],
  providers: [
    WebhookListeners,
    {
      provide: WEBHOOK_LISTENERS,
      inject: [WebhookListeners],
      useFactory: (listeners: WebhookListeners) => listeners.list(),
    },
    WebhookProcessor,
    WebhookLoops,
    CitizenWebhooksProcessor,
    StatusWebhooksProcessor,
  ],
  exports: [WebhookProcessor],
})
export class WebhooksWorkerModule {}
