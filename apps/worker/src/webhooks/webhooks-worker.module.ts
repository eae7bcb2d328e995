import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { NumberNews, PhoneNumbersModule } from '#libs/phone-numbers';
import { InboundMessagesService, MessageStatusService, SendingModule } from '#libs/sending';
import { TemplateNewsService, TemplatesModule } from '#libs/templates';
import { WEBHOOK_LISTENERS, type WebhookListener, WebhookProcessor, WebhooksModule } from '#libs/webhooks';
import { readWebhookEvents } from '#libs/whatsapp';
import { CitizenWebhooksProcessor } from './citizen-webhooks.processor.js';
import { StatusWebhooksProcessor } from './status-webhooks.processor.js';
import { WebhookLoops } from './webhook-loops.js';

function listenersOf(
  inbound: InboundMessagesService,
  statuses: MessageStatusService,
  numbers: NumberNews,
  templates: TemplateNewsService,
): WebhookListener[] {
  return [
    {
      name: 'inbound-messages',
      hear: (ctx, { number, changes, receivedAt }) =>
        inbound.record(
          ctx,
          { number, receivedAt },
          changes.flatMap(({ messages }) => messages),
          changes.flatMap(({ contacts }) => contacts),
        ),
    },
    {
      name: 'message-statuses',
      hear: (ctx, { number, changes, receivedAt }) =>
        statuses.apply(
          ctx,
          { numberId: number.id, receivedAt },
          changes.flatMap(({ statuses: found }) => found),
        ),
    },
    {
      name: 'number-news',
      hearAccount: (ctx, { wabaId, changes }) => numbers.hear(ctx, wabaId, changes),
    },
    {
      name: 'template-news',
      hearAccount: (ctx, { wabaId, changes }) => templates.hear(ctx, wabaId, changes.flatMap(readWebhookEvents)),
    },
  ];
}

@Module({
  imports: [AuditModule, PhoneNumbersModule, SendingModule, TemplatesModule, WebhooksModule],
  providers: [
    {
      provide: WEBHOOK_LISTENERS,
      inject: [InboundMessagesService, MessageStatusService, NumberNews, TemplateNewsService],
      useFactory: listenersOf,
    },
    WebhookProcessor,
    WebhookLoops,
    CitizenWebhooksProcessor,
    StatusWebhooksProcessor,
  ],
  exports: [WebhookProcessor],
})
export class WebhooksWorkerModule {}
