import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, notFound, type Uuid } from '#libs/kernel';
import type { DepartmentUsage } from './department.js';
import { DepartmentsRepository } from './departments.repository.js';
import { type Grant, QuotasRepository } from './quotas.repository.js';

/** With one row, every accepted message waited for the one before; with sixteen nobody does who could be measured. */
const SLOTS = 16;

/** What departments may still have accepted, and what they had. */
@Injectable()
export class QuotasService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly departments: DepartmentsRepository,
    private readonly repository: QuotasRepository,
    private readonly clock: Clock,
  ) {}

  /** Counts up to so many messages of each department, and says how many its quotas let it have. One statement, or none. */
  async take(tx: AgencyTx, wanted: ReadonlyMap<Uuid, number>): Promise<ReadonlyMap<Uuid, Grant>> {
    if (wanted.size === 0) return new Map();
    const departmentIds = [...wanted.keys()].sort();
    const grants = await this.repository.take(tx, {
      departmentIds,
      counts: departmentIds.map((id) => wanted.get(id) ?? 0),
      at: this.clock.now(),
      slot: randomInt(SLOTS),
    });
    return new Map(grants.map((grant) => [grant.departmentId, grant]));
  }

  async usage(ctx: AgencyContext, departmentId: Uuid): Promise<DepartmentUsage> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const [department, usage] = await Promise.all([
        this.departments.find(tx, departmentId),
        this.repository.usage(tx, departmentId, this.clock.now()),
      ]);
      if (!department) throw notFound();
      const { dailyQuota, monthlyQuota } = department;
      return {
        today: Number(usage.today),
        month: Number(usage.month),
        dailyQuota,
        monthlyQuota,
        days: usage.days ?? [],
      };
    });
  }
}
