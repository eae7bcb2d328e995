import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditService } from '#libs/audit';
import { KeyRing, verifyAgainstNothing, verifyPassword } from '#libs/crypto';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, PLATFORM_AGENCY_ID, platformContext, type Uuid } from '#libs/kernel';
import { signInFailed, tooManyAttempts } from './access.errors.js';
import { emailIndex, normaliseEmail } from './email.js';
import { type AccessToken, SessionTokens } from './session-tokens.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { type SignInRow, UsersRepository } from './users.repository.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Sign-in of people. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly users: UsersRepository,
    private readonly tokens: SessionTokens,
    private readonly attempts: SignInAttempts,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditService,
  ) {}

  /** Takes as long for an unknown address as for a wrong password, and answers alike. */
  async signIn(credentials: Credentials, meta: { requestId?: Uuid; ip?: string }): Promise<AccessToken> {
    const email = normaliseEmail(credentials.email);
    const ip = meta.ip ?? '';
    const ctx = { ...platformContext(meta.requestId), ip: meta.ip };
    await this.assertMayTry(ctx, email, ip);
    const user = await this.findUser(email);
    const isKnown = await passwordFits(user, credentials.password);
    if (!user || !isKnown) {
      await this.record(ctx, { type: 'auth.login.failed', reason: 'sign-in-failed', target: target(user) });
      throw signInFailed();
    }
    this.attempts.succeed(email, ip);
    await this.record(ctx, {
      type: 'auth.login.succeeded',
      actor: { kind: 'user', id: user.id },
      target: target(user),
    });
    return this.tokens.issue({ userId: user.id, epoch: user.session_epoch });
  }

  private async assertMayTry(ctx: AgencyContext, email: string, ip: string): Promise<void> {
    const { waitSeconds, isFirstRefused } = this.attempts.begin(email, ip);
    if (waitSeconds === 0) return;
    if (isFirstRefused) await this.record(ctx, { type: 'auth.login.locked', reason: 'too-many-attempts' });
    throw tooManyAttempts(waitSeconds);
  }

  /** Asks by each readable index key, so that nobody is locked out while one is rotated. */
  private async findUser(email: string): Promise<SignInRow | null> {
    for (const { key } of await this.keyRing.all(PLATFORM_AGENCY_ID, 'index')) {
      const user = await this.users.acrossAgenciesForSignIn(emailIndex(key, email));
      if (user) return user;
    }
    return null;
  }

  private async record(ctx: AgencyContext, action: AuditAction): Promise<void> {
    await this.database.agencyTransaction(ctx, (tx) => this.audit.record(tx, action));
  }
}

async function passwordFits(user: SignInRow | null, password: string): Promise<boolean> {
  if (!user) return verifyAgainstNothing(password);
  const isRight = await verifyPassword(user.password_hash, password);
  return isRight && user.disabled_at === null;
}

function target(user: SignInRow | null): AuditAction['target'] {
  return user ? { kind: 'user', id: user.id } : undefined;
}
