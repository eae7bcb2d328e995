import { Injectable } from '@nestjs/common';
import { InvitationsService } from '#libs/access';
import { AgenciesService, type Agency, type NewAgency } from '#libs/agencies';
import { PurposesService } from '#libs/consent';
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
    private readonly agencies: AgenciesService,
    private readonly purposes: PurposesService,
    private readonly invitations: InvitationsService,
  ) {}

  /** All of it or nothing. The purpose `reply` lets it answer citizens who write. */
  async create(ctx: AgencyContext, { firstAdmin, ...agency }: WantedAgency): Promise<Agency> {
    if (firstAdmin) this.invitations.assertInvitable({ emailDomains: agency.emailDomains ?? [] }, firstAdmin);
    return this.agencies.create(ctx, agency, async (tx, created) => {
      await this.purposes.ensureBuiltIn(tx);
      if (firstAdmin) await this.invitations.inviteIn(tx, created, { ...firstAdmin, roles: ['agency_admin'] });
    });
  }
}
