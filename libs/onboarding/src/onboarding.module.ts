import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { AgenciesModule } from '#libs/agencies';
import { AuditModule } from '#libs/audit';
import { ConsentModule } from '#libs/consent';
import { MailModule } from '#libs/mail';
import { AgencyOnboarding } from './agency-onboarding.service.js';
import { BreakGlassRepository } from './break-glass.repository.js';
import { BreakGlassService } from './break-glass.service.js';
import { BreakGlassExpiry } from './break-glass-expiry.service.js';
import { BreakGlassMails } from './break-glass-mails.service.js';
import { GoLiveRepository } from './go-live.repository.js';
import { GoLiveService } from './go-live.service.js';
import { GoLiveComments } from './go-live-comments.js';
import { GoLiveFactsRepository } from './go-live-facts.repository.js';
import { GoLiveReviewService } from './go-live-review.service.js';

/** How an agency comes to the platform and goes live, and how the platform's people may enter it. */
@Module({
  imports: [AccessModule, AgenciesModule, AuditModule, ConsentModule, MailModule],
  providers: [
    AgencyOnboarding,
    BreakGlassExpiry,
    BreakGlassMails,
    BreakGlassRepository,
    BreakGlassService,
    GoLiveComments,
    GoLiveFactsRepository,
    GoLiveRepository,
    GoLiveReviewService,
    GoLiveService,
  ],
  exports: [AgencyOnboarding, BreakGlassExpiry, BreakGlassService, GoLiveComments, GoLiveReviewService, GoLiveService],
})
export class OnboardingModule {}
