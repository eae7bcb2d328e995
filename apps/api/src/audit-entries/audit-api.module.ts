import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { AuditModule } from '#libs/audit';
import { AuditDetailsController } from './audit-details.controller.js';
import { AuditEntriesController } from './audit-entries.controller.js';
import { EntryNames } from './entry-names.service.js';

@Module({
  imports: [AccessModule, AuditModule],
  controllers: [AuditEntriesController, AuditDetailsController],
  providers: [EntryNames],
})
export class AuditApiModule {}
