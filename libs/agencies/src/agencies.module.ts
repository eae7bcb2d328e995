import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { AgenciesRepository } from './agencies.repository.js';
import { AgenciesService } from './agencies.service.js';
import { DepartmentsRepository } from './departments.repository.js';
import { DepartmentsService } from './departments.service.js';
import { PlatformSetup } from './platform-setup.js';

/** Agencies, their departments, and the platform's own set-up. */
@Module({
  imports: [AuditModule],
  providers: [AgenciesRepository, AgenciesService, DepartmentsRepository, DepartmentsService, PlatformSetup],
  exports: [AgenciesService, DepartmentsService, PlatformSetup],
})
export class AgenciesModule {}
