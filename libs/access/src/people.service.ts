import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Passport } from 'passport';
import { type AgencyContext, notFound, PLATFORM_AGENCY_ID, parseWireId, type Uuid } from '#libs/kernel';
import { agencyHeaderMissing, tokenInvalid } from './access.errors.js';
import { DenialsService } from './denials.service.js';
import { JwtStrategy } from './jwt.strategy.js';
import { type Membership, MembershipsService } from './memberships.service.js';
import { permissionsOf, widestOf } from './roles.js';
import type { SessionClaims } from './session-tokens.js';

/** Where a request comes from; the rest of the context follows from who sends it. */
export type Origin = Pick<AgencyContext, 'requestId' | 'ip'>;

/** Turns the access token of a person into a context of the agency that is meant. */
@Injectable()
export class PeopleService {
  /** An instance of its own: the global one would mix the strategies of two applications in one process. */
  private readonly passport = new Passport();

  constructor(
    private readonly strategy: JwtStrategy,
    private readonly memberships: MembershipsService,
    private readonly denials: DenialsService,
  ) {}

  async contextOf(request: Request, response: Response, origin: Origin): Promise<AgencyContext> {
    const { userId, epoch } = await this.claimsOf(request, response);
    const memberships = await this.memberships.ofUser(userId);
    if (memberships.length === 0 || memberships.some(({ sessionEpoch }) => sessionEpoch !== epoch))
      throw tokenInvalid();
    const wanted = request.headers['belfry-agency'];
    const agencyId = agencyMeant(memberships, typeof wanted === 'string' ? wanted : undefined);
    if (!agencyId) return this.refuseForeignAgency(userId, origin);
    const ctx = personContext(userId, agencyId, memberships, origin);
    const isSuspended = memberships.some((one) => one.agencyId === agencyId && one.isSuspended);
    return isSuspended ? { ...ctx, permissions: new Set([...ctx.permissions].filter(isReading)) } : ctx;
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

  /** Recorded by the platform: the agency that was asked for must not become a place where strangers write. */
  private async refuseForeignAgency(userId: Uuid, origin: Origin): Promise<never> {
    const actor = { kind: 'user', id: userId } as const;
    const ctx = {
      ...origin,
      agencyId: PLATFORM_AGENCY_ID,
      actor,
      permissions: new Set<string>(),
      mode: 'live',
    } as const;
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

function isReading(permission: string): boolean {
  return permission.endsWith(':read') || permission.startsWith('platform:');
}
