import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, notFound } from '#libs/kernel';
import { normaliseEmail } from '../email.js';
import { FactorsRepository } from '../factors/factors.repository.js';
import { PasskeysRepository } from '../factors/passkeys.repository.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { PeopleFinder } from './people-finder.js';

/** Takes every second step from somebody who lost them all, so that they add one anew. For whoever operates the platform. */
@Injectable()
export class SecondStepResetsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly finder: PeopleFinder,
    private readonly factors: FactorsRepository,
    private readonly passkeys: PasskeysRepository,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /** Also ends all their sessions. @throws DomainError `not-found` */
  async reset(ctx: AgencyContext, email: string): Promise<void> {
    const person = await this.finder.byEmail(normaliseEmail(email));
    if (!person) throw notFound();
    const { id } = person;
    await this.database.platformTransaction(ctx, async (tx) => {
      await this.factors.deleteTotp(tx, id);
      await this.factors.deleteRecoveryCodes(tx, id);
      await this.passkeys.deleteAll(tx, id);
      await this.audit.record(tx, {
        type: 'auth.mfa.removed',
        reason: 'reset-by-operator',
        target: { kind: 'user', id },
      });
      await this.sessions.endOthersIn(tx, id, null, 'second-step-reset');
    });
  }
}
