import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext } from '#libs/kernel';
import { sessionEnded } from '../access.errors.js';
import { type Reproof, ReproofService } from '../factors/reproof.service.js';
import type { CurrentSession } from './current-session.js';
import { LiveSessions } from './live-sessions.service.js';
import { SessionsRepository } from './sessions.repository.js';
import type { IssuedSession } from './sessions.service.js';
import { TokenIssuer } from './token-issuer.js';

/** Opens the dangerous acts of a session for ten minutes, to whoever proves again who they are. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: SessionsRepository,
    private readonly live: LiveSessions,
    private readonly reproof: ReproofService,
    private readonly tokens: TokenIssuer,
    private readonly audit: AuditService,
  ) {}

  /** @throws DomainError `proof-wrong`, `challenge-expired`, `too-many-attempts` */
  async stepUp(ctx: AgencyContext, session: CurrentSession, proof: Reproof): Promise<IssuedSession> {
    const { id, userId } = session;
    await this.reproof.prove(ctx, userId, proof);
    const endsAt = await this.database.agencyTransaction(ctx, async (tx) => {
      await this.audit.record(tx, { type: 'auth.stepup.succeeded', target: { kind: 'session', id } });
      return this.repository.stepUp(tx, id);
    });
    this.live.forget(id);
    const live = await this.live.find(id);
    if (!live || !endsAt) throw sessionEnded();
    const token = await this.tokens.access.issue({ userId, sessionId: id, epoch: live.epoch });
    return { ...token, mustEnrol: live.mustEnrol, endsAt };
  }
}
