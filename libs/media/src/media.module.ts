import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { Env } from '#libs/config';
import { EgressModule } from '#libs/egress';
import { PhoneNumbersModule } from '#libs/phone-numbers';
import { HeaderHandles } from './header-handles.service.js';
import { Images } from './images.service.js';
import { InboundMediaService } from './inbound-media.service.js';
import { MediaRepository } from './media.repository.js';
import { MediaService } from './media.service.js';
import { MediaClients } from './media-clients.service.js';
import { MediaDownload } from './media-download.service.js';
import { MediaHandover } from './media-handover.service.js';
import { MediaIntake } from './media-intake.service.js';
import { MediaJobsRepository } from './media-jobs.repository.js';
import { MediaLinks } from './media-links.service.js';
import { MediaRemoval } from './media-removal.service.js';
import { MediaRetention } from './media-retention.service.js';
import { MediaScan } from './media-scan.service.js';
import { MediaSeals } from './media-seals.service.js';
import { MediaUploads } from './media-uploads.service.js';
import { MediaUsesRepository } from './media-uses.repository.js';
import { MediaVault } from './media-vault.service.js';
import { MediaWork } from './media-work.service.js';
import { ProviderMediaRepository } from './provider-media.repository.js';
import { ProviderMediaService } from './provider-media.service.js';
import { MediaStorage } from './storage/media-storage.js';
import { openStorage } from './storage/open-storage.js';

/** Files: taken in, checked, kept, served, handed to WhatsApp and fetched from it. */
@Module({
  imports: [AuditModule, EgressModule, PhoneNumbersModule],
  providers: [
    HeaderHandles,
    Images,
    InboundMediaService,
    MediaClients,
    MediaDownload,
    MediaHandover,
    MediaIntake,
    MediaJobsRepository,
    MediaLinks,
    MediaRemoval,
    MediaRepository,
    MediaRetention,
    MediaScan,
    MediaSeals,
    MediaService,
    { provide: MediaStorage, inject: [Env], useFactory: openStorage },
    MediaUploads,
    MediaUsesRepository,
    MediaVault,
    MediaWork,
    ProviderMediaRepository,
    ProviderMediaService,
  ],
  exports: [
    HeaderHandles,
    InboundMediaService,
    MediaLinks,
    MediaRetention,
    MediaService,
    MediaUploads,
    MediaWork,
    ProviderMediaService,
  ],
})
export class MediaModule {}
