import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { hashPassword } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, platformContext, type Uuid } from '#libs/kernel';
import { resetExpired } from '../access.errors.js';
import { tokenHash } from '../factors/one-time-token.js';
import { LiveSessions } from '../sessions/live-sessions.service.js';
import { SessionsService, type SignInMeta, signInContext } from '../sessions/sessions.service.js';
import { UsersRepository } from '../users.repository.js';
import { PasswordChoice } from './password-choice.service.js';
import { PasswordResetsRepository } from './password-resets.repository.js';

/** Links that let their owner choose a new password, once. */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: PasswordResetsRepository,
    private readonly users: UsersRepository,
    private readonly choice: PasswordChoice,
    private readonly sessions: SessionsService,
    private readonly live: LiveSessions,
    private readonly audit: AuditService,
  ) {}

  /** When the link ends, or null for somebody who has enough open ones. */
  async openIn(tx: AgencyTx, userId: Uuid, hash: Buffer): Promise<Date | null> {
    const expiresAt = await this.repository.insert(tx, userId, hash);
    const target = { kind: 'user', id: userId };
    if (expiresAt) await this.audit.record(tx, { type: 'auth.recovery.requested', target });
    return expiresAt;
  }

  /** Ends every session of the person, whose id it answers. @throws DomainError `reset-expired`, `invalid-request` */
  async use(token: string, newPassword: string, meta: SignInMeta): Promise<Uuid> {
    const hash = tokenHash(token);
    const ctx: AgencyContext = { ...platformContext(meta.requestId), ip: meta.ip };
    const userId = await this.database.agencyTransaction(ctx, (tx) => this.repository.find(tx, hash));
    if (!userId) throw resetExpired();
    await this.choice.assertFits(userId, newPassword);
    const passwordHash = await hashPassword(newPassword);
    const ended = await this.database.agencyTransaction(signInContext(userId, meta), async (tx) => {
      if (!(await this.repository.use(tx, userId, hash))) throw resetExpired();
      await this.users.setPassword(tx, userId, passwordHash);
      await this.audit.record(tx, { type: 'auth.recovery.completed', target: { kind: 'user', id: userId } });
      return this.sessions.endOthersIn(tx, userId, null, 'password-recovered');
    });
    this.live.forget(...ended);
    return userId;
  }
}
