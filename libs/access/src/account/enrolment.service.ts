import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { lastFactor } from '../access.errors.js';
import { FactorsRepository } from '../factors/factors.repository.js';
import { RecoveryCodesService } from '../factors/recovery-codes.service.js';
import type { StepMethod } from '../factors/step-method.js';
import { assertSteppedUp, type CurrentSession } from '../sessions/current-session.js';
import { LiveSessions } from '../sessions/live-sessions.service.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { TokenIssuer } from '../sessions/token-issuer.js';

/** What holds for every second step, whatever its kind: when one may be added or removed, and what follows. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly factors: FactorsRepository,
    private readonly sessions: SessionsService,
    private readonly repository: SessionsRepository,
    private readonly live: LiveSessions,
    private readonly recoveryCodes: RecoveryCodesService,
    private readonly tokens: TokenIssuer,
    private readonly audit: AuditService,
  ) {}

  /** The first is added right after signing in. Another one would give a found screen a key of its own. */
  async assertMayAddIn(tx: AgencyTx, session: CurrentSession): Promise<void> {
    if (await this.factors.hasAny(tx, session.userId)) assertSteppedUp(session);
  }

  /**
   * After a factor was added: this session has proved a second step, and others, which have not, end with the first factor.
   * @returns recovery codes for the first factor, or when `isNewSet`
   */
  async addedIn(
    tx: AgencyTx,
    session: CurrentSession,
    added: { method: StepMethod; isFirst: boolean; isNewSet?: boolean },
  ): Promise<string[] | null> {
    await this.repository.markEnrolled(tx, session.id, added.method);
    const target = { kind: 'user', id: session.userId };
    await this.audit.record(tx, { type: 'auth.mfa.enrolled', target, detail: { method: added.method } });
    if (added.isFirst) await this.sessions.endOthersIn(tx, session.userId, session.id, 'second-step-enrolled');
    return added.isFirst || added.isNewSet ? this.newCodesIn(tx, session.userId) : null;
  }

  async newCodesIn(tx: AgencyTx, userId: Uuid): Promise<string[]> {
    const codes = await this.recoveryCodes.replaceIn(tx, userId);
    await this.audit.record(tx, { type: 'auth.recovery_codes.made', target: { kind: 'user', id: userId } });
    return codes;
  }

  /** After a factor was removed. @throws DomainError `last-factor` where a second step is mandatory */
  async removedIn(tx: AgencyTx, userId: Uuid, method: StepMethod): Promise<void> {
    const { password, totp, passkeys } = await this.factors.summary(tx, userId);
    const isLast = !totp && passkeys === 0;
    if (isLast && password && this.tokens.isSecondStepMandatory) throw lastFactor();
    if (isLast) await this.factors.deleteRecoveryCodes(tx, userId);
    await this.audit.record(tx, { type: 'auth.mfa.removed', target: { kind: 'user', id: userId }, detail: { method } });
  }

  /** What this process remembers of a session is not true any more. */
  forget(session: CurrentSession): void {
    this.live.forget(session.id);
  }
}
