import { Injectable } from '@nestjs/common';
import { type AgencyTx, violatedUnique } from '#libs/database';
import { newId } from '#libs/kernel';
import { departmentNameTaken } from './agencies.errors.js';
import type { Department } from './department.js';

interface DepartmentRow {
  id: string;
  name: string;
  created_at: Date;
}

/** The only file that touches `departments`. */
@Injectable()
export class DepartmentsRepository {
  async insert(tx: AgencyTx, name: string): Promise<Department> {
    try {
      const rows = await tx.query<DepartmentRow>(
        'INSERT INTO departments (agency_id, id, name) VALUES ($1, $2, $3) RETURNING id, name, created_at',
        [tx.agencyId, newId(), name],
      );
      return toDepartment(rows[0] as DepartmentRow);
    } catch (error) {
      throw violatedUnique(error) === 'departments_name_key' ? departmentNameTaken(name) : error;
    }
  }

  async list(tx: AgencyTx): Promise<Department[]> {
    const rows = await tx.query<DepartmentRow>(
      'SELECT id, name, created_at FROM departments WHERE agency_id = $1 AND archived_at IS NULL ORDER BY name',
      [tx.agencyId],
    );
    return rows.map(toDepartment);
  }
}

function toDepartment({ id, name, created_at }: DepartmentRow): Department {
  return { id, name, createdAt: created_at };
}
