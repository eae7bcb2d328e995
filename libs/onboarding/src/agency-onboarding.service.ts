import { Injectable } from '@nestjs/common';
import { AgenciesService, type Agency, type NewAgency } from '#libs/agencies';
import { PurposesService } from '#libs/consent';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext } from '#libs/kernel';

/** Makes an agency with what it needs from its first day. */
@Injectable()
export class AgencyOnboarding {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly agencies: AgenciesService,
    private readonly purposes: PurposesService,
  ) {}

  /** The purpose `reply` lets it answer citizens who write. */
  async create(ctx: AgencyContext, agency: NewAgency): Promise<Agency> {
    const created = await this.agencies.create(ctx, agency);
    await this.database.agencyTransaction({ ...ctx, agencyId: created.id }, (tx) => this.purposes.ensureBuiltIn(tx));
    return created;
  }
}
