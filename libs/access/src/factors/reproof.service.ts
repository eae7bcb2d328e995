import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { challengeExpired, proofWrong } from '../access.errors.js';
import { SignInGuard } from '../sessions/sign-in-guard.service.js';
import { ChallengesRepository } from './challenges.repository.js';
import { newToken, tokenHash } from './one-time-token.js';
import { PasskeysService } from './passkeys.service.js';
import { ProofsService } from './proofs.service.js';

/** One of these; the first that is there counts. */
export interface Reproof {
  readonly password?: string;
  readonly code?: string;
  readonly passkey?: { readonly challengeId: string; readonly response: object };
}

/** Proving again who one is, inside a session. Guesses count towards the lock of the account. */
@Injectable()
export class ReproofService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly challenges: ChallengesRepository,
    private readonly passkeys: PasskeysService,
    private readonly proofs: ProofsService,
    private readonly guard: SignInGuard,
  ) {}

  async passkeyOptions(
    ctx: AgencyContext,
    userId: Uuid,
  ): Promise<{ challengeId: string; options: PublicKeyCredentialRequestOptionsJSON }> {
    const { token, hash } = newToken();
    const options = await this.database.agencyTransaction(ctx, async (tx) => {
      const made = await this.passkeys.signInOptionsIn(tx, userId);
      await this.challenges.insert(tx, { tokenHash: hash, kind: 'step-up', userId, passkeyChallenge: made.challenge });
      return made;
    });
    return { challengeId: token, options };
  }

  /** @throws DomainError `proof-wrong`, `challenge-expired`, `too-many-attempts` */
  async prove(ctx: AgencyContext, userId: Uuid, proof: Reproof): Promise<void> {
    const isProved = await this.database.agencyTransaction(ctx, async (tx) => {
      const locked = await this.guard.lockOf(tx, userId);
      if (locked) throw locked;
      return this.isProved(tx, userId, proof);
    });
    if (isProved) return;
    await this.guard.failProof(userId, 'auth.stepup.failed', ctx);
    throw proofWrong();
  }

  private async isProved(tx: AgencyTx, userId: Uuid, { password, code, passkey }: Reproof): Promise<boolean> {
    if (passkey === undefined && code === undefined)
      return password !== undefined && this.proofs.passwordFitsIn(tx, userId, password);
    if (passkey === undefined) return (await this.proofs.proveIn(tx, userId, { code }, null)) !== null;
    const hash = tokenHash(passkey.challengeId);
    const challenge = await this.challenges.find(tx, hash, 'step-up');
    if (challenge?.user_id !== userId || !(await this.challenges.take(tx, hash))) throw challengeExpired();
    const proof = { passkey: passkey.response };
    return (await this.proofs.proveIn(tx, userId, proof, challenge.passkey_challenge)) !== null;
  }
}
