import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { PaceState } from './pacing.js';

/** A turn that nobody renewed for this long belongs to a dead worker. */
const TURN_LEASE = '3 seconds';

export interface Turn {
  /** Fences this holding of the turn against every other one. */
  readonly token: string;
  readonly tokens: number;
  readonly refilledAt: Date;
  /** What stops people and purposes has changed when this number has. */
  readonly suppressionEpoch: string;
}

/** The only file that touches `number_turns` and `webhook_activity`. Leases are compared by the clock of Postgres alone. */
@Injectable()
export class NumberTurnsRepository {
  /** Takes the turn, or answers null when another worker has it. A dead holder's pace starts with an empty bucket. */
  async take(tx: AgencyTx, numberId: Uuid, holder: Uuid, rate: number, now: Date): Promise<Turn | null> {
    const [turn] = await tx.query<Turn>(
      `INSERT INTO number_turns AS t (agency_id, phone_number_id, holder, until, rate, tokens, refilled_at)
       VALUES ($1, $2, $3, now() + interval '${TURN_LEASE}', $4, $4, $5)
       ON CONFLICT (agency_id, phone_number_id) DO UPDATE SET holder = $3, token = t.token + 1,
         until = now() + interval '${TURN_LEASE}', rate = $4,
         tokens = CASE WHEN t.holder = '${NOBODY}' THEN t.tokens ELSE least(t.tokens, 0) END,
         refilled_at = CASE WHEN t.holder = '${NOBODY}' THEN t.refilled_at ELSE $5 END
         WHERE t.holder = '${NOBODY}' OR t.until < now()
       RETURNING t.token, t.tokens, t.refilled_at AS "refilledAt",
         (SELECT suppression_epoch FROM agencies WHERE agency_id = $1) AS "suppressionEpoch"`,
      [tx.agencyId, numberId, holder, rate, now],
    );
    return turn ?? null;
  }

  /** Keeps the turn and stores its pace. @returns the agency's suppression epoch, or null when the turn is lost */
  async renew(tx: AgencyTx, numberId: Uuid, token: string, pace: PaceState): Promise<string | null> {
    const [row] = await tx.query<{ epoch: string }>(
      `UPDATE number_turns SET until = now() + interval '${TURN_LEASE}', tokens = $4, refilled_at = $5
       WHERE agency_id = $1 AND phone_number_id = $2 AND token = $3 AND until >= now()
       RETURNING (SELECT suppression_epoch FROM agencies WHERE agency_id = $1) AS epoch`,
      [tx.agencyId, numberId, token, pace.tokens, pace.refilledAt],
    );
    return row?.epoch ?? null;
  }

  async suppressionEpoch(tx: AgencyTx): Promise<string> {
    const [row] = await tx.query<{ epoch: string }>(
      'SELECT suppression_epoch AS epoch FROM agencies WHERE agency_id = $1',
      [tx.agencyId],
    );
    return row?.epoch ?? '';
  }

  async release(tx: AgencyTx, numberId: Uuid, token: string, pace: PaceState): Promise<void> {
    await tx.execute(
      `UPDATE number_turns SET holder = '${NOBODY}', until = now(), tokens = $4, refilled_at = $5
       WHERE agency_id = $1 AND phone_number_id = $2 AND token = $3`,
      [tx.agencyId, numberId, token, pace.tokens, pace.refilledAt],
    );
  }

  /** Counts webhooks of a number second by second, and forgets what is older than any in-doubt window. */
  async recordWebhooks(tx: AgencyTx, numberId: Uuid, count: number, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO webhook_activity AS a (agency_id, phone_number_id, since, n)
       VALUES ($1, $2, date_trunc('second', $4::timestamptz), $3)
       ON CONFLICT (agency_id, phone_number_id, since) DO UPDATE SET n = a.n + $3`,
      [tx.agencyId, numberId, count, at],
    );
    await tx.execute(
      `DELETE FROM webhook_activity WHERE agency_id = $1 AND phone_number_id = $2 AND since < $3::timestamptz - interval '6 hours'`,
      [tx.agencyId, numberId, at],
    );
  }

  /** Webhooks of the number that came in steps beginning after a moment. */
  async webhooksSince(tx: AgencyTx, numberId: Uuid, since: Date): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT coalesce(sum(n), 0)::int AS n FROM webhook_activity
       WHERE agency_id = $1 AND phone_number_id = $2 AND since >= $3`,
      [tx.agencyId, numberId, since],
    );
    return row?.n ?? 0;
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
