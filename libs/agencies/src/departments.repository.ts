import { Injectable } from '@nestjs/common';
import { type AgencyTx, violatedUnique } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import { departmentNameTaken } from './agencies.errors.js';
import type { Department, DepartmentQuota } from './department.js';

interface DepartmentRow {
  id: string;
  name: string;
  created_at: Date;
  archived_at: Date | null;
  daily_quota: number | null;
  monthly_quota: number | null;
}

const COLUMNS = 'id, name, created_at, archived_at, daily_quota, monthly_quota';

export type DepartmentValues = DepartmentQuota & { readonly name: string };

/** The only file that touches `departments`. */
@Injectable()
export class DepartmentsRepository {
  async insert(tx: AgencyTx, { name, dailyQuota, monthlyQuota }: DepartmentValues): Promise<Department> {
    return named(name, async () => {
      const rows = await tx.query<DepartmentRow>(
        `INSERT INTO departments (agency_id, id, name, daily_quota, monthly_quota) VALUES ($1, $2, $3, $4, $5)
         RETURNING ${COLUMNS}`,
        [tx.agencyId, newId(), name, dailyQuota, monthlyQuota],
      );
      return toDepartment(rows[0] as DepartmentRow);
    });
  }

  /** Archived ones last. */
  /** Of these ids, those that are departments. */
  async names(tx: AgencyTx, ids: readonly Uuid[]): Promise<Pick<Department, 'id' | 'name'>[]> {
    return tx.query('SELECT id, name FROM departments WHERE agency_id = $1 AND id = ANY($2)', [tx.agencyId, ids]);
  }

  async list(tx: AgencyTx, { withArchived }: { withArchived: boolean }): Promise<Department[]> {
    const rows = await tx.query<DepartmentRow>(
      `SELECT ${COLUMNS} FROM departments WHERE agency_id = $1 AND ($2 OR archived_at IS NULL)
       ORDER BY archived_at IS NOT NULL, name, id`,
      [tx.agencyId, withArchived],
    );
    return rows.map(toDepartment);
  }

  async find(tx: AgencyTx, id: Uuid): Promise<Department | null> {
    const rows = await tx.query<DepartmentRow>(`SELECT ${COLUMNS} FROM departments WHERE agency_id = $1 AND id = $2`, [
      tx.agencyId,
      id,
    ]);
    return rows[0] ? toDepartment(rows[0]) : null;
  }

  /** Until the transaction ends nobody changes it and nobody gives it a key. */
  async lock(tx: AgencyTx, id: Uuid): Promise<Department | null> {
    const rows = await tx.query<DepartmentRow>(
      `SELECT ${COLUMNS} FROM departments WHERE agency_id = $1 AND id = $2 FOR UPDATE`,
      [tx.agencyId, id],
    );
    return rows[0] ? toDepartment(rows[0]) : null;
  }

  async update(tx: AgencyTx, id: Uuid, { name, dailyQuota, monthlyQuota }: DepartmentValues): Promise<Department> {
    return named(name, async () => {
      const rows = await tx.query<DepartmentRow>(
        `UPDATE departments SET name = $3, daily_quota = $4, monthly_quota = $5
         WHERE agency_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
        [tx.agencyId, id, name, dailyQuota, monthlyQuota],
      );
      return toDepartment(rows[0] as DepartmentRow);
    });
  }

  async archive(tx: AgencyTx, id: Uuid): Promise<Department> {
    const rows = await tx.query<DepartmentRow>(
      `UPDATE departments SET archived_at = now() WHERE agency_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
      [tx.agencyId, id],
    );
    return toDepartment(rows[0] as DepartmentRow);
  }
}

async function named(name: string, write: () => Promise<Department>): Promise<Department> {
  try {
    return await write();
  } catch (error) {
    throw violatedUnique(error) === 'departments_name_key' ? departmentNameTaken(name) : error;
  }
}

function toDepartment({ id, name, ...row }: DepartmentRow): Department {
  return {
    id,
    name,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
    dailyQuota: row.daily_quota,
    monthlyQuota: row.monthly_quota,
  };
}
