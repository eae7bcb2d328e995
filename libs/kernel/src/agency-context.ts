import { newId, type Uuid } from './ids.js';

/**
 * The reserved agency that is the platform itself: its audit log, its people, the webhook inbox and the portfolios live
 * under it, so that every row has an agency and one isolation policy fits all tables.
 */
export const PLATFORM_AGENCY_ID: Uuid = '00000000-0000-7000-8000-000000000000';

/** Actor id of the system itself (worker loops, migrations): a fixed id, so that its entries can be found. */
export const SYSTEM_ACTOR_ID: Uuid = '00000000-0000-7000-8000-000000000001';

export type ActorKind = 'user' | 'api_key' | 'system' | 'citizen' | 'provider';

export interface Actor {
  readonly kind: ActorKind;
  readonly id: Uuid;
  /** The role held at the time of the action, as the audit log records it. */
  readonly role?: string;
}

/** `test` keys reach only the agency's sandbox number. */
export type Mode = 'live' | 'sandbox';

/** The request that something is done for. */
export interface RequestOrigin {
  readonly requestId: Uuid;
  /** Full address of the caller; the audit log keeps only its network. */
  readonly ip?: string;
}

/**
 * Who acts, for which agency, with which rights. Built once (guard, processor, command) and the first argument of every
 * service method. It carries authority; nothing else does.
 */
export interface AgencyContext extends RequestOrigin {
  readonly agencyId: Uuid;
  readonly departmentId?: Uuid;
  readonly actor: Actor;
  readonly permissions: ReadonlySet<string>;
  readonly mode: Mode;
}

const NO_PERMISSIONS: ReadonlySet<string> = new Set();

/** The context of work that no person asked for: worker turns, webhooks, sweeps. */
export function systemContext(agencyId: Uuid, requestId: Uuid = newId()): AgencyContext {
  return { agencyId, actor: SYSTEM_ACTOR, permissions: NO_PERMISSIONS, mode: 'live', requestId };
}

export function platformContext(requestId?: Uuid): AgencyContext {
  return systemContext(PLATFORM_AGENCY_ID, requestId);
}

const SYSTEM_ACTOR: Actor = { kind: 'system', id: SYSTEM_ACTOR_ID };

export function isSystem(ctx: AgencyContext): boolean {
  return ctx.actor.kind === 'system';
}
