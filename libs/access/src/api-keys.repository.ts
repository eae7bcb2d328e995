import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import type { Mode, Uuid } from '#libs/kernel';

export interface ApiKeyRow {
  readonly id: Uuid;
  readonly departmentId: Uuid;
  readonly name: string;
  readonly mode: Mode;
  readonly prefix: string;
  readonly keyHash: Buffer;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
}

/** A row as the look-up across agencies answers it. */
export interface KeyLookUpRow {
  readonly agency_id: Uuid;
  readonly id: Uuid;
  readonly department_id: Uuid;
  readonly mode: Mode;
  readonly key_hash: Buffer;
  readonly scopes: readonly string[];
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly agency_status: string;
}

/** The keys of departments. Only hashes of them are stored. */
@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: AgencyDatabase) {}

  async insert(tx: AgencyTx, key: ApiKeyRow): Promise<void> {
    await tx.execute(
      `INSERT INTO api_keys (agency_id, id, department_id, name, mode, prefix, key_hash, scopes, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tx.agencyId, key.id, key.departmentId, key.name, key.mode, key.prefix, key.keyHash, key.scopes, key.expiresAt],
    );
  }

  /** The prefix of the key, and whether this call revoked it; null when there is none. */
  async revoke(tx: AgencyTx, id: Uuid): Promise<{ prefix: string; isChanged: boolean } | null> {
    const rows = await tx.query<{ prefix: string; revoked_at: Date | null }>(
      'SELECT prefix, revoked_at FROM api_keys WHERE agency_id = $1 AND id = $2 FOR UPDATE',
      [tx.agencyId, id],
    );
    const [row] = rows;
    if (!row) return null;
    if (row.revoked_at !== null) return { prefix: row.prefix, isChanged: false };
    await tx.execute('UPDATE api_keys SET revoked_at = now() WHERE agency_id = $1 AND id = $2', [tx.agencyId, id]);
    return { prefix: row.prefix, isChanged: true };
  }

  /** Two keys may share a prefix: it is random and short. */
  async acrossAgenciesByPrefix(prefix: string): Promise<readonly KeyLookUpRow[]> {
    return this.database.acrossAgencies<KeyLookUpRow>('api_key_by_prefix', [prefix]);
  }

  /** Keys in use that end within 30 days. */
  async countExpiring(tx: AgencyTx): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM api_keys
       WHERE agency_id = $1 AND revoked_at IS NULL AND expires_at > now() AND expires_at < now() + interval '30 days'`,
      [tx.agencyId],
    );
    return row?.n ?? 0;
  }
}
