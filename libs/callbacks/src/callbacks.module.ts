import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { AgenciesModule } from '#libs/agencies';
import { AuditModule } from '#libs/audit';
import { EgressModule } from '#libs/egress';
import { EventsModule } from '#libs/events';
import { LiveModule } from '#libs/live';
import { MailModule } from '#libs/mail';
import { SendingModule } from '#libs/sending';
import { CallbackAttemptsRepository } from './callback-attempts.repository.js';
import { CallbackAttemptsService } from './callback-attempts.service.js';
import { CallbackDeliveriesRepository } from './callback-deliveries.repository.js';
import { CallbackDelivery } from './callback-delivery.service.js';
import { CallbackEndpointsRepository } from './callback-endpoints.repository.js';
import { CallbackEndpointsService } from './callback-endpoints.service.js';
import { CallbackFanOut } from './callback-fan-out.service.js';
import { CallbackMails } from './callback-mails.service.js';
import { CallbackReplaysRepository } from './callback-replays.repository.js';
import { CallbackReplaysService } from './callback-replays.service.js';
import { CallbackRetention } from './callback-retention.service.js';
import { CallbackSecrets } from './callback-secrets.service.js';
import { CallbackSettle } from './callback-settle.service.js';
import { CallbackTrouble } from './callback-trouble.js';

/** Departments are told what happens to their messages. The API asks the endpoints, the worker delivers. */
@Module({
  imports: [
    AccessModule,
    AgenciesModule,
    AuditModule,
    EgressModule,
    EventsModule,
    LiveModule,
    MailModule,
    SendingModule,
  ],
  providers: [
    CallbackAttemptsRepository,
    CallbackAttemptsService,
    CallbackDeliveriesRepository,
    CallbackDelivery,
    CallbackEndpointsRepository,
    CallbackEndpointsService,
    CallbackFanOut,
    CallbackMails,
    CallbackReplaysRepository,
    CallbackReplaysService,
    CallbackRetention,
    CallbackSecrets,
    CallbackSettle,
    CallbackTrouble,
  ],
  exports: [
    CallbackAttemptsService,
    CallbackDelivery,
    CallbackEndpointsService,
    CallbackFanOut,
    CallbackReplaysService,
    CallbackRetention,
    CallbackTrouble,
  ],
})
export class CallbacksModule {}
