import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export interface NewPasskey {
  readonly id: Uuid;
  readonly userId: Uuid;
  readonly nameSealed: Buffer;
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backedUp: boolean;
}

export interface PasskeyRow {
  readonly id: Uuid;
  readonly user_id: Uuid;
  readonly name_sealed: Buffer;
  readonly credential_id: Buffer;
  readonly public_key: Buffer;
  /** bigint comes as text. */
  readonly counter: string;
  readonly transports: string[];
  readonly backed_up: boolean;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
}

const COLUMNS =
  'id, user_id, name_sealed, credential_id, public_key, counter, transports, backed_up, created_at, last_used_at';

/** Passkeys of people: public keys, which are no secret, and counters. */
@Injectable()
export class PasskeysRepository {
  async insert(tx: AgencyTx, key: NewPasskey): Promise<Date> {
    const rows = await tx.query<{ created_at: Date }>(
      `INSERT INTO passkeys (agency_id, id, user_id, name_sealed, credential_id, public_key, counter, transports, backed_up)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING created_at`,
      [
        tx.agencyId,
        key.id,
        key.userId,
        key.nameSealed,
        key.credentialId,
        key.publicKey,
        key.counter,
        key.transports,
        key.backedUp,
      ],
    );
    return rows[0]?.created_at ?? new Date(0);
  }

  async list(tx: AgencyTx, userId: Uuid): Promise<PasskeyRow[]> {
    return tx.query<PasskeyRow>(
      `SELECT ${COLUMNS} FROM passkeys WHERE agency_id = $1 AND user_id = $2 ORDER BY created_at, id`,
      [tx.agencyId, userId],
    );
  }

  /** Locked, so that two answers with one counter cannot both pass. */
  async lock(tx: AgencyTx, credentialId: Buffer): Promise<PasskeyRow | null> {
    const rows = await tx.query<PasskeyRow>(
      `SELECT ${COLUMNS} FROM passkeys WHERE agency_id = $1 AND credential_id = $2 FOR UPDATE`,
      [tx.agencyId, credentialId],
    );
    return rows[0] ?? null;
  }

  async recordUse(tx: AgencyTx, id: Uuid, use: { counter: number; backedUp: boolean }): Promise<void> {
    await tx.execute(
      'UPDATE passkeys SET counter = $3, backed_up = $4, last_used_at = now() WHERE agency_id = $1 AND id = $2',
      [tx.agencyId, id, use.counter, use.backedUp],
    );
  }

  async deleteAll(tx: AgencyTx, userId: Uuid): Promise<void> {
    await tx.execute('DELETE FROM passkeys WHERE agency_id = $1 AND user_id = $2', [tx.agencyId, userId]);
  }

  async delete(tx: AgencyTx, userId: Uuid, id: Uuid): Promise<boolean> {
    const deleted = await tx.execute('DELETE FROM passkeys WHERE agency_id = $1 AND user_id = $2 AND id = $3', [
      tx.agencyId,
      userId,
      id,
    ]);
    return deleted === 1;
  }
}
