import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { ContactMatcher } from './contact-matcher.js';
import { ContactSealer } from './contact-sealer.js';
import { ContactWindowsRepository } from './contact-windows.repository.js';
import { ContactsRepository } from './contacts.repository.js';
import { ContactsService } from './contacts.service.js';

/** Citizens as each agency knows them. */
@Module({
  imports: [AuditModule],
  providers: [ContactsRepository, ContactWindowsRepository, ContactSealer, ContactMatcher, ContactsService],
  exports: [ContactsService],
})
export class ContactsModule {}
