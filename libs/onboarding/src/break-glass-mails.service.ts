import { Injectable } from '@nestjs/common';
import { MembersService } from '#libs/access';
import { AgenciesService } from '#libs/agencies';
import { Env } from '#libs/config';
import type { AgencyTx } from '#libs/database';
import { type AgencyContext, PLATFORM_AGENCY_ID } from '#libs/kernel';
import { type MailRequest, MailRequests } from '#libs/mail';
import type { BreakGlass } from './break-glass.js';

/** Tells an agency's administrators that somebody of the platform may look inside. */
@Injectable()
export class BreakGlassMails {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly members: MembersService,
    private readonly mails: MailRequests,
    private readonly env: Env,
  ) {}

  /** Written before the transaction begins, because the person stands under the platform and the readers in the agency. */
  async about(ctx: AgencyContext, entry: BreakGlass, until: Date): Promise<MailRequest[]> {
    const inAgency = { ...ctx, agencyId: entry.intoAgencyId };
    const [agency, readers, staff] = await Promise.all([
      this.agencies.get(inAgency),
      this.members.list(inAgency),
      this.members.list({ ...ctx, agencyId: PLATFORM_AGENCY_ID }),
    ]);
    const values = {
      agency: agency.name,
      person: staff.find(({ id }) => id === entry.requestedBy)?.name ?? 'Belfry',
      until: until.toISOString(),
      reason: entry.reason,
      link: new URL(`/a/${agency.slug}/audit`, this.env.PUBLIC_URL).href,
    };
    return readers
      .filter(({ roles, disabledAt }) => !disabledAt && roles.some(({ role }) => role === 'agency_admin'))
      .map(({ email }) => ({ to: email, template: 'break-glass', language: agency.defaultLanguage, values }));
  }

  /** In the transaction that opens the agency: nobody gets in without the mails being on their way. */
  async send(tx: AgencyTx, requests: readonly MailRequest[]): Promise<void> {
    await this.mails.add(tx, requests);
  }
}
