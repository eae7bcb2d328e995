import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, invalidRequest } from '#libs/kernel';
import { isName } from './agency-rules.js';
import type { Department } from './department.js';
import { DepartmentsRepository } from './departments.repository.js';

/** The units inside an agency that own API keys and answer for what they send. */
@Injectable()
export class DepartmentsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: DepartmentsRepository,
    private readonly audit: AuditService,
  ) {}

  async create(ctx: AgencyContext, { name }: { readonly name: string }): Promise<Department> {
    if (!isName(name)) {
      throw invalidRequest([{ field: 'name', code: 'not-allowed', message: 'name must have 1 to 200 characters' }]);
    }
    return this.database.agencyTransaction(ctx, async (tx) => {
      const department = await this.repository.insert(tx, name.trim());
      await this.audit.record(tx, {
        type: 'agency.department.created',
        target: { kind: 'department', id: department.id },
      });
      return department;
    });
  }

  async list(ctx: AgencyContext): Promise<Department[]> {
    return this.database.agencyTransaction(ctx, (tx) => this.repository.list(tx));
  }

  async findByName(ctx: AgencyContext, name: string): Promise<Department | null> {
    return (await this.list(ctx)).find((department) => department.name === name) ?? null;
  }
}
