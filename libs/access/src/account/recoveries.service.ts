import { Inject, Injectable, Optional } from '@nestjs/common';
import { Env } from '#libs/config';
import { AgencyDatabase } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { recoveryUnavailable } from '../access.errors.js';
import { normaliseEmail } from '../email.js';
import { newToken } from '../factors/one-time-token.js';
import { type SignInMeta, signInContext } from '../sessions/sessions.service.js';
import { AccountMails } from './account-mails.js';
import { RecoveryAccounts } from './recovery-accounts.js';

/** The way back in for somebody who forgot their password: a link by mail. */
@Injectable()
export class RecoveriesService {
  constructor(
    private readonly accounts: RecoveryAccounts,
    private readonly database: AgencyDatabase,
    private readonly env: Env,
    private readonly logger: Logger,
    @Optional() @Inject(AccountMails) private readonly mails: AccountMails | undefined,
  ) {}

  /**
   * Answers before anything is looked up, so that neither the answer nor its time tells who has an account.
   * @throws DomainError `recovery-unavailable`, `too-many-attempts`
   */
  request(email: string, meta: SignInMeta): void {
    const { mails } = this;
    if (!mails) throw recoveryUnavailable();
    this.accounts.guard.open(meta);
    this.send(normaliseEmail(email), meta, mails).catch((error: unknown) =>
      this.logger.failure('recovery mail not asked for', error, { requestId: meta.requestId }),
    );
  }

  /**
   * Replaces the password of whoever has the link. The second step stays as it is; failures of before are forgotten.
   * @throws DomainError `reset-expired`
   */
  async finish(token: string, newPassword: string, meta: SignInMeta): Promise<void> {
    const { resets, profiles, guard } = this.accounts;
    const userId = await resets.use(token, newPassword, meta);
    const { email } = await this.database.agencyTransaction(signInContext(userId, meta), (tx) =>
      profiles.addressIn(tx, userId),
    );
    guard.succeed(normaliseEmail(email), meta);
  }

  private async send(email: string, meta: SignInMeta, mails: AccountMails): Promise<void> {
    const user = await this.accounts.finder.byEmail(email);
    if (user && user.disabled_at === null) await this.sendTo(user.id, meta, mails);
  }

  private async sendTo(userId: Uuid, meta: SignInMeta, mails: AccountMails): Promise<void> {
    const { token, hash } = newToken();
    const link = new URL(`/recover/${token}`, this.env.PUBLIC_URL).href;
    await this.database.agencyTransaction(signInContext(userId, meta), async (tx) => {
      const expiresAt = await this.accounts.resets.openIn(tx, userId, hash);
      if (!expiresAt) return;
      const { email: to, language } = await this.accounts.profiles.addressIn(tx, userId);
      await mails.recovery(tx, { to, language, link, expiresAt });
    });
  }
}
