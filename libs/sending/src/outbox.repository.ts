import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { LanePlan } from './lane-shares.js';
import type { Room } from './pacing.js';

export interface ClaimedRow {
  readonly messageId: Uuid;
  readonly leaseToken: string;
  readonly attempts: number;
  readonly waits: number;
  readonly lane: number;
  /** A switch stops it: it is set aside and not to be sent. */
  readonly isStopped: boolean;
}

/** Which rows to claim: of what lanes, by what shares, and how many at most. */
export interface ClaimPlan {
  readonly numberId: Uuid;
  readonly room: Room;
  readonly lanes: readonly LanePlan[];
  readonly now: Date;
  readonly leaseUntil: Date;
}

export interface InDoubtRow {
  readonly messageId: Uuid;
  readonly attemptedAt: Date;
}

/** A row to give back to its lane, or to leave for later. */
export interface Requeue {
  readonly messageId: Uuid;
  /** Null leaves it where it was in the line. */
  readonly runAt: Date | null;
  /** Counts towards the limit of retries. */
  readonly isAttempt: boolean;
  /** Waited for a limit, which is not an attempt. */
  readonly isWait: boolean;
}

/** The only file that touches `outbox_messages`. States: 0 due, 1 leased, 2 in doubt, 3 stopped by a switch. */
@Injectable()
export class OutboxRepository {
  /**
   * Leases what is due: urgent lanes in their order, the others by their shares. Rows that another worker holds are passed
   * over, and so are all rows of an agency or a number that may not send. What a switch on a template, a campaign or a key
   * stops is set aside in the same step, so that it is looked at once and not at each claim.
   */
  async claim(tx: AgencyTx, { numberId, room, lanes, now, leaseUntil }: ClaimPlan): Promise<ClaimedRow[]> {
    return tx.query<ClaimedRow>(
      `WITH off AS MATERIALIZED (
         SELECT s.scope, s.target_id FROM switches s WHERE s.agency_id = $1 AND s.lifted_at IS NULL
       ), lanes AS (
         SELECT l.* FROM unnest($5::smallint[], $6::int[], $7::int[]) AS l (lane, most, share)
         WHERE (SELECT a.status IN ('trial', 'live') FROM agencies a WHERE a.agency_id = $1)
           AND NOT (SELECT p.is_on FROM platform_stop() p)
           AND NOT EXISTS (SELECT 1 FROM off WHERE scope = 'agency' OR (scope = 'number' AND target_id = $2))
       ), waiting AS (
         SELECT d.message_id, l.lane, l.share, row_number() OVER (PARTITION BY l.lane ORDER BY d.run_at) AS place
         FROM lanes l CROSS JOIN LATERAL (
           SELECT o.message_id, o.run_at FROM outbox_messages o
           WHERE o.agency_id = $1 AND o.phone_number_id = $2 AND o.lane = l.lane AND o.state = 0 AND o.run_at <= $8
           ORDER BY o.run_at LIMIT l.most FOR UPDATE SKIP LOCKED) AS d
       ), ranked AS (
         SELECT w.*, row_number() OVER (PARTITION BY w.lane > 1 ORDER BY w.place > w.share, w.lane, w.place) AS rank
         FROM waiting w
       ), due AS (
         -- An aggregate, because an EXISTS may be planned as a hash over all messages of the agency.
         SELECT r.message_id, CASE WHEN (SELECT count(*) FROM off WHERE scope IN ('template', 'campaign', 'api-key')) > 0
           THEN (SELECT count(*) > 0 FROM messages m JOIN off ON (off.scope = 'template' AND off.target_id = m.template_id)
             OR (off.scope = 'campaign' AND off.target_id = m.campaign_id)
             OR (off.scope = 'api-key' AND m.actor_kind = 'api_key' AND off.target_id = m.actor_id)
             WHERE m.agency_id = $1 AND m.id = r.message_id) ELSE false END AS is_stopped
         FROM ranked r WHERE r.lane <= 1 OR r.rank <= $4 ORDER BY r.lane > 1, r.rank LIMIT $3
       )
       UPDATE outbox_messages o SET state = CASE WHEN due.is_stopped THEN 3 ELSE 1 END, lease_token = o.lease_token + 1,
         lease_until = CASE WHEN due.is_stopped THEN NULL ELSE $9::timestamptz END, attempted_at = $8
       FROM due WHERE o.agency_id = $1 AND o.message_id = due.message_id
       RETURNING o.message_id AS "messageId", o.lease_token AS "leaseToken", o.attempts, o.waits, o.lane,
         due.is_stopped AS "isStopped"`,
      [
        tx.agencyId,
        numberId,
        room.all,
        room.ordinary,
        lanes.map(({ lane }) => lane),
        lanes.map(({ most }) => most),
        lanes.map(({ share }) => share),
        now,
        leaseUntil,
      ],
    );
  }

  /**
   * Which rows are still leased under the given token. A stale worker gets none of them: that is the fence. All rows are
   * locked, also those: its late acceptance removes them after the messages are locked, and locks must keep their order.
   */
  async lockLeased(tx: AgencyTx, leases: readonly { messageId: Uuid; leaseToken: string }[]): Promise<Set<Uuid>> {
    const rows = await tx.query<{ id: Uuid; isLeased: boolean }>(
      `SELECT o.message_id AS id, o.state = 1 AND o.lease_token = l.token AS "isLeased" FROM outbox_messages o
       JOIN unnest($2::uuid[], $3::bigint[]) AS l (message_id, token) ON l.message_id = o.message_id
       WHERE o.agency_id = $1 AND o.message_id = ANY ($2) ORDER BY o.message_id FOR UPDATE OF o`,
      [tx.agencyId, leases.map((lease) => lease.messageId), leases.map((lease) => lease.leaseToken)],
    );
    return new Set(rows.flatMap(({ id, isLeased }) => (isLeased ? [id] : [])));
  }

  /** Locks whatever rows these messages still have, in id order. */
  async lock(tx: AgencyTx, messageIds: readonly Uuid[]): Promise<Set<Uuid>> {
    const rows = await tx.query<{ id: Uuid }>(
      'SELECT message_id AS id FROM outbox_messages WHERE agency_id = $1 AND message_id = ANY ($2) ORDER BY message_id FOR UPDATE',
      [tx.agencyId, messageIds],
    );
    return new Set(rows.map((row) => row.id));
  }

  async remove(tx: AgencyTx, messageIds: readonly Uuid[]): Promise<void> {
    if (messageIds.length === 0) return;
    await tx.execute('DELETE FROM outbox_messages WHERE agency_id = $1 AND message_id = ANY ($2)', [
      tx.agencyId,
      messageIds,
    ]);
  }

  async requeue(tx: AgencyTx, rows: readonly Requeue[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.execute(
      `UPDATE outbox_messages o SET state = 0, lease_until = NULL, run_at = coalesce(r.run_at, o.run_at),
         attempts = o.attempts + r.attempts, waits = o.waits + r.waits
       FROM unnest($2::uuid[], $3::timestamptz[], $4::smallint[], $5::smallint[]) AS r (message_id, run_at, attempts, waits)
       WHERE o.agency_id = $1 AND o.message_id = ANY ($2) AND o.message_id = r.message_id`,
      [
        tx.agencyId,
        rows.map((row) => row.messageId),
        rows.map((row) => row.runAt),
        rows.map((row) => (row.isAttempt ? 1 : 0)),
        rows.map((row) => (row.isWait ? 1 : 0)),
      ],
    );
  }

  async putInDoubt(tx: AgencyTx, rows: readonly { messageId: Uuid; decideAt: Date }[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.execute(
      `UPDATE outbox_messages o SET state = 2, lease_until = NULL, run_at = r.decide_at
       FROM unnest($2::uuid[], $3::timestamptz[]) AS r (message_id, decide_at)
       WHERE o.agency_id = $1 AND o.message_id = ANY ($2) AND o.message_id = r.message_id`,
      [tx.agencyId, rows.map((row) => row.messageId), rows.map((row) => row.decideAt)],
    );
  }

  async renew(tx: AgencyTx, leases: readonly { messageId: Uuid; leaseToken: string }[], until: Date): Promise<void> {
    await tx.execute(
      `UPDATE outbox_messages o SET lease_until = $4
       FROM unnest($2::uuid[], $3::bigint[]) AS l (message_id, token)
       WHERE o.agency_id = $1 AND o.message_id = ANY ($2) AND o.message_id = l.message_id AND o.state = 1 AND o.lease_token = l.token`,
      [tx.agencyId, leases.map((lease) => lease.messageId), leases.map((lease) => lease.leaseToken), until],
    );
  }

  /** What a worker that died left behind. */
  async lockExpired(tx: AgencyTx, numberId: Uuid, now: Date, limit: number): Promise<InDoubtRow[]> {
    return tx.query<InDoubtRow>(
      `SELECT message_id AS "messageId", attempted_at AS "attemptedAt" FROM outbox_messages
       WHERE agency_id = $1 AND phone_number_id = $2 AND state = 1 AND lease_until <= $3
       ORDER BY message_id LIMIT $4 FOR UPDATE SKIP LOCKED`,
      [tx.agencyId, numberId, now, limit],
    );
  }

  async lockUndecided(tx: AgencyTx, numberId: Uuid, now: Date, limit: number): Promise<InDoubtRow[]> {
    return tx.query<InDoubtRow>(
      `SELECT message_id AS "messageId", attempted_at AS "attemptedAt" FROM outbox_messages
       WHERE agency_id = $1 AND phone_number_id = $2 AND state = 2 AND run_at <= $3
       ORDER BY message_id LIMIT $4 FOR UPDATE SKIP LOCKED`,
      [tx.agencyId, numberId, now, limit],
    );
  }

  /** Looks again later at attempts that cannot be decided yet. */
  async decideLater(tx: AgencyTx, messageIds: readonly Uuid[], at: Date): Promise<void> {
    if (messageIds.length === 0) return;
    await tx.execute('UPDATE outbox_messages SET run_at = $3 WHERE agency_id = $1 AND message_id = ANY ($2)', [
      tx.agencyId,
      messageIds,
      at,
    ]);
  }

  /** Whatever switches had set aside is due again; what another switch still stops will be set aside anew. */
  async releaseStopped(tx: AgencyTx, now: Date): Promise<void> {
    await tx.execute(
      'UPDATE outbox_messages SET state = 0, run_at = least(run_at, $2) WHERE agency_id = $1 AND state = 3',
      [tx.agencyId, now],
    );
  }

  /** Since when the oldest message of a lane is due, over all numbers of the agency. Walks the numbers, not the messages. */
  async oldestDue(tx: AgencyTx, lane: number, now: Date): Promise<Date | null> {
    const [row] = await tx.query<{ at: Date | null }>(
      `SELECT min(due.run_at) AS at FROM phone_numbers n CROSS JOIN LATERAL (
         SELECT o.run_at FROM outbox_messages o
         WHERE o.agency_id = $1 AND o.phone_number_id = n.id AND o.lane = $2 AND o.state = 0 AND o.run_at <= $3
         ORDER BY o.run_at LIMIT 1) AS due
       WHERE n.agency_id = $1`,
      [tx.agencyId, lane, now],
    );
    return row?.at ?? null;
  }

  /** Messages of a number that are due, counted no further than people read, and since when the oldest is. */
  async waiting(tx: AgencyTx, numberId: Uuid, now: Date): Promise<{ waiting: number; oldestDueAt: Date | null }> {
    const [row] = await tx.query<{ waiting: number; oldestDueAt: Date | null }>(
      `SELECT count(*)::int AS waiting, min(run_at) AS "oldestDueAt" FROM (
         SELECT o.run_at FROM outbox_messages o
         WHERE o.agency_id = $1 AND o.phone_number_id = $2 AND o.lane BETWEEN 0 AND 3 AND o.state = 0 AND o.run_at <= $3
         LIMIT 100000) AS due`,
      [tx.agencyId, numberId, now],
    );
    return row ?? { waiting: 0, oldestDueAt: null };
  }

  /** Whether more messages wait than so many. */
  async isAbove(tx: AgencyTx, count: number): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM outbox_messages WHERE agency_id = $1 OFFSET $2 LIMIT 1', [
      tx.agencyId,
      count,
    ]);
    return rows.length > 0;
  }
}
