import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { AgenciesRepository } from './agencies.repository.js';
import { DepartmentsRepository } from './departments.repository.js';

export interface NamedId {
  readonly id: Uuid;
  readonly name: string;
}

/** What the things of an agency are called, by their ids; the platform's log also names the agencies. */
@Injectable()
export class AgencyNames {
  constructor(
    private readonly agencies: AgenciesRepository,
    private readonly departments: DepartmentsRepository,
  ) {}

  /** Two statements, however many ids. */
  async among(tx: AgencyTx, ids: readonly Uuid[]): Promise<NamedId[]> {
    const [agencies, departments] = await Promise.all([this.agenciesOf(tx), this.departments.names(tx, ids)]);
    return [...agencies.filter(({ id }) => ids.includes(id)), ...departments];
  }

  private async agenciesOf(tx: AgencyTx): Promise<readonly NamedId[]> {
    const seesAll = tx.agencyId === PLATFORM_AGENCY_ID && tx.permissions.has('platform:audit');
    if (seesAll) return this.agencies.listAcrossAgencies();
    const own = await this.agencies.find(tx);
    return own ? [own] : [];
  }
}
