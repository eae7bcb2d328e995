import { grantableRoles, InvitationsService } from '#libs/access';
import { type AgencyContext, platformContext, toWireId } from '#libs/kernel';
import { contextOfAgency } from './agency-lookup.js';
import { listOf } from './option-values.js';
import type { Product } from './product.js';

/** The platform has no slug among agencies; this word stands for it. */
const PLATFORM = 'platform';

export interface WantedInvitation {
  readonly agency: string;
  readonly email: string;
  readonly name?: string;
  readonly roles: string;
}

/** @returns the wire id of the invitation; its link stands in the mail only */
export async function invite(product: Product, { agency, email, name, roles }: WantedInvitation): Promise<string> {
  const ctx = await contextOf(product, agency);
  const wanted = { email, name, roles: listOf('--roles', roles, grantableRoles(ctx.agencyId)) };
  return toWireId('invitation', (await product.get(InvitationsService).invite(ctx, wanted)).id);
}

async function contextOf(product: Product, agency: string): Promise<AgencyContext> {
  return agency === PLATFORM ? platformContext() : contextOfAgency(product, agency);
}
