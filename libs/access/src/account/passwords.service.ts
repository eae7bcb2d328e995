import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { hashPassword } from '#libs/crypto';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, invalidRequest } from '#libs/kernel';
import { ReproofService } from '../factors/reproof.service.js';
import type { CurrentSession } from '../sessions/current-session.js';
import { LiveSessions } from '../sessions/live-sessions.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { UsersRepository } from '../users.repository.js';
import { PasswordChoice } from './password-choice.service.js';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Changing one's own password, which ends every other session: whoever knew the old one is out. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly users: UsersRepository,
    private readonly choice: PasswordChoice,
    private readonly reproof: ReproofService,
    private readonly sessions: SessionsService,
    private readonly live: LiveSessions,
    private readonly audit: AuditService,
  ) {}

  /** @throws DomainError `proof-wrong`, `too-many-attempts`, `invalid-request` */
  async change(ctx: AgencyContext, session: CurrentSession, change: PasswordChange): Promise<void> {
    if (change.newPassword === change.currentPassword) throw sameAgain();
    const { id, userId } = session;
    await this.choice.assertFits(userId, change.newPassword);
    await this.reproof.prove(ctx, userId, { password: change.currentPassword });
    const passwordHash = await hashPassword(change.newPassword);
    const ended = await this.database.agencyTransaction(ctx, async (tx) => {
      await this.users.setPassword(tx, userId, passwordHash);
      await this.audit.record(tx, { type: 'auth.password.changed', target: { kind: 'user', id: userId } });
      return this.sessions.endOthersIn(tx, userId, id, 'password-changed');
    });
    this.live.forget(...ended);
  }
}

function sameAgain() {
  const message = 'newPassword must differ from the password that you have';
  return invalidRequest([{ field: 'newPassword', code: 'not-allowed', message }]);
}
