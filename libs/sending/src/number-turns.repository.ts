import { Injectable } from '@nestjs/common';
import { type AgencyTx, presenceKey } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { PaceState } from './pacing.js';
import type { PairState } from './pair-pacing.js';

/** A turn that nobody renewed for this long belongs to a dead worker, or to one that froze and still looks alive. */
const TURN_LEASE = '3 seconds';

/** Held by the holder of the turn for as long as it lives. */
const HOLDERS_PRESENCE = presenceKey('t.holder');

export interface Turn {
  /** Fences this holding of the turn against every other one. */
  readonly token: string;
  readonly rate: number;
  readonly tokens: number;
  readonly refilledAt: Date;
  /** What stops people, purposes or sending itself has changed when this text has. */
  readonly epoch: string;
}

/** The agency's own epoch and that of the platform's switch, which stops all agencies. */
const EPOCH = `(SELECT a.suppression_epoch || '/' || p.epoch FROM agencies a, platform_stop() p WHERE a.agency_id = $1)`;

/** The only file that touches `number_turns`, `pair_pacing` and `webhook_activity`. Leases are compared by the clock of Postgres alone. */
@Injectable()
export class NumberTurnsRepository {
  /**
   * Takes the turn, or answers null when another worker has it and lives. A dead holder's pace starts with an empty bucket; a rate
   * that Meta's refusals had lowered stays lowered, unless Meta grants another one than before.
   */
  async take(tx: AgencyTx, numberId: Uuid, holder: Uuid, granted: number, now: Date): Promise<Turn | null> {
    const [turn] = await tx.query<Turn>(
      `INSERT INTO number_turns AS t (agency_id, phone_number_id, holder, until, granted, rate, tokens, refilled_at)
       VALUES ($1, $2, $3, now() + interval '${TURN_LEASE}', $4, $4, $4, $5)
       ON CONFLICT (agency_id, phone_number_id) DO UPDATE SET holder = $3, token = t.token + 1,
         until = now() + interval '${TURN_LEASE}', granted = $4, rate = CASE WHEN t.granted = $4 THEN t.rate ELSE $4 END,
         tokens = CASE WHEN t.holder = '${NOBODY}' THEN t.tokens ELSE least(t.tokens, 0) END,
         refilled_at = CASE WHEN t.holder = '${NOBODY}' THEN t.refilled_at ELSE $5 END
         WHERE CASE WHEN t.holder = '${NOBODY}' OR t.until < now() THEN true
           ELSE pg_try_advisory_xact_lock(${HOLDERS_PRESENCE}) END
       RETURNING t.token, t.rate, t.tokens, t.refilled_at AS "refilledAt", ${EPOCH} AS epoch`,
      [tx.agencyId, numberId, holder, granted, now],
    );
    return turn ?? null;
  }

  /** Keeps the turn and stores its pace. @returns the epoch, or null when the turn is lost */
  async renew(tx: AgencyTx, numberId: Uuid, token: string, pace: PaceState): Promise<string | null> {
    const [row] = await tx.query<{ epoch: string }>(
      `UPDATE number_turns SET until = now() + interval '${TURN_LEASE}', rate = $4, tokens = $5, refilled_at = $6
       WHERE agency_id = $1 AND phone_number_id = $2 AND token = $3 AND until >= now()
       RETURNING ${EPOCH} AS epoch`,
      [tx.agencyId, numberId, token, pace.rate, pace.tokens, pace.refilledAt],
    );
    return row?.epoch ?? null;
  }

  async epoch(tx: AgencyTx): Promise<string> {
    const [row] = await tx.query<{ epoch: string }>(`SELECT ${EPOCH} AS epoch`, [tx.agencyId]);
    return row?.epoch ?? '';
  }

  async release(tx: AgencyTx, numberId: Uuid, token: string, pace: PaceState): Promise<void> {
    await tx.execute(
      `UPDATE number_turns SET holder = '${NOBODY}', until = now(), rate = $4, tokens = $5, refilled_at = $6
       WHERE agency_id = $1 AND phone_number_id = $2 AND token = $3`,
      [tx.agencyId, numberId, token, pace.rate, pace.tokens, pace.refilledAt],
    );
  }

  /** Citizens whom the number wrote to so often lately that the pair rule may stop it. */
  async pairs(tx: AgencyTx, numberId: Uuid, since: Date): Promise<PairState[]> {
    return tx.query<PairState>(
      `SELECT contact_id AS "contactId", tokens, at FROM pair_pacing
       WHERE agency_id = $1 AND phone_number_id = $2 AND at > $3`,
      [tx.agencyId, numberId, since],
    );
  }

  /** Writes busy pairs down, and forgets those that rested. Nothing is written for a number without any. */
  async storePairs(tx: AgencyTx, numberId: Uuid, pairs: readonly PairState[], forgetBefore: Date): Promise<void> {
    if (pairs.length === 0) return;
    await Promise.all([
      tx.execute('DELETE FROM pair_pacing WHERE agency_id = $1 AND phone_number_id = $2 AND at <= $3', [
        tx.agencyId,
        numberId,
        forgetBefore,
      ]),
      tx.execute(
        `INSERT INTO pair_pacing (agency_id, phone_number_id, contact_id, tokens, at)
         SELECT $1, $2, p.contact_id, p.tokens, p.at
         FROM unnest($3::uuid[], $4::double precision[], $5::timestamptz[]) AS p (contact_id, tokens, at) ORDER BY p.contact_id
         ON CONFLICT (agency_id, phone_number_id, contact_id) DO UPDATE SET tokens = excluded.tokens, at = excluded.at`,
        [
          tx.agencyId,
          numberId,
          pairs.map(({ contactId }) => contactId),
          pairs.map(({ tokens }) => tokens),
          pairs.map(({ at }) => at),
        ],
      ),
    ]);
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

  /** The pace that its last turn left, and when its newest webhook came. */
  async flow(tx: AgencyTx, numberId: Uuid): Promise<{ rate: number | null; lastWebhookAt: Date | null }> {
    const [row] = await tx.query<{ rate: number | null; lastWebhookAt: Date | null }>(
      `SELECT (SELECT t.rate FROM number_turns t WHERE t.agency_id = $1 AND t.phone_number_id = $2) AS rate,
         (SELECT max(a.since) FROM webhook_activity a WHERE a.agency_id = $1 AND a.phone_number_id = $2) AS "lastWebhookAt"`,
      [tx.agencyId, numberId],
    );
    return row ?? { rate: null, lastWebhookAt: null };
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
