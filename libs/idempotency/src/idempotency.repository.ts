import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';

export interface StoredAnswer {
  readonly request_hash: Buffer;
  readonly status: number;
  readonly response_sealed: Buffer;
}

export interface NewAnswer {
  readonly keyHash: Buffer;
  readonly route: string;
  readonly requestHash: Buffer;
  readonly status: number;
  readonly sealed: Buffer;
}

/** A client that lost its connection comes back within hours; a day leaves room for a night. */
const LIFE = '24 hours';

/** Locks and stored answers, each of one actor of one agency. */
@Injectable()
export class IdempotencyRepository {
  /**
   * Takes the lock of a key until the transaction ends, without waiting, and reads its answer in the same statement.
   * `isFree` is false while another request with the key runs.
   */
  async claim(tx: AgencyTx, keyHash: Buffer, lock: bigint): Promise<{ isFree: boolean; answer: StoredAnswer | null }> {
    const [row] = await tx.query<{ is_free: boolean } & StoredAnswer>(
      `SELECT pg_try_advisory_xact_lock($4) AS is_free, k.request_hash, k.status, k.response_sealed
       FROM (SELECT 1) AS one LEFT JOIN idempotency_keys k
         ON k.agency_id = $1 AND k.actor_id = $2 AND k.key_hash = $3 AND k.expires_at > now()`,
      [tx.agencyId, tx.actor.id, keyHash, lock.toString()],
    );
    return { isFree: row?.is_free === true, answer: row?.request_hash ? row : null };
  }

  /**
   * False when a fresh answer stands there already: the statement of `claim` reads as of its start, so a request that
   * ended just then is free and yet unseen.
   */
  async insert(tx: AgencyTx, answer: NewAnswer): Promise<boolean> {
    const stored = await tx.execute(
      `INSERT INTO idempotency_keys (agency_id, actor_id, key_hash, route, request_hash, status, response_sealed, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + interval '${LIFE}')
       ON CONFLICT (agency_id, actor_id, key_hash) DO UPDATE SET
         route = excluded.route, request_hash = excluded.request_hash, status = excluded.status,
         response_sealed = excluded.response_sealed, expires_at = excluded.expires_at
       WHERE idempotency_keys.expires_at <= now()`,
      [tx.agencyId, tx.actor.id, answer.keyHash, answer.route, answer.requestHash, answer.status, answer.sealed],
    );
    return stored === 1;
  }

  /** Removes up to `limit` expired answers of the agency. */
  async deleteExpired(tx: AgencyTx, limit: number): Promise<number> {
    return tx.execute(
      `DELETE FROM idempotency_keys WHERE agency_id = $1 AND (actor_id, key_hash) IN (
         SELECT actor_id, key_hash FROM idempotency_keys
         WHERE agency_id = $1 AND expires_at <= now() ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
      [tx.agencyId, limit],
    );
  }
}
