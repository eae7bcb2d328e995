import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

/** What a person can prove themselves with. */
export interface FactorSummary {
  readonly password: boolean;
  readonly totp: boolean;
  readonly passkeys: number;
  readonly recoveryCodesLeft: number;
}

export interface TotpRow {
  readonly pending_sealed: Buffer | null;
  readonly secret_sealed: Buffer | null;
  /** The time step of the last code that was taken; bigint comes as text. */
  readonly last_step: string;
}

/** Authenticators and recovery codes of people. */
@Injectable()
export class FactorsRepository {
  async summary(tx: AgencyTx, userId: Uuid): Promise<FactorSummary> {
    const rows = await tx.query<FactorSummary>(
      `SELECT u.password_hash IS NOT NULL AS password,
         EXISTS (SELECT 1 FROM totp_factors t WHERE t.agency_id = $1 AND t.user_id = $2 AND t.confirmed_at IS NOT NULL) AS totp,
         (SELECT count(*)::int FROM passkeys p WHERE p.agency_id = $1 AND p.user_id = $2) AS passkeys,
         (SELECT count(*)::int FROM recovery_codes r WHERE r.agency_id = $1 AND r.user_id = $2 AND r.used_at IS NULL)
           AS "recoveryCodesLeft"
       FROM users u WHERE u.agency_id = $1 AND u.id = $2`,
      [tx.agencyId, userId],
    );
    return rows[0] ?? { password: false, totp: false, passkeys: 0, recoveryCodesLeft: 0 };
  }

  async hasAny(tx: AgencyTx, userId: Uuid): Promise<boolean> {
    const { totp, passkeys } = await this.summary(tx, userId);
    return totp || passkeys > 0;
  }

  async setPendingTotp(tx: AgencyTx, userId: Uuid, pendingSealed: Buffer): Promise<void> {
    await tx.execute(
      `INSERT INTO totp_factors (agency_id, user_id, pending_sealed) VALUES ($1, $2, $3)
       ON CONFLICT (agency_id, user_id) DO UPDATE SET pending_sealed = excluded.pending_sealed`,
      [tx.agencyId, userId, pendingSealed],
    );
  }

  /** Locked, so that a code cannot be taken twice at once. */
  async lockTotp(tx: AgencyTx, userId: Uuid): Promise<TotpRow | null> {
    const rows = await tx.query<TotpRow>(
      'SELECT pending_sealed, secret_sealed, last_step FROM totp_factors WHERE agency_id = $1 AND user_id = $2 FOR UPDATE',
      [tx.agencyId, userId],
    );
    return rows[0] ?? null;
  }

  async confirmTotp(tx: AgencyTx, userId: Uuid, step: number): Promise<void> {
    await tx.execute(
      `UPDATE totp_factors SET secret_sealed = pending_sealed, pending_sealed = NULL, confirmed_at = now(), last_step = $3
       WHERE agency_id = $1 AND user_id = $2`,
      [tx.agencyId, userId, step],
    );
  }

  async setLastStep(tx: AgencyTx, userId: Uuid, step: number): Promise<void> {
    await tx.execute('UPDATE totp_factors SET last_step = $3 WHERE agency_id = $1 AND user_id = $2', [
      tx.agencyId,
      userId,
      step,
    ]);
  }

  async deleteTotp(tx: AgencyTx, userId: Uuid): Promise<boolean> {
    const deleted = await tx.execute(
      'DELETE FROM totp_factors WHERE agency_id = $1 AND user_id = $2 AND confirmed_at IS NOT NULL',
      [tx.agencyId, userId],
    );
    return deleted === 1;
  }

  /** New codes take the place of all old ones. */
  async replaceRecoveryCodes(tx: AgencyTx, userId: Uuid, hashes: readonly Buffer[]): Promise<void> {
    await tx.execute('DELETE FROM recovery_codes WHERE agency_id = $1 AND user_id = $2', [tx.agencyId, userId]);
    await tx.execute('INSERT INTO recovery_codes (agency_id, user_id, code_hash) SELECT $1, $2, unnest($3::bytea[])', [
      tx.agencyId,
      userId,
      hashes,
    ]);
  }

  async deleteRecoveryCodes(tx: AgencyTx, userId: Uuid): Promise<void> {
    await tx.execute('DELETE FROM recovery_codes WHERE agency_id = $1 AND user_id = $2', [tx.agencyId, userId]);
  }

  /** True once for each code. */
  async useRecoveryCode(tx: AgencyTx, userId: Uuid, hashes: readonly Buffer[]): Promise<boolean> {
    const used = await tx.execute(
      `UPDATE recovery_codes SET used_at = now()
       WHERE agency_id = $1 AND user_id = $2 AND code_hash = ANY ($3::bytea[]) AND used_at IS NULL`,
      [tx.agencyId, userId, hashes],
    );
    return used === 1;
  }
}
