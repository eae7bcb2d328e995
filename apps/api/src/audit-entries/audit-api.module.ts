import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { AuditEntriesController } from './audit-entries.controller.js';

@Module({ imports: [AuditModule], controllers: [AuditEntriesController] })
export class AuditApiModule {}
