import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { ChangedPeople } from './changed-people.js';
import { ContactMatcher } from './contact-matcher.js';
import { ContactMerger } from './contact-merger.js';
import { ContactSealer } from './contact-sealer.js';
import { ContactWindowsRepository } from './contact-windows.repository.js';
import { ContactsRepository } from './contacts.repository.js';
import { ContactsService } from './contacts.service.js';
import { UserIdNews } from './user-id-news.service.js';

/** Citizens as each agency knows them. */
@Module({
  imports: [AuditModule],
  providers: [
    ChangedPeople,
    ContactsRepository,
    ContactWindowsRepository,
    ContactSealer,
    ContactMatcher,
    ContactMerger,
    ContactsService,
    UserIdNews,
  ],
  exports: [ContactsService, UserIdNews],
})
export class ContactsModule {}
