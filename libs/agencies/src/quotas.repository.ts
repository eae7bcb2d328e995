import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export interface Grant {
  readonly departmentId: Uuid;
  readonly granted: number;
  /** Which of the quotas ends first. */
  readonly limit: 'day' | 'month';
  /** Until the day or the month of that quota is over. */
  readonly retryAfterSeconds: number;
}

export interface Take {
  readonly departmentIds: readonly Uuid[];
  readonly counts: readonly number[];
  readonly at: Date;
  readonly slot: number;
}

interface UsageRow {
  readonly today: string;
  readonly month: string;
  readonly days: { day: string; n: number }[] | null;
}

/** The only file that touches `daily_counters`. Days begin and end by the clock of the agency. */
@Injectable()
export class QuotasRepository {
  /**
   * Takes from the quotas what they still hold and counts it, in one statement for any number of departments. Where there
   * is no quota nothing is summed. What other transactions take at this moment is not seen: a quota may be exceeded by
   * what is in flight.
   */
  async take(tx: AgencyTx, { departmentIds, counts, at, slot }: Take): Promise<Grant[]> {
    return tx.query<Grant>(
      `WITH wanted AS (
         SELECT w.id, w.n, d.daily_quota, d.monthly_quota, t.today, date_trunc('month', t.today)::date AS month, a.time_zone
         FROM unnest($2::uuid[], $3::int[]) AS w (id, n)
         JOIN departments d ON d.agency_id = $1 AND d.id = w.id
         JOIN agencies a ON a.agency_id = $1
         CROSS JOIN LATERAL (SELECT ($4::timestamptz AT TIME ZONE a.time_zone)::date AS today) AS t
       ), room AS (
         SELECT w.*,
           CASE WHEN w.daily_quota IS NOT NULL THEN w.daily_quota - (SELECT coalesce(sum(c.n), 0) FROM daily_counters c
             WHERE c.agency_id = $1 AND c.department_id = w.id AND c.day = w.today AND c.kind = 'accepted') END AS day_left,
           CASE WHEN w.monthly_quota IS NOT NULL THEN w.monthly_quota - (SELECT coalesce(sum(c.n), 0) FROM daily_counters c
             WHERE c.agency_id = $1 AND c.department_id = w.id AND c.day = w.month AND c.kind = 'accepted-month') END AS month_left
         FROM wanted w
       ), grants AS (
         SELECT r.*, greatest(0, least(r.n, r.day_left, r.month_left))::int AS granted,
           r.month_left IS NOT NULL AND r.month_left <= coalesce(r.day_left, r.month_left) AS is_month
         FROM room r
       ), counted AS (
         INSERT INTO daily_counters AS c (agency_id, department_id, day, kind, slot, n)
         SELECT $1, g.id, k.day, k.kind, $5, g.granted FROM grants g
         CROSS JOIN LATERAL (VALUES (g.today, 'accepted'), (g.month, 'accepted-month')) AS k (day, kind)
         WHERE g.granted > 0 ORDER BY g.id, k.kind
         ON CONFLICT (agency_id, department_id, day, kind, slot) DO UPDATE SET n = c.n + excluded.n
       )
       SELECT g.id AS "departmentId", g.granted, CASE WHEN g.is_month THEN 'month' ELSE 'day' END AS limit,
         greatest(1, ceil(extract(epoch FROM (CASE WHEN g.is_month THEN g.month + interval '1 month'
           ELSE g.today + interval '1 day' END) AT TIME ZONE g.time_zone - $4::timestamptz)))::int AS "retryAfterSeconds"
       FROM grants g`,
      [tx.agencyId, departmentIds, counts, at, slot],
    );
  }

  /** Sums of today and this month, and each of the last 31 days that has any. */
  async usage(tx: AgencyTx, departmentId: Uuid, at: Date): Promise<UsageRow> {
    const [row] = await tx.query<UsageRow>(
      `WITH t AS (SELECT ($3::timestamptz AT TIME ZONE time_zone)::date AS today FROM agencies WHERE agency_id = $1),
       days AS (
         SELECT c.day, sum(c.n) AS n FROM daily_counters c, t
         WHERE c.agency_id = $1 AND c.department_id = $2 AND c.kind = 'accepted' AND c.day > t.today - 31 AND c.day <= t.today
         GROUP BY c.day
       )
       SELECT (SELECT coalesce(sum(d.n), 0) FROM days d WHERE d.day = t.today) AS today,
         (SELECT coalesce(sum(c.n), 0) FROM daily_counters c WHERE c.agency_id = $1 AND c.department_id = $2
           AND c.kind = 'accepted-month' AND c.day = date_trunc('month', t.today)::date) AS month,
         (SELECT json_agg(json_build_object('day', d.day, 'n', d.n) ORDER BY d.day) FROM days d) AS days
       FROM t`,
      [tx.agencyId, departmentId, at],
    );
    return row ?? { today: '0', month: '0', days: null };
  }
}
