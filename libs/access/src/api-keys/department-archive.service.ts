import { Injectable } from '@nestjs/common';
import { type Department, DepartmentsService } from '#libs/agencies';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { departmentHasKeys } from '../access.errors.js';
import { ApiKeysRepository } from './api-keys.repository.js';

/** Closes a department for good. Its keys go first, so that no program stops without somebody having meant it. */
@Injectable()
export class DepartmentArchive {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly departments: DepartmentsService,
    private readonly keys: ApiKeysRepository,
  ) {}

  /** The row is locked while keys are counted, and making a key locks it as well. */
  async archive(ctx: AgencyContext, id: Uuid): Promise<Department> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      await this.departments.lockOpenIn(tx, id);
      const usable = await this.keys.countUsable(tx, id);
      if (usable > 0) throw departmentHasKeys(usable);
      return this.departments.archiveIn(tx, id);
    });
  }
}
