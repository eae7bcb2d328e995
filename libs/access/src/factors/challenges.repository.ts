import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { CHALLENGE_ATTEMPTS, CHALLENGE_SECONDS } from '../sessions/session-limits.js';

export type ChallengeKind = 'second-step' | 'passkey-sign-in' | 'passkey-enrol' | 'step-up';

export interface ChallengeRow {
  readonly user_id: Uuid | null;
  readonly passkey_challenge: string | null;
}

export interface NewChallenge {
  readonly tokenHash: Buffer;
  readonly kind: ChallengeKind;
  readonly userId: Uuid | null;
  readonly passkeyChallenge: string | null;
}

/** Half-done proofs of identity. Found by the hash of a token that only the browser has. */
@Injectable()
export class ChallengesRepository {
  /** Also sweeps out those that are over, so that nothing else has to. */
  async insert(tx: AgencyTx, { tokenHash, kind, userId, passkeyChallenge }: NewChallenge): Promise<Date> {
    await tx.execute('DELETE FROM sign_in_challenges WHERE agency_id = $1 AND expires_at < now()', [tx.agencyId]);
    const rows = await tx.query<{ expires_at: Date }>(
      `INSERT INTO sign_in_challenges (agency_id, token_hash, kind, user_id, passkey_challenge, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6)) RETURNING expires_at`,
      [tx.agencyId, tokenHash, kind, userId, passkeyChallenge, CHALLENGE_SECONDS],
    );
    return rows[0]?.expires_at ?? new Date(0);
  }

  async find(tx: AgencyTx, tokenHash: Buffer, kind: ChallengeKind): Promise<ChallengeRow | null> {
    const rows = await tx.query<ChallengeRow>(
      `SELECT user_id, passkey_challenge FROM sign_in_challenges
       WHERE agency_id = $1 AND token_hash = $2 AND kind = $3 AND expires_at > now() AND attempts < $4`,
      [tx.agencyId, tokenHash, kind, CHALLENGE_ATTEMPTS],
    );
    return rows[0] ?? null;
  }

  /** Counts one try, before it is checked. Null when the challenge is over or was tried too often. */
  async attempt(tx: AgencyTx, tokenHash: Buffer, kind: ChallengeKind): Promise<ChallengeRow | null> {
    const rows = await tx.query<ChallengeRow>(
      `UPDATE sign_in_challenges SET attempts = attempts + 1
       WHERE agency_id = $1 AND token_hash = $2 AND kind = $3 AND expires_at > now() AND attempts < $4
       RETURNING user_id, passkey_challenge`,
      [tx.agencyId, tokenHash, kind, CHALLENGE_ATTEMPTS],
    );
    return rows[0] ?? null;
  }

  async setPasskeyChallenge(tx: AgencyTx, tokenHash: Buffer, passkeyChallenge: string): Promise<void> {
    await tx.execute('UPDATE sign_in_challenges SET passkey_challenge = $3 WHERE agency_id = $1 AND token_hash = $2', [
      tx.agencyId,
      tokenHash,
      passkeyChallenge,
    ]);
  }

  /** Gone for good: what was proved is proved once. False when somebody else was faster. */
  async take(tx: AgencyTx, tokenHash: Buffer): Promise<boolean> {
    const taken = await tx.execute('DELETE FROM sign_in_challenges WHERE agency_id = $1 AND token_hash = $2', [
      tx.agencyId,
      tokenHash,
    ]);
    return taken === 1;
  }
}
