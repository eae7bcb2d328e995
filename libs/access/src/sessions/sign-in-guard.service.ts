import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, type DomainError, platformContext, type Uuid } from '#libs/kernel';
import { tooManyAttempts } from '../access.errors.js';
import { SignInAttempts } from '../sign-in-attempts.js';
import { type SignInRow, UsersRepository } from '../users.repository.js';
import { LOCK_AFTER_FAILURES } from './session-limits.js';
import type { SignInMeta } from './sessions.service.js';

/** Stands between guesses and accounts: counts in memory by place, and in Postgres by person. */
@Injectable()
export class SignInGuard {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly attempts: SignInAttempts,
    private readonly users: UsersRepository,
    private readonly audit: AuditService,
  ) {}

  /** Before anything is looked up. @throws DomainError `too-many-attempts` */
  async begin(email: string, meta: SignInMeta): Promise<void> {
    const { waitSeconds, isFirstRefused } = this.attempts.begin(email, meta.ip ?? '');
    if (waitSeconds === 0) return;
    if (isFirstRefused) await this.recordLock(meta);
    throw tooManyAttempts(waitSeconds);
  }

  /** Before somebody is named at all. @throws DomainError `too-many-attempts` */
  open(meta: SignInMeta): void {
    const waitSeconds = this.attempts.open(meta.ip ?? '');
    if (waitSeconds > 0) throw tooManyAttempts(waitSeconds);
  }

  /** A locked account and a locked address that nobody has answer alike. @throws DomainError `too-many-attempts` */
  assertNotLocked(user: SignInRow | null, email: string): void {
    const isLocked = user !== null && user.failed_sign_ins >= LOCK_AFTER_FAILURES;
    const seconds = user === null ? this.attempts.unknownLockedSeconds(email) : isLocked ? user.locked_seconds : 0;
    if (seconds > 0) throw tooManyAttempts(seconds);
  }

  /** A failed password: the same statements for somebody and for nobody. */
  async failPassword(user: SignInRow | null, email: string, meta: SignInMeta): Promise<void> {
    if (user === null) this.attempts.failUnknown(email);
    await this.fail(user?.id ?? null, { type: 'auth.login.failed', reason: 'sign-in-failed' }, contextOf(meta));
  }

  /** A failed second step or proof of a known person. */
  async failProof(userId: Uuid, type: 'auth.mfa.failed' | 'auth.stepup.failed', ctx: AgencyContext): Promise<void> {
    await this.fail(userId, { type, reason: 'code-wrong' }, ctx);
  }

  /** A passkey that did not fit. Whose it claims to be proves nothing, so nobody is locked for it. */
  async failPasskey(meta: SignInMeta): Promise<void> {
    const action = { type: 'auth.login.failed', reason: 'passkey-wrong' } as const;
    await this.database.agencyTransaction(contextOf(meta), (tx) => this.audit.record(tx, action));
  }

  /** @returns the refusal for somebody who is locked, else null */
  async lockOf(tx: AgencyTx, userId: Uuid): Promise<DomainError | null> {
    const seconds = await this.users.lockedSeconds(tx, userId);
    return seconds > 0 ? tooManyAttempts(seconds) : null;
  }

  succeed(email: string, meta: SignInMeta): void {
    this.attempts.succeed(email, meta.ip ?? '');
  }

  private async fail(userId: Uuid | null, action: AuditAction, ctx: AgencyContext): Promise<void> {
    const target = userId === null ? undefined : { kind: 'user', id: userId };
    await this.database.agencyTransaction(ctx, async (tx) => {
      const isLocked = await this.users.countFailure(tx, userId);
      await this.audit.record(tx, { ...action, target });
      if (isLocked) await this.audit.record(tx, { type: 'auth.login.locked', reason: 'too-many-attempts', target });
    });
  }

  private async recordLock(meta: SignInMeta): Promise<void> {
    const action = { type: 'auth.login.locked', reason: 'too-many-attempts' } as const;
    await this.database.agencyTransaction(contextOf(meta), (tx) => this.audit.record(tx, action));
  }
}

function contextOf({ requestId, ip }: SignInMeta): AgencyContext {
  return { ...platformContext(requestId), ip };
}
