import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { ContactsModule } from '#libs/contacts';
import { ConsentEventsRepository } from './consent-events.repository.js';
import { ConsentGate } from './consent-gate.js';
import { ConsentProjectionService } from './consent-projection.service.js';
import { ConsentRecorder } from './consent-recorder.js';
import { ConsentsService } from './consents.service.js';
import { EnrolmentService } from './enrolment.service.js';
import { KeywordsService } from './keywords.service.js';
import { MergedConsent } from './merged-consent.service.js';
import { OptOutsService } from './opt-outs.service.js';
import { ProviderChoices } from './provider-choices.service.js';
import { PurposesRepository } from './purposes.repository.js';
import { PurposesService } from './purposes.service.js';
import { SuppressionsRepository } from './suppressions.repository.js';
import { SuppressionsService } from './suppressions.service.js';

const SERVICES = [
  ConsentGate,
  ConsentProjectionService,
  ConsentsService,
  EnrolmentService,
  KeywordsService,
  ProviderChoices,
  PurposesService,
  SuppressionsService,
];

/** The right to send: purposes, consent, opt-ins, opt-outs, and the gate that weighs them. */
@Module({
  imports: [AuditModule, ContactsModule],
  providers: [
    ...SERVICES,
    ConsentEventsRepository,
    ConsentRecorder,
    MergedConsent,
    OptOutsService,
    PurposesRepository,
    SuppressionsRepository,
  ],
  exports: SERVICES,
})
export class ConsentModule {}
