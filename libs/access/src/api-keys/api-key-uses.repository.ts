import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export interface KeyUse {
  readonly id: Uuid;
  readonly calls: number;
  readonly lastAt: Date;
  /** The network of the last caller. */
  readonly lastFrom: string | null;
}

/** What is known of the use of keys. */
@Injectable()
export class ApiKeyUsesRepository {
  /** Two statements for any number of keys. @returns those that were used for the first time */
  async add(tx: AgencyTx, uses: readonly KeyUse[]): Promise<Uuid[]> {
    const ids = uses.map(({ id }) => id);
    const calls = uses.map((use) => use.calls);
    const times = uses.map(({ lastAt }) => lastAt);
    const networks = uses.map(({ lastFrom }) => lastFrom);
    const [first] = await Promise.all([
      tx.query<{ id: Uuid }>(
        `WITH used AS (SELECT * FROM unnest($2::uuid[], $3::timestamptz[], $4::text[]) AS u (id, last_at, last_from)),
         locked AS (
           SELECT k.id, k.first_used_at IS NULL AS is_first FROM api_keys k
           WHERE k.agency_id = $1 AND k.id = ANY($2) ORDER BY k.id FOR UPDATE
         ), noted AS (
           UPDATE api_keys k SET first_used_at = coalesce(k.first_used_at, u.last_at),
             last_used_from = CASE WHEN k.last_used_at > u.last_at THEN k.last_used_from ELSE u.last_from END,
             last_used_at = greatest(k.last_used_at, u.last_at)
           FROM used u JOIN locked l ON l.id = u.id WHERE k.agency_id = $1 AND k.id = u.id
         )
         SELECT id FROM locked WHERE is_first`,
        [tx.agencyId, ids, times, networks],
      ),
      tx.execute(
        `INSERT INTO api_key_calls AS c (agency_id, api_key_id, day, calls)
         SELECT $1, u.id, (u.last_at AT TIME ZONE 'UTC')::date, u.calls
         FROM unnest($2::uuid[], $3::bigint[], $4::timestamptz[]) AS u (id, calls, last_at) ORDER BY u.id
         ON CONFLICT (agency_id, api_key_id, day) DO UPDATE SET calls = c.calls + excluded.calls`,
        [tx.agencyId, ids, calls, times],
      ),
    ]);
    return first.map(({ id }) => id);
  }
}
