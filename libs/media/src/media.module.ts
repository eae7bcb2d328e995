import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { Env } from '#libs/config';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { HeaderHandles } from './header-handles.service.js';
import { InboundMediaService } from './inbound-media.service.js';
import { MediaRepository } from './media.repository.js';
import { MediaService } from './media.service.js';
import { MediaClients } from './media-clients.service.js';
import { MediaJobsRepository } from './media-jobs.repository.js';
import { MediaSeals } from './media-seals.service.js';
import { MediaUsesRepository } from './media-uses.repository.js';
import { MediaVault } from './media-vault.service.js';
import { ProviderMediaRepository } from './provider-media.repository.js';
import { ProviderMediaService } from './provider-media.service.js';
import { MediaStorage } from './storage/media-storage.js';
import { openStorage } from './storage/open-storage.js';

/** Files: taken in, checked, kept, served, handed to WhatsApp and fetched from it. */
@Module({
  imports: [AuditModule, PhoneNumbersModule],
  providers: [
    HeaderHandles,
    InboundMediaService,
    MediaClients,
    MediaVault,
    { provide: MediaStorage, inject: [Env], useFactory: openStorage },
    MediaJobsRepository,
    MediaRepository,
    MediaSeals,
    MediaService,
    MediaUsesRepository,
    ProviderMediaRepository,
    ProviderMediaService,
  ],
  exports: [HeaderHandles, InboundMediaService, MediaService, ProviderMediaService],
})
export class MediaModule {}
