import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { ProviderTemplates } from './provider-templates.js';
import { RejectedTemplates } from './rejected-templates.js';
import { TemplateChecksRepository } from './template-checks.repository.js';
import { TemplateChecksService } from './template-checks.service.js';
import { TemplateDraftsRepository } from './template-drafts.repository.js';
import { TemplateDraftsService } from './template-drafts.service.js';
import { TemplateFactsRepository } from './template-facts.repository.js';
import { TemplateNewsService } from './template-news.service.js';
import { TemplateReviewService } from './template-review.service.js';
import { TemplateSubmissionService } from './template-submission.service.js';
import { TemplateSyncService } from './template-sync.service.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';

const SERVICES = [
  RejectedTemplates,
  TemplateChecksService,
  TemplateDraftsService,
  TemplateNewsService,
  TemplateReviewService,
  TemplateSubmissionService,
  TemplatesService,
];

/** Templates: what may be sent outside the 24-hour window. */
@Module({
  imports: [AuditModule, PhoneNumbersModule],
  providers: [
    ...SERVICES,
    ProviderTemplates,
    TemplateChecksRepository,
    TemplateDraftsRepository,
    TemplateFactsRepository,
    TemplateSyncService,
    TemplatesRepository,
  ],
  exports: SERVICES,
})
export class TemplatesModule {}
