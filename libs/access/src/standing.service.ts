import { Injectable } from '@nestjs/common';
import type { AgencyContext } from '#libs/kernel';
import { MembershipsService } from './memberships.service.js';
import type { Permission } from './permissions.js';
import { permissionsOf } from './roles.js';
import { SessionTokens } from './session-tokens.js';
import { LiveSessions } from './sessions/live-sessions.service.js';

/** Whether a person who was let in may still be there: for what goes on after its request was allowed. */
@Injectable()
export class StandingService {
  constructor(
    private readonly tokens: SessionTokens,
    private readonly sessions: LiveSessions,
    private readonly memberships: MembershipsService,
  ) {}

  /** False once the token, the session or one of the permissions in that agency has ended. */
  async holds(token: string, { agencyId, actor }: AgencyContext, needed: readonly Permission[]): Promise<boolean> {
    const claims = await this.tokens.verify(token).catch(() => null);
    if (claims?.userId !== actor.id) return false;
    const session = await this.sessions.find(claims.sessionId);
    if (session?.userId !== actor.id || session.epoch !== claims.epoch || session.mustEnrol) return false;
    const memberships = await this.memberships.ofUser(actor.id);
    const held = permissionsOf(memberships.filter((one) => one.agencyId === agencyId).map(({ role }) => role));
    return needed.every((permission) => held.has(permission));
  }
}
