import { Module } from '@nestjs/common';
import { DenialsModule } from '#libs/access';
import { AgenciesModule } from '#libs/agencies';
import { AuditModule } from '#libs/audit';
import { ConsentModule } from '#libs/consent';
import { ContactsModule } from '#libs/contacts';
import { EventsModule } from '#libs/events';
import { IdempotencyModule } from '#libs/idempotency';
import { LiveModule } from '#libs/live';
import { MediaModule } from '#libs/media';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { TemplatesModule } from '#libs/templates';
import { AcceptService } from './accept.service.js';
import { AcceptLookUps } from './accept-look-ups.js';
import { Admission } from './admission.service.js';
import { CircuitBreaker } from './circuit-breaker.service.js';
import { ClaimService } from './claim.service.js';
import { CloudApiClients } from './cloud-api-clients.service.js';
import { DispatchCheck } from './dispatch-check.service.js';
import { DispatchEntriesModule } from './dispatch-entries.module.js';
import { DispatchRecord } from './dispatch-record.service.js';
import { DispatchVerifier } from './dispatch-verifier.service.js';
import { GatheredAccepts } from './gathered-accepts.service.js';
import { InDoubtService } from './in-doubt.service.js';
import { InDoubtWindows } from './in-doubt-windows.js';
import { InboundMessagesService } from './inbound-messages.service.js';
import { KeywordConfirmation } from './keyword-confirmation.service.js';
import { MessageBatches } from './message-batches.service.js';
import { MessageCancellations } from './message-cancellations.service.js';
import { MessageLookUp } from './message-look-up.service.js';
import { MessageStatusService } from './message-status.service.js';
import { MessageViews } from './message-views.service.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';
import { NumberPump } from './number-pump.service.js';
import { NumberTrafficService } from './number-traffic.service.js';
import { NumberTurnsRepository } from './number-turns.repository.js';
import { PortfolioLimit } from './portfolio-limit.service.js';
import { PortfolioLimitsRepository } from './portfolio-limits.repository.js';
import { ProviderIdsRepository } from './provider-ids.repository.js';
import { QuotaGate } from './quota-gate.service.js';
import { Quotations } from './quotations.service.js';
import { ReadReceipts } from './read-receipts.service.js';
import { Refusals } from './refusals.service.js';
import { ResendOnce } from './resend-once.service.js';
import { SendingMetrics } from './sending-metrics.js';
import { SendingSweeper } from './sending-sweeper.service.js';
import { SendingWakeUps } from './sending-wake-ups.service.js';
import { SettleService } from './settle.service.js';
import { SideEffects } from './side-effects.service.js';
import { SpendLimit } from './spend-limit.service.js';
import { SwitchesModule } from './switches.module.js';
import { TodayService } from './today.service.js';
import { TrialGate } from './trial-gate.service.js';

/** Messages out and in. The API uses `MessagesService`; the worker the rest. */
@Module({
  imports: [
    AgenciesModule,
    AuditModule,
    ConsentModule,
    ContactsModule,
    DenialsModule,
    DispatchEntriesModule,
    EventsModule,
    IdempotencyModule,
    LiveModule,
    MediaModule,
    PhoneNumbersModule,
    SwitchesModule,
    TemplatesModule,
  ],
  providers: [
    AcceptLookUps,
    AcceptService,
    Admission,
    CircuitBreaker,
    ClaimService,
    CloudApiClients,
    DispatchCheck,
    DispatchRecord,
    DispatchVerifier,
    GatheredAccepts,
    InDoubtService,
    InDoubtWindows,
    InboundMessagesService,
    KeywordConfirmation,
    MessageBatches,
    MessageCancellations,
    MessageLookUp,
    MessageStatusService,
    MessageViews,
    MessagesRepository,
    MessagesService,
    NumberPump,
    NumberTrafficService,
    NumberTurnsRepository,
    PortfolioLimit,
    PortfolioLimitsRepository,
    ProviderIdsRepository,
    Quotations,
    ReadReceipts,
    Refusals,
    ResendOnce,
    SendingMetrics,
    SendingSweeper,
    SendingWakeUps,
    SettleService,
    SideEffects,
    SpendLimit,
    QuotaGate,
    TrialGate,
    TodayService,
  ],
  exports: [
    NumberTrafficService,
    AcceptService,
    DispatchVerifier,
    InDoubtService,
    InboundMessagesService,
    KeywordConfirmation,
    MessageBatches,
    MessageCancellations,
    MessageLookUp,
    MessageStatusService,
    MessagesService,
    NumberPump,
    ReadReceipts,
    SendingSweeper,
    SwitchesModule,
    TodayService,
  ],
})
export class SendingModule {}
