import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { AuditDetailsController } from './audit-details.controller.js';
import { AuditEntriesController } from './audit-entries.controller.js';

@Module({ imports: [AuditModule], controllers: [AuditEntriesController, AuditDetailsController] })
export class AuditApiModule {}
