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
import { MediaIntake } from './media-intake.service.js';
import { MediaJobsRepository } from './media-jobs.repository.js';
import { MediaLinks } from './media-links.service.js';
import { MediaRetention } from './media-retention.service.js';
import { MediaScan } from './media-scan.service.js';
import { MediaSeals } from './media-seals.service.js';
import { MediaUploads } from './media-uploads.service.js';
import { MediaUsesRepository } from './media-uses.repository.js';
import { MediaVault } from './media-vault.service.js';
import { ProviderMediaRepository } from './provider-media.repository.js';
import { ProviderMediaService } from './provider-media.service.js';
import { MediaStorage } from './storage/media-storage.js';
import { openStorage } from './storage/open-storage.js';

/** Whatever is written here is of this lib only: index.ts does not name it. */
const FOR_WORK = [
  MediaClients,
  MediaIntake,
  MediaJobsRepository,
  MediaRepository,
  MediaScan,
  MediaSeals,
  MediaVault,
  ProviderMediaRepository,
];

/** Files: taken in, checked, kept, served, handed to WhatsApp and fetched from it. */
@Module({
  imports: [AuditModule, EgressModule, PhoneNumbersModule],
  providers: [
    HeaderHandles,
    Images,
    InboundMediaService,
    MediaClients,
    MediaIntake,
    MediaJobsRepository,
    MediaLinks,
    MediaRepository,
    MediaRetention,
    MediaScan,
    MediaSeals,
    MediaService,
    { provide: MediaStorage, inject: [Env], useFactory: openStorage },
    MediaUploads,
    MediaUsesRepository,
    MediaVault,
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
    ProviderMediaService,
    // For the work on files, which has a module of its own.
    ...FOR_WORK,
  ],
})
export class MediaModule {}
