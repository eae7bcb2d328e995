import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Passport } from 'passport';
import {
  type AgencyContext,
  notFound,
  PLATFORM_AGENCY_ID,
  parseWireId,
  permissionMissing,
  type Uuid,
} from '#libs/kernel';
import { agencyHeaderMissing, tokenInvalid } from './access.errors.js';
import { DenialsService } from './denials.service.js';
import { JwtStrategy } from './jwt.strategy.js';
import { type Membership, MembershipsService } from './memberships.service.js';
import type { Permission } from './permissions.js';
import { permissionsOf, widestOf } from './roles.js';
import type { SessionClaims } from './session-tokens.js';
import type { SessionRequest } from './sessions/current-session.js';
import { type LiveSession, LiveSessions } from './sessions/live-sessions.service.js';

/** Where a request comes from; the rest of the context follows from who sends it. */
export type Origin = Pick<AgencyContext, 'requestId' | 'ip'>;

/** What everybody may do wherever they belong, and somebody who belongs nowhere yet too. */
const OWN_ACCOUNT = 'account:self' satisfies Permission;

/** Turns the access token of a person into a context of the agency that is meant. */
@Injectable()
export class PeopleService {
  /** An instance of its own: the global one would mix the strategies of two applications in one process. */
  private readonly passport = new Passport();

  constructor(
    private readonly strategy: JwtStrategy,
    private readonly live: LiveSessions,
    private readonly memberships: MembershipsService,
    private readonly denials: DenialsService,
  ) {}

  /** `wanted` is the permission of the route: one's own account needs no agency. */
  async contextOf(request: Request, response: Response, origin: Origin, wanted: Permission): Promise<AgencyContext> {
    const session = await this.sessionOf(await this.claimsOf(request, response));
    (request as SessionRequest).belfrySession = session;
    const memberships = await this.memberships.ofUser(session.userId);
    const header = request.headers['belfry-agency'];
    if (wanted === OWN_ACCOUNT && header === undefined) return accountContext(session.userId, memberships, origin);
    const agencyId = agencyMeant(memberships, typeof header === 'string' ? header : undefined);
    if (!agencyId && header === undefined) throw permissionMissing(wanted);
    if (!agencyId) return this.refuseForeignAgency(session.userId, origin);
    if (wanted === OWN_ACCOUNT) return accountContext(session.userId, memberships, origin);
    return limited(personContext(session.userId, agencyId, memberships, origin), session, memberships);
  }

  private claimsOf(request: Request, response: Response): Promise<SessionClaims> {
    return new Promise((resolve, reject) => {
      const settle = (error: unknown, claims?: SessionClaims | false) =>
        claims ? resolve(claims) : reject(error ?? tokenInvalid());
      // One for each request: passport hangs its callbacks on the object, and a shared one would answer with somebody else.
      const strategy: JwtStrategy = Object.create(this.strategy);
      this.passport.authenticate(strategy, { session: false }, settle)(request, response, reject);
    });
  }

  private async sessionOf({ sessionId, userId, epoch }: SessionClaims): Promise<LiveSession> {
    const session = await this.live.find(sessionId);
    if (!session || session.userId !== userId || session.epoch !== epoch) throw tokenInvalid();
    return session;
  }

  /** Recorded by the platform: the agency that was asked for must not become a place where strangers write. */
  private async refuseForeignAgency(userId: Uuid, origin: Origin): Promise<never> {
    const ctx = accountContext(userId, [], origin);
    await this.denials.record(ctx, { type: 'access.cross_agency_blocked', reason: 'not-a-member' });
    throw notFound();
  }
}

/** The agency of the header, or the only one. Null for one that the person does not belong to. */
function agencyMeant(memberships: readonly Membership[], wanted: string | undefined): Uuid | null {
  const agencies = new Set(memberships.map(({ agencyId }) => agencyId));
  if (wanted !== undefined) {
    const id = parseWireId('agency', wanted);
    return id && agencies.has(id) ? id : null;
  }
  if (agencies.size > 1) throw agencyHeaderMissing();
  return [...agencies][0] ?? null;
}

/** People and what belongs to them live under the platform, and so does the log of what they do with it. */
function accountContext(userId: Uuid, memberships: readonly Membership[], origin: Origin): AgencyContext {
  const actor = { kind: 'user', id: userId, role: widestOf(memberships.map(({ role }) => role)) } as const;
  return { agencyId: PLATFORM_AGENCY_ID, actor, permissions: new Set([OWN_ACCOUNT]), mode: 'live', ...origin };
}

function personContext(
  userId: Uuid,
  agencyId: Uuid,
  memberships: readonly Membership[],
  origin: Origin,
): AgencyContext {
  const roles = memberships.filter((membership) => membership.agencyId === agencyId).map(({ role }) => role);
  const actor = { kind: 'user', id: userId, role: widestOf(roles) } as const;
  return { agencyId, actor, permissions: permissionsOf(roles), mode: 'live', ...origin };
}

/** Without a mandatory second step only the own account is open; a suspended agency may be read by its people. */
function limited(ctx: AgencyContext, session: LiveSession, memberships: readonly Membership[]): AgencyContext {
  if (session.mustEnrol) return { ...ctx, permissions: new Set([OWN_ACCOUNT]) };
  const isSuspended = memberships.some((one) => one.agencyId === ctx.agencyId && one.isSuspended);
  return isSuspended ? { ...ctx, permissions: new Set([...ctx.permissions].filter(isReading)) } : ctx;
}

function isReading(permission: string): boolean {
  return permission.endsWith(':read') || permission.startsWith('platform:') || permission === OWN_ACCOUNT;
}
