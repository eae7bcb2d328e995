import { type AgencyContext, DomainError, parseWireId, platformContext, toWireId } from '#libs/kernel';
import {
  type AgencyScope,
  type SendingLimits,
  SendingLimitsService,
  type Switch,
  SwitchesService,
  TARGET_KINDS,
} from '#libs/sending';
import { contextOfAgency } from './agency-lookup.js';
import type { Product } from './product.js';

export interface Stopping {
  /** Left out: the platform, and so all agencies. */
  readonly agency?: string;
  readonly scope?: AgencyScope;
  readonly target?: string;
  readonly reason: string;
}

export async function stopSending(product: Product, { agency, scope = 'agency', target, reason }: Stopping) {
  const switches = product.get(SwitchesService);
  if (agency === undefined) return switches.stopPlatform(platformContext(), reason);
  const ctx = await contextOfAgency(product, agency);
  return switches.stop(ctx, { scope, reason, targetId: targetOf(ctx, scope, target) });
}

export async function resumeSending(product: Product, id: string, agency: string | undefined): Promise<Switch> {
  const uuid = parseWireId('switch', id);
  if (!uuid) throw wrongId(`${id} is no id of a switch.`);
  const switches = product.get(SwitchesService);
  if (agency === undefined) return switches.liftPlatform(platformContext(), uuid);
  return switches.lift(await contextOfAgency(product, agency), uuid);
}

export async function setSendingLimits(product: Product, agency: string, change: Partial<SendingLimits>) {
  return product.get(SendingLimitsService).change(await contextOfAgency(product, agency), change);
}

export function describeSwitch({ id, scope, targetId, liftedAt }: Switch): string {
  const what = scope === 'platform' ? 'all agencies' : `${scope} ${toWireId(TARGET_KINDS[scope], targetId)}`;
  return liftedAt ? `${what} may send again` : `${what} is stopped by ${toWireId('switch', id)}`;
}

function targetOf({ agencyId }: AgencyContext, scope: AgencyScope, text: string | undefined): string {
  if (scope === 'agency') return agencyId;
  const id = text === undefined ? null : parseWireId(TARGET_KINDS[scope], text);
  if (!id) throw wrongId(`--target must be the id of what is stopped at the scope ${scope}.`);
  return id;
}

function wrongId(detail: string): DomainError {
  return new DomainError('invalid-request', { httpStatus: 400, detail });
}
