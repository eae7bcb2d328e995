import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, notFound } from '#libs/kernel';
import { proofWrong, totpNotBegun } from '../access.errors.js';
import { FactorsRepository } from '../factors/factors.repository.js';
import { totpUri } from '../factors/totp.js';
import { TotpService } from '../factors/totp.service.js';
import type { CurrentSession } from '../sessions/current-session.js';
import { EnrolmentService } from './enrolment.service.js';
import { ProfileService } from './profile.service.js';

/** What a person does with their own authenticator app and recovery codes. */
@Injectable()
export class OwnTotpService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly totp: TotpService,
    private readonly factors: FactorsRepository,
    private readonly enrolment: EnrolmentService,
    private readonly profiles: ProfileService,
  ) {}

  async begin(ctx: AgencyContext, session: CurrentSession): Promise<{ secret: string; uri: string }> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      await this.enrolment.assertMayAddIn(tx, session);
      const { email } = await this.profiles.namesIn(tx, session.userId);
      const secret = await this.totp.beginIn(tx, session.userId);
      return { secret, uri: totpUri(secret, 'Belfry', email) };
    });
  }

  /** @throws DomainError `proof-wrong`, `totp-not-begun` */
  async confirm(ctx: AgencyContext, session: CurrentSession, code: string): Promise<string[]> {
    const codes = await this.database.agencyTransaction(ctx, async (tx) => {
      const isFirst = !(await this.factors.hasAny(tx, session.userId));
      const outcome = await this.totp.confirmIn(tx, session.userId, code);
      if (outcome === 'not-begun') throw totpNotBegun();
      if (outcome === 'wrong') throw proofWrong();
      return this.enrolment.addedIn(tx, session, { method: 'totp', isFirst, isNewSet: true });
    });
    this.enrolment.forget(session);
    return codes ?? [];
  }

  async remove(ctx: AgencyContext, session: CurrentSession): Promise<void> {
    await this.database.agencyTransaction(ctx, async (tx) => {
      if (!(await this.factors.deleteTotp(tx, session.userId))) throw notFound();
      await this.enrolment.removedIn(tx, session.userId, 'totp');
    });
  }

  /** Ten new codes; the old ones stop working. */
  async newRecoveryCodes(ctx: AgencyContext, session: CurrentSession): Promise<string[]> {
    return this.database.agencyTransaction(ctx, (tx) => this.enrolment.newCodesIn(tx, session.userId));
  }
}
