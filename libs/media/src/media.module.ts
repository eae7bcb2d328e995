import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { InboundMediaService } from './inbound-media.service.js';
import { MediaRepository } from './media.repository.js';
import { MediaService } from './media.service.js';
import { MediaJobsRepository } from './media-jobs.repository.js';
import { MediaSeals } from './media-seals.service.js';
import { MediaUsesRepository } from './media-uses.repository.js';
import { ProviderMediaRepository } from './provider-media.repository.js';
import { ProviderMediaService } from './provider-media.service.js';

/** Files: taken in, checked, kept, served, handed to WhatsApp and fetched from it. */
@Module({
  imports: [AuditModule, PhoneNumbersModule],
  providers: [
    InboundMediaService,
    MediaJobsRepository,
    MediaRepository,
    MediaSeals,
    MediaService,
    MediaUsesRepository,
    ProviderMediaRepository,
    ProviderMediaService,
  ],
  exports: [InboundMediaService, MediaService, ProviderMediaService],
})
export class MediaModule {}
