import { Module } from '@nestjs/common';
import { AuditService } from './audit.service.js';
import { AuditDetailsRepository } from './audit-details.repository.js';
import { AuditDetailsService } from './audit-details.service.js';
import { AuditEntriesService } from './audit-entries.service.js';
import { AuditLogRepository } from './audit-log.repository.js';
import { AuditLogsRepository } from './audit-logs.repository.js';
import { AuditLogsService } from './audit-logs.service.js';
import { AuditStagingRepository } from './audit-staging.repository.js';

/** Recording actions and reading the log. The sequencer has a module of its own, which only the worker imports. */
@Module({
  providers: [
    AuditService,
    AuditEntriesService,
    AuditDetailsService,
    AuditDetailsRepository,
    AuditLogsService,
    AuditLogRepository,
    AuditLogsRepository,
    AuditStagingRepository,
  ],
  exports: [AuditService, AuditEntriesService, AuditDetailsService, AuditLogsService],
})
export class AuditModule {}
