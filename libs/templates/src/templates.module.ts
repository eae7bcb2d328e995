import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { ProviderTemplates } from './provider-templates.js';
import { RejectedTemplates } from './rejected-templates.js';
import { TemplateNewsService } from './template-news.service.js';
import { TemplateSyncService } from './template-sync.service.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';

/** Templates: what may be sent outside the 24-hour window. */
@Module({
  imports: [AuditModule, PhoneNumbersModule],
  providers: [
    RejectedTemplates,
    ProviderTemplates,
    TemplateNewsService,
    TemplateSyncService,
    TemplatesRepository,
    TemplatesService,
  ],
  exports: [RejectedTemplates, TemplateNewsService, TemplatesService],
})
export class TemplatesModule {}
