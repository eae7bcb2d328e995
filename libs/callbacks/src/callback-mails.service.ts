import { Injectable } from '@nestjs/common';
import { MembersService } from '#libs/access';
import { AgenciesService } from '#libs/agencies';
import { Env } from '#libs/config';
import { type AgencyContext, toWireId } from '#libs/kernel';
import type { MailRequest } from '#libs/mail';
import type { CallbackEndpoint } from './callback-endpoint.js';

export type CallbackNotice = 'callback-failing' | 'callback-off';

/** Tells those who can mend it that a department's system does not take what it is told. */
@Injectable()
export class CallbackMails {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly members: MembersService,
    private readonly env: Env,
  ) {}

  /** Administrators and whoever made the endpoint, if they still work here. */
  async about(
    ctx: AgencyContext,
    notice: CallbackNotice,
    { id, url, createdBy, failingSince }: CallbackEndpoint,
    now: Date,
  ): Promise<MailRequest[]> {
    const [agency, members] = await Promise.all([this.agencies.get(ctx), this.members.list(ctx)]);
    const values = {
      agency: agency.name,
      host: new URL(url).host,
      since: (failingSince ?? now).toISOString(),
      link: new URL(`/a/${agency.slug}/developers/callbacks/${toWireId('callback', id)}`, this.env.PUBLIC_URL).href,
    };
    return members
      .filter(({ disabledAt }) => !disabledAt)
      .filter((member) => member.id === createdBy || member.roles.some(({ role }) => role === 'agency_admin'))
      .map(({ email }) => ({ to: email, template: notice, language: agency.defaultLanguage, values }));
  }
}
