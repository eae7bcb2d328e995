import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, invalidRequest, notFound, type Uuid } from '#libs/kernel';
import { departmentArchived } from './agencies.errors.js';
import { isName } from './agency-rules.js';
import type { Department, DepartmentChange, DepartmentQuota } from './department.js';
import { DepartmentsRepository } from './departments.repository.js';

export type NewDepartment = Partial<DepartmentQuota> & { readonly name: string };

const MAX_QUOTA = 2_000_000_000;

/** The units inside an agency that own API keys and answer for what they send. */
@Injectable()
export class DepartmentsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: DepartmentsRepository,
    private readonly audit: AuditService,
  ) {}

  async create(ctx: AgencyContext, wanted: NewDepartment): Promise<Department> {
    assertValid(wanted);
    const { name, dailyQuota = null, monthlyQuota = null } = wanted;
    return this.database.agencyTransaction(ctx, async (tx) => {
      const department = await this.repository.insert(tx, { name: name.trim(), dailyQuota, monthlyQuota });
      await this.audit.record(tx, { type: 'agency.department.created', target: target(department.id) });
      if (dailyQuota !== null || monthlyQuota !== null) await this.recordQuota(tx, null, department);
      return department;
    });
  }

  /** Those that are not archived, by name. */
  async list(ctx: AgencyContext): Promise<Department[]> {
    return this.database.agencyTransaction(ctx, (tx) => this.repository.list(tx, { withArchived: false }));
  }

  async listAll(ctx: AgencyContext): Promise<Department[]> {
    return this.database.agencyTransaction(ctx, (tx) => this.repository.list(tx, { withArchived: true }));
  }

  async findByName(ctx: AgencyContext, name: string): Promise<Department | null> {
    return (await this.list(ctx)).find((department) => department.name === name) ?? null;
  }

  async update(ctx: AgencyContext, id: Uuid, change: DepartmentChange): Promise<Department> {
    assertValid(change);
    return this.database.agencyTransaction(ctx, async (tx) => {
      const before = await this.lockOpenIn(tx, id);
      const { name, dailyQuota, monthlyQuota } = { ...before, ...given(change) };
      const after = await this.repository.update(tx, id, { name: name.trim(), dailyQuota, monthlyQuota });
      const detail = { from: before.name, to: after.name };
      if (before.name !== after.name)
        await this.audit.record(tx, { type: 'agency.department.renamed', target: target(id), detail });
      if (before.dailyQuota !== after.dailyQuota || before.monthlyQuota !== after.monthlyQuota)
        await this.recordQuota(tx, before, after);
      return after;
    });
  }

  /** @throws DomainError `not-found`, or `department-archived` */
  async lockOpenIn(tx: AgencyTx, id: Uuid): Promise<Department> {
    const department = await this.repository.lock(tx, id);
    if (!department) throw notFound();
    if (department.archivedAt) throw departmentArchived();
    return department;
  }

  /** The caller has made sure that nothing of the department is in use; see `DepartmentArchive` in access. */
  async archiveIn(tx: AgencyTx, id: Uuid): Promise<Department> {
    const archived = await this.repository.archive(tx, id);
    await this.audit.record(tx, { type: 'agency.department.archived', target: target(id) });
    return archived;
  }

  private async recordQuota(tx: AgencyTx, before: DepartmentQuota | null, after: Department): Promise<void> {
    const detail = { ...(before && { from: quotaOf(before) }), to: quotaOf(after) };
    await this.audit.record(tx, { type: 'agency.quota.changed', target: target(after.id), detail });
  }
}

function target(id: Uuid): { kind: string; id: Uuid } {
  return { kind: 'department', id };
}

/** No quota is left out: an entry has no empty values. */
function quotaOf({ dailyQuota, monthlyQuota }: DepartmentQuota): Record<string, number> {
  return { ...(dailyQuota !== null && { dailyQuota }), ...(monthlyQuota !== null && { monthlyQuota }) };
}

function given(change: DepartmentChange): DepartmentChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function assertValid({ name, dailyQuota, monthlyQuota }: DepartmentChange): void {
  const rules: [boolean, string, string][] = [
    [name === undefined || isName(name), 'name', 'must have 1 to 200 characters'],
    [isQuota(dailyQuota), 'dailyQuota', `must be a whole number from 0 to ${MAX_QUOTA}`],
    [isQuota(monthlyQuota), 'monthlyQuota', `must be a whole number from 0 to ${MAX_QUOTA}`],
  ];
  const problems = rules.filter(([isKept]) => !isKept);
  if (problems.length === 0) return;
  throw invalidRequest(
    problems.map(([, field, text]) => ({ field, code: 'not-allowed', message: `${field} ${text}` })),
  );
}

function isQuota(quota: number | null | undefined): boolean {
  return quota === null || quota === undefined || (Number.isInteger(quota) && quota >= 0 && quota <= MAX_QUOTA);
}
