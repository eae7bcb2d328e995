import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { AccountNewsRepository } from './account-news.repository.js';
import { AccountNews } from './account-news.service.js';
import { AccountsClients } from './accounts-clients.service.js';
import { NumberAttemptsRepository } from './number-attempts.repository.js';
import { NumberDrift } from './number-drift.js';
import { NumberExtrasService } from './number-extras.service.js';
import { NumberHistoryRepository } from './number-history.repository.js';
import { NumberHistoryService } from './number-history.service.js';
import { NumberLinkingService } from './number-linking.service.js';
import { NumberNews } from './number-news.service.js';
import { NumberOnboardingRepository } from './number-onboarding.repository.js';
import { NumberOnboardingService } from './number-onboarding.service.js';
import { NumberPins } from './number-pins.service.js';
import { NumberProfileService } from './number-profile.service.js';
import { NumberRefreshService } from './number-refresh.service.js';
import { NumberStepsService } from './number-steps.service.js';
import { NumberTrouble } from './number-trouble.js';
import { PhoneNumbersRepository } from './phone-numbers.repository.js';
import { PhoneNumbersService } from './phone-numbers.service.js';
import { PlatformNumbersRepository } from './platform-numbers.repository.js';
import { PlatformNumbersService } from './platform-numbers.service.js';
import { PortfoliosRepository } from './portfolios.repository.js';
import { PortfoliosService } from './portfolios.service.js';

/** Phone numbers, their way to being connected, and the portfolios that they belong to. */
@Module({
  imports: [AuditModule],
  providers: [
    AccountNews,
    AccountNewsRepository,
    AccountsClients,
    NumberAttemptsRepository,
    NumberDrift,
    NumberExtrasService,
    NumberHistoryRepository,
    NumberHistoryService,
    PlatformNumbersRepository,
    PlatformNumbersService,
    NumberLinkingService,
    NumberNews,
    NumberOnboardingRepository,
    NumberOnboardingService,
    NumberPins,
    NumberProfileService,
    NumberRefreshService,
    NumberStepsService,
    NumberTrouble,
    PhoneNumbersRepository,
    PhoneNumbersService,
    PortfoliosRepository,
    PortfoliosService,
  ],
  exports: [
    AccountNews,
    NumberDrift,
    NumberExtrasService,
    NumberHistoryService,
    PlatformNumbersService,
    NumberLinkingService,
    NumberNews,
    NumberOnboardingService,
    NumberProfileService,
    NumberRefreshService,
    NumberTrouble,
    PhoneNumbersService,
    PortfoliosService,
  ],
})
export class PhoneNumbersModule {}
