import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type AgencyContext, newId, notFound, parseWireId, permissionMissing } from '#libs/kernel';
import { addressNotAllowed, authenticationMissing, routeUnmarked } from './access.errors.js';
import type { AuthenticatedKey } from './api-keys/api-key.js';
import { ApiKeyUses } from './api-keys/api-key-uses.service.js';
import { KeyLookUps } from './api-keys/key-look-ups.js';
import { bearerOf } from './bearer.js';
import type { AuthorisedRequest } from './ctx.decorator.js';
import { DenialsService } from './denials.service.js';
import { markingOf } from './marking.js';
import { type Origin, PeopleService } from './people.service.js';
import type { Permission } from './permissions.js';
import { assertSteppedUp, type SessionRequest } from './sessions/current-session.js';
import { needsStepUp } from './sessions/step-up.decorator.js';

/** Guards every route: who asks, for which agency, and may they. A route that does not say what it needs is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly apiKeys: KeyLookUps,
    private readonly uses: ApiKeyUses,
    private readonly people: PeopleService,
    private readonly denials: DenialsService,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const marking = markingOf(execution.getHandler(), execution.getClass());
    if (marking === 'public') return true;
    if (!marking) throw routeUnmarked();
    const http = execution.switchToHttp();
    const request = http.getRequest<Request & AuthorisedRequest & SessionRequest>();
    const ctx = await this.contextOf(request, http.getResponse<Response>(), marking.permission);
    request.agencyContext = ctx;
    const isAllowed = [marking.permission, ...(marking.others ?? [])].some((one) => ctx.permissions.has(one));
    if (!isAllowed) await this.refuse(ctx, marking.permission, request);
    if (needsStepUp(execution.getHandler(), execution.getClass())) assertSteppedUp(request.belfrySession);
    return true;
  }

  private async contextOf(
    request: Request & AuthorisedRequest,
    response: Response,
    wanted: Permission,
  ): Promise<AgencyContext> {
    const credential = bearerOf(request);
    if (credential === null) throw authenticationMissing();
    const origin = originOf(request);
    if (!credential.startsWith('bf_')) return this.people.contextOf(request, response, origin, wanted);
    const ctx = await this.keyContext(credential, origin);
    assertOwnAgency(ctx, request.headers['belfry-agency']);
    return ctx;
  }

  private async keyContext(secret: string, origin: Origin): Promise<AgencyContext> {
    const key = await this.apiKeys.authenticate(secret, (ended, { code }) =>
      this.denials.record(contextOfKey(ended, origin), { type: 'access.denied', reason: code }),
    );
    const ctx = contextOfKey(key, origin);
    if (!key.admits(origin.ip)) await this.refuseAddress(ctx);
    this.uses.note(key, origin.ip);
    return ctx;
  }

  private async refuseAddress(ctx: AgencyContext): Promise<never> {
    await this.denials.record(ctx, { type: 'apikey.ip_blocked', reason: 'address-not-allowed' });
    throw addressNotAllowed();
  }

  private async refuse(ctx: AgencyContext, permission: Permission, request: Request): Promise<never> {
    const { path } = (request.route ?? {}) as { path?: unknown };
    const detail = { permission, method: request.method, route: typeof path === 'string' ? path : 'unknown' };
    await this.denials.record(ctx, { type: 'access.denied', reason: 'permission-missing', detail });
    throw permissionMissing(permission);
  }
}

function contextOfKey(key: AuthenticatedKey, origin: Origin): AgencyContext {
  const { id, agencyId, departmentId, mode, permissions } = key;
  return { agencyId, departmentId, actor: { kind: 'api_key', id }, permissions, mode, ...origin };
}

function originOf(request: Request & AuthorisedRequest): Origin {
  return { requestId: request.requestId ?? newId(), ip: request.ip };
}

/** A key names its agency; a header that names another one is a mistake that must not pass unseen. */
function assertOwnAgency({ agencyId }: AgencyContext, wanted: string | string[] | undefined): void {
  if (wanted === undefined) return;
  if (typeof wanted !== 'string' || parseWireId('agency', wanted) !== agencyId) throw notFound();
}
