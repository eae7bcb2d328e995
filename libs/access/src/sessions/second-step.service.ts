import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { platformContext, type Uuid } from '#libs/kernel';
import { challengeExpired, codeWrong } from '../access.errors.js';
import { ChallengesRepository } from '../factors/challenges.repository.js';
import { newToken, tokenHash } from '../factors/one-time-token.js';
import { PasskeysService } from '../factors/passkeys.service.js';
import { ProofsService, type SecondStepProof } from '../factors/proofs.service.js';
import type { StepMethod } from '../factors/step-method.js';
import { type OpenedSession, SessionsService, type SignInMeta, signInContext } from './sessions.service.js';
import { SignInGuard } from './sign-in-guard.service.js';

/** The password was right; one of these steps is still due. */
export interface SecondStepDue {
  readonly challengeId: string;
  readonly methods: readonly StepMethod[];
  readonly expiresAt: Date;
}

/** The second step of a sign-in, and sign-in with a passkey alone, which is both steps at once. */
@Injectable()
export class SecondStepService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly challenges: ChallengesRepository,
    private readonly passkeys: PasskeysService,
    private readonly proofs: ProofsService,
    private readonly guard: SignInGuard,
    private readonly sessions: SessionsService,
  ) {}

  /** What the person must still prove, or null for somebody who has no second step. */
  async beginIn(tx: AgencyTx, userId: Uuid): Promise<SecondStepDue | null> {
    const methods = await this.proofs.methodsIn(tx, userId);
    if (methods.length === 0) return null;
    const { token, hash } = newToken();
    const challenge = { tokenHash: hash, kind: 'second-step', userId, passkeyChallenge: null } as const;
    return { challengeId: token, methods, expiresAt: await this.challenges.insert(tx, challenge) };
  }

  async passkeyOptions(challengeId: string, meta: SignInMeta): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const hash = tokenHash(challengeId);
    return this.database.agencyTransaction({ ...platformContext(meta.requestId), ip: meta.ip }, async (tx) => {
      const challenge = await this.challenges.find(tx, hash, 'second-step');
      if (!challenge?.user_id) throw challengeExpired();
      const options = await this.passkeys.signInOptionsIn(tx, challenge.user_id);
      await this.challenges.setPasskeyChallenge(tx, hash, options.challenge);
      return options;
    });
  }

  /** @throws DomainError `code-wrong`, `challenge-expired`, `too-many-attempts` */
  async finish(challengeId: string, proof: SecondStepProof, meta: SignInMeta): Promise<OpenedSession> {
    const hash = tokenHash(challengeId);
    const ctx = { ...platformContext(meta.requestId), ip: meta.ip };
    // Counted in a transaction of its own, so that a failure further on does not give the try back.
    const challenge = await this.database.agencyTransaction(ctx, (tx) =>
      this.challenges.attempt(tx, hash, 'second-step'),
    );
    if (!challenge?.user_id) throw challengeExpired();
    const { user_id: userId, passkey_challenge: passkeyChallenge } = challenge;
    const own = signInContext(userId, meta);
    const issued = await this.database.agencyTransaction(own, async (tx) => {
      const locked = await this.guard.lockOf(tx, userId);
      if (locked) throw locked;
      const method = await this.proofs.proveIn(tx, userId, proof, passkeyChallenge);
      if (!method) return null;
      if (!(await this.challenges.take(tx, hash))) throw challengeExpired();
      return this.sessions.openIn(tx, userId, method === 'passkey' ? [method] : ['password', method], meta);
    });
    if (!issued) await this.guard.failProof(userId, 'auth.mfa.failed', own);
    if (!issued) throw codeWrong();
    return this.sessions.issue(issued);
  }

  /** For a page that knows nobody yet: the browser offers the passkeys that it has. */
  async openPasskeySignIn(
    meta: SignInMeta,
  ): Promise<{ challengeId: string; options: PublicKeyCredentialRequestOptionsJSON }> {
    this.guard.open(meta);
    const { token, hash } = newToken();
    const options = await this.database.agencyTransaction(platformContext(meta.requestId), async (tx) => {
      const made = await this.passkeys.signInOptionsIn(tx, null);
      const kind = 'passkey-sign-in';
      await this.challenges.insert(tx, { tokenHash: hash, kind, userId: null, passkeyChallenge: made.challenge });
      return made;
    });
    return { challengeId: token, options };
  }

  async signInWithPasskey(challengeId: string, response: object, meta: SignInMeta): Promise<OpenedSession> {
    const hash = tokenHash(challengeId);
    const ctx = { ...platformContext(meta.requestId), ip: meta.ip };
    const challenge = await this.database.agencyTransaction(ctx, (tx) =>
      this.challenges.attempt(tx, hash, 'passkey-sign-in'),
    );
    if (!challenge?.passkey_challenge) throw challengeExpired();
    const asked = challenge.passkey_challenge;
    const issued = await this.database.agencyTransaction(ctx, async (tx) => {
      const userId = await this.passkeys.proveIn(tx, response, asked);
      if (!userId) return null;
      if (!(await this.challenges.take(tx, hash))) throw challengeExpired();
      return this.sessions.openIn(tx, userId, ['passkey'], meta);
    });
    if (!issued) await this.guard.failPasskey(meta);
    if (!issued) throw codeWrong();
    return this.sessions.issue(issued);
  }
}
