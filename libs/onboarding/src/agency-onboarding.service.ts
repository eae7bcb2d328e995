import { Injectable } from '@nestjs/common';
import { InvitationsService } from '#libs/access';
import { AgenciesService, type Agency, type NewAgency } from '#libs/agencies';
import { PurposesService } from '#libs/consent';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext } from '#libs/kernel';

export interface FirstAdmin {
  readonly email: string;
  readonly name?: string;
}

export interface WantedAgency extends NewAgency {
  /** Is invited by mail. */
  readonly firstAdmin?: FirstAdmin;
}

/** Makes an agency with what it needs from its first day. */
@Injectable()
export class AgencyOnboarding {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly agencies: AgenciesService,
    private readonly purposes: PurposesService,
    private readonly invitations: InvitationsService,
  ) {}

  /** The purpose `reply` lets it answer citizens who write. */
  async create(ctx: AgencyContext, { firstAdmin, ...agency }: WantedAgency): Promise<Agency> {
    if (firstAdmin) this.invitations.assertInvitable({ emailDomains: agency.emailDomains ?? [] }, firstAdmin);
    const created = await this.agencies.create(ctx, agency);
    const inAgency = { ...ctx, agencyId: created.id };
    await this.database.agencyTransaction(inAgency, (tx) => this.purposes.ensureBuiltIn(tx));
    if (firstAdmin) await this.invitations.invite(inAgency, { ...firstAdmin, roles: ['agency_admin'] });
    return created;
  }
}
