import { Injectable } from '@nestjs/common';
import { verifyAgainstNothing, verifyPassword } from '#libs/crypto';
import { AgencyDatabase } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { signInFailed } from '../access.errors.js';
import { PeopleFinder } from '../account/people-finder.js';
import { normaliseEmail } from '../email.js';
import type { SignInRow } from '../users.repository.js';
import { type SecondStepDue, SecondStepService } from './second-step.service.js';
import { type OpenedSession, SessionsService, type SignInMeta, signInContext } from './sessions.service.js';
import { SignInGuard } from './sign-in-guard.service.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** The first step: address and password. Takes as long for an unknown address as for a wrong password, and answers alike. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly finder: PeopleFinder,
    private readonly guard: SignInGuard,
    private readonly sessions: SessionsService,
    private readonly secondStep: SecondStepService,
  ) {}

  async signIn(credentials: Credentials, meta: SignInMeta): Promise<OpenedSession | SecondStepDue> {
    const email = normaliseEmail(credentials.email);
    await this.guard.begin(email, meta);
    const user = await this.finder.byEmail(email);
    this.guard.assertNotLocked(user, email);
    const isKnown = await passwordFits(user, credentials.password);
    if (!user || !isKnown) {
      await this.guard.failPassword(user, email, meta);
      throw signInFailed();
    }
    this.guard.succeed(email, meta);
    return this.proceed(user.id, meta);
  }

  private async proceed(userId: Uuid, meta: SignInMeta): Promise<OpenedSession | SecondStepDue> {
    const result = await this.database.agencyTransaction(signInContext(userId, meta), async (tx) => {
      const due = await this.secondStep.beginIn(tx, userId);
      return due ?? { issued: await this.sessions.openProvedIn(tx, userId, ['password'], meta) };
    });
    return 'issued' in result ? this.sessions.issue(result.issued) : result;
  }
}

async function passwordFits(user: SignInRow | null, password: string): Promise<boolean> {
  if (user?.password_hash == null) return verifyAgainstNothing(password);
  const isRight = await verifyPassword(user.password_hash, password);
  return isRight && user.disabled_at === null;
}
