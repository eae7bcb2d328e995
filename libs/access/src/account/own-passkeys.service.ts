import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, notFound, type Uuid } from '#libs/kernel';
import { challengeExpired } from '../access.errors.js';
import { ChallengesRepository } from '../factors/challenges.repository.js';
import { FactorsRepository } from '../factors/factors.repository.js';
import { newToken, tokenHash } from '../factors/one-time-token.js';
import { type Passkey, PasskeysService } from '../factors/passkeys.service.js';
import type { CurrentSession } from '../sessions/current-session.js';
import { EnrolmentService } from './enrolment.service.js';
import { ProfileService } from './profile.service.js';

export interface NewOwnPasskey {
  readonly challengeId: string;
  readonly name: string;
  /** What the browser answered. */
  readonly response: object;
}

/** What a person does with their own passkeys. */
@Injectable()
export class OwnPasskeysService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly passkeys: PasskeysService,
    private readonly challenges: ChallengesRepository,
    private readonly factors: FactorsRepository,
    private readonly enrolment: EnrolmentService,
    private readonly profiles: ProfileService,
  ) {}

  async list(ctx: AgencyContext, session: CurrentSession): Promise<Passkey[]> {
    return this.database.agencyTransaction(ctx, (tx) => this.passkeys.listIn(tx, session.userId));
  }

  async options(
    ctx: AgencyContext,
    session: CurrentSession,
  ): Promise<{ challengeId: string; options: PublicKeyCredentialCreationOptionsJSON }> {
    const { token, hash } = newToken();
    const { userId } = session;
    const options = await this.database.agencyTransaction(ctx, async (tx) => {
      await this.enrolment.assertMayAddIn(tx, session);
      const names = await this.profiles.namesIn(tx, userId);
      const made = await this.passkeys.enrolmentOptionsIn(tx, { id: userId, ...names });
      const challenge = { tokenHash: hash, kind: 'passkey-enrol', userId, passkeyChallenge: made.challenge } as const;
      await this.challenges.insert(tx, challenge);
      return made;
    });
    return { challengeId: token, options };
  }

  /** @throws DomainError `passkey-refused`, `challenge-expired` */
  async add(
    ctx: AgencyContext,
    session: CurrentSession,
    { challengeId, name, response }: NewOwnPasskey,
  ): Promise<{ passkey: Passkey; recoveryCodes: string[] | null }> {
    const hash = tokenHash(challengeId);
    const added = await this.database.agencyTransaction(ctx, async (tx) => {
      const challenge = await this.challenges.find(tx, hash, 'passkey-enrol');
      const isOwn = challenge?.user_id === session.userId && (await this.challenges.take(tx, hash));
      if (!isOwn || !challenge.passkey_challenge) throw challengeExpired();
      const isFirst = !(await this.factors.hasAny(tx, session.userId));
      const answer = { response, challenge: challenge.passkey_challenge };
      const passkey = await this.passkeys.addIn(tx, session.userId, name, answer);
      return { passkey, recoveryCodes: await this.enrolment.addedIn(tx, session, { method: 'passkey', isFirst }) };
    });
    this.enrolment.forget(session);
    return added;
  }

  async remove(ctx: AgencyContext, session: CurrentSession, id: Uuid): Promise<void> {
    await this.database.agencyTransaction(ctx, async (tx) => {
      if (!(await this.passkeys.removeIn(tx, session.userId, id))) throw notFound();
      await this.enrolment.removedIn(tx, session.userId, 'passkey');
    });
  }
}
