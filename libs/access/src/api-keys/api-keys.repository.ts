import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import type { Mode, Uuid } from '#libs/kernel';
import type { ApiKey } from './api-key.js';

export interface ApiKeyRow {
  readonly id: Uuid;
  readonly departmentId: Uuid;
  readonly name: string;
  readonly mode: Mode;
  readonly prefix: string;
  readonly keyHash: Buffer;
  readonly scopes: readonly string[];
  readonly ipAllowList: readonly string[];
  readonly expiresAt: Date;
  /** The key that it takes over from. */
  readonly rotatedFrom: Uuid | null;
}

/** A row as the look-up across agencies answers it. */
export interface KeyLookUpRow {
  readonly agency_id: Uuid;
  readonly id: Uuid;
  readonly department_id: Uuid;
  readonly mode: Mode;
  readonly key_hash: Buffer;
  readonly scopes: readonly string[];
  readonly ip_allow_list: readonly string[];
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly agency_status: string;
}

const COLUMNS = `k.id, k.department_id AS "departmentId", k.name, k.mode, k.prefix, k.scopes, k.ip_allow_list AS "ipAllowList",
  k.created_at AS "createdAt", k.created_by_kind AS "createdByKind", k.created_by AS "createdBy",
  k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt", k.last_used_at AS "lastUsedAt", k.last_used_from AS "lastUsedFrom"`;

const CALLS = `(SELECT coalesce(sum(c.calls), 0)::float8 FROM api_key_calls c WHERE c.agency_id = k.agency_id
  AND c.api_key_id = k.id AND c.day > (now() AT TIME ZONE 'UTC')::date - 7) AS "calls7Days"`;

/** The keys of departments. Only hashes of them are stored. */
@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: AgencyDatabase) {}

  async insert(tx: AgencyTx, key: ApiKeyRow): Promise<void> {
    await tx.execute(
      `INSERT INTO api_keys (agency_id, id, department_id, name, mode, prefix, key_hash, scopes, ip_allow_list, expires_at,
         rotated_from, created_by_kind, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        tx.agencyId,
        key.id,
        key.departmentId,
        key.name,
        key.mode,
        key.prefix,
        key.keyHash,
        key.scopes,
        key.ipAllowList,
        key.expiresAt,
        key.rotatedFrom,
        tx.actor.kind,
        tx.actor.kind === 'system' ? null : tx.actor.id,
      ],
    );
  }

  /** Newest first, with what they were used for: one statement for the page. */
  async list(tx: AgencyTx, { after, limit }: { after?: Uuid; limit: number }): Promise<ApiKey[]> {
    return tx.query<ApiKey>(
      `SELECT ${COLUMNS}, ${CALLS} FROM api_keys k WHERE k.agency_id = $1 AND ($2::uuid IS NULL OR k.id < $2)
       ORDER BY k.id DESC LIMIT $3`,
      [tx.agencyId, after ?? null, limit],
    );
  }

  /** Of these ids, those that are keys. */
  async names(tx: AgencyTx, ids: readonly Uuid[]): Promise<Pick<ApiKey, 'id' | 'name'>[]> {
    return tx.query('SELECT id, name FROM api_keys WHERE agency_id = $1 AND id = ANY($2)', [tx.agencyId, ids]);
  }

  async find(tx: AgencyTx, id: Uuid): Promise<ApiKey | null> {
    const rows = await tx.query<ApiKey>(
      `SELECT ${COLUMNS}, ${CALLS} FROM api_keys k WHERE k.agency_id = $1 AND k.id = $2`,
      [tx.agencyId, id],
    );
    return rows[0] ?? null;
  }

  async lock(tx: AgencyTx, id: Uuid): Promise<Omit<ApiKey, 'calls7Days'> | null> {
    const rows = await tx.query<Omit<ApiKey, 'calls7Days'>>(
      `SELECT ${COLUMNS} FROM api_keys k WHERE k.agency_id = $1 AND k.id = $2 FOR UPDATE`,
      [tx.agencyId, id],
    );
    return rows[0] ?? null;
  }

  async update(tx: AgencyTx, id: Uuid, { name, ipAllowList }: Pick<ApiKey, 'name' | 'ipAllowList'>): Promise<void> {
    await tx.execute('UPDATE api_keys SET name = $3, ip_allow_list = $4 WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
      name,
      ipAllowList,
    ]);
  }

  async revoke(tx: AgencyTx, id: Uuid): Promise<void> {
    await tx.execute('UPDATE api_keys SET revoked_at = now() WHERE agency_id = $1 AND id = $2', [tx.agencyId, id]);
  }

  async shorten(tx: AgencyTx, id: Uuid, expiresAt: Date): Promise<void> {
    await tx.execute('UPDATE api_keys SET expires_at = least(expires_at, $3) WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
      expiresAt,
    ]);
  }

  /** Whether a key that still works took over from this one. */
  async isRotated(tx: AgencyTx, id: Uuid): Promise<boolean> {
    const rows = await tx.query<{ is_rotated: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM api_keys WHERE agency_id = $1 AND rotated_from = $2 AND revoked_at IS NULL
         AND expires_at > now()) AS is_rotated`,
      [tx.agencyId, id],
    );
    return rows[0]?.is_rotated ?? false;
  }

  async countUsable(tx: AgencyTx, departmentId: Uuid): Promise<number> {
    const rows = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM api_keys WHERE agency_id = $1 AND department_id = $2 AND revoked_at IS NULL
         AND expires_at > now()`,
      [tx.agencyId, departmentId],
    );
    return rows[0]?.n ?? 0;
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
