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

export interface ClaimedKey {
  readonly keyHash: Buffer;
  readonly lock: bigint;
}

export interface Claim {
  readonly isFree: boolean;
  readonly answer: StoredAnswer | null;
}

/** A client that lost its connection comes back within hours; a day leaves room for a night. */
const LIFE = '24 hours';

/** Locks and stored answers, each of one actor of one agency. */
@Injectable()
export class IdempotencyRepository {
  /**
   * Takes the locks of keys until the transaction ends, without waiting, and reads their answers in the same statement, in
   * order. `isFree` is false while another transaction runs a request with the key.
   */
  async claim(tx: AgencyTx, keys: readonly ClaimedKey[]): Promise<Claim[]> {
    const rows = await tx.query<{ is_free: boolean } & StoredAnswer>(
      `SELECT pg_try_advisory_xact_lock(a.lock) AS is_free, k.request_hash, k.status, k.response_sealed
       FROM unnest($3::bytea[], $4::bigint[]) WITH ORDINALITY AS a(key_hash, lock, place) LEFT JOIN LATERAL (
         SELECT i.request_hash, i.status, i.response_sealed FROM idempotency_keys i
         WHERE i.agency_id = $1 AND i.actor_id = $2 AND i.key_hash = a.key_hash AND i.expires_at > now() LIMIT 1
       ) AS k ON true
       ORDER BY a.place`,
      [tx.agencyId, tx.actor.id, keys.map(({ keyHash }) => keyHash), keys.map(({ lock }) => lock.toString())],
    );
    return rows.map((row) => ({ isFree: row.is_free, answer: row.request_hash ? row : null }));
  }

  /**
   * Stores answers. False when a fresh answer to one of them stands there already: the statement of `claim` reads as of its
   * start, so a request that ended just then is free and yet unseen.
   */
  async insert(tx: AgencyTx, answers: readonly NewAnswer[]): Promise<boolean> {
    const stored = await tx.execute(
      `INSERT INTO idempotency_keys (agency_id, actor_id, key_hash, route, request_hash, status, response_sealed, expires_at)
       SELECT $1, $2, a.*, now() + interval '${LIFE}'
       FROM unnest($3::bytea[], $4::text[], $5::bytea[], $6::smallint[], $7::bytea[]) AS a
       ON CONFLICT (agency_id, actor_id, key_hash) DO UPDATE SET
         route = excluded.route, request_hash = excluded.request_hash, status = excluded.status,
         response_sealed = excluded.response_sealed, expires_at = excluded.expires_at
       WHERE idempotency_keys.expires_at <= now()`,
      [
        tx.agencyId,
        tx.actor.id,
        answers.map(({ keyHash }) => keyHash),
        answers.map(({ route }) => route),
        answers.map(({ requestHash }) => requestHash),
        answers.map(({ status }) => status),
        answers.map(({ sealed }) => sealed),
      ],
    );
    return stored === answers.length;
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
