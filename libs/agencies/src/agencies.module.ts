import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { AgenciesRepository } from './agencies.repository.js';
import { AgenciesService } from './agencies.service.js';
import { AgencyNames } from './agency-names.service.js';
import { AgencyStatusService } from './agency-status.service.js';
import { DemoMark } from './demo-mark.service.js';
import { DepartmentsRepository } from './departments.repository.js';
import { DepartmentsService } from './departments.service.js';
import { PlatformSetup } from './platform-setup.js';
import { QuietHoursService } from './quiet-hours.service.js';
import { QuotasRepository } from './quotas.repository.js';
import { QuotasService } from './quotas.service.js';
import { StandingService } from './standing.service.js';
import { TrialGuestsRepository } from './trial-guests.repository.js';
import { TrialGuestsService } from './trial-guests.service.js';
import { TwoLogs } from './two-logs.service.js';

/** Agencies, their departments and guests, and the platform's own set-up. */
@Module({
  imports: [AuditModule],
  providers: [
    AgenciesRepository,
    AgenciesService,
    AgencyNames,
    AgencyStatusService,
    DemoMark,
    DepartmentsRepository,
    DepartmentsService,
    PlatformSetup,
    QuietHoursService,
    QuotasRepository,
    QuotasService,
    StandingService,
    TrialGuestsRepository,
    TrialGuestsService,
    TwoLogs,
  ],
  exports: [
    AgenciesService,
    AgencyNames,
    AgencyStatusService,
    DemoMark,
    DepartmentsService,
    PlatformSetup,
    QuietHoursService,
    QuotasService,
    StandingService,
    TrialGuestsService,
    TwoLogs,
  ],
})
export class AgenciesModule {}
