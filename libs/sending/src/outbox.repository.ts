import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { LaneRoom } from './quality-restraint.js';

export interface ClaimedRow {
  readonly messageId: Uuid;
  readonly leaseToken: string;
  readonly attempts: number;
  readonly waits: number;
}

export interface ClaimPlan {
  readonly numberId: Uuid;
  readonly limit: number;
  /** Most urgent first. */
  readonly lanes: readonly LaneRoom[];
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
  readonly runAt: Date;
  /** Counts towards the limit of retries. */
  readonly isAttempt: boolean;
  /** Waited for a limit, which is not an attempt. */
  readonly isWait: boolean;
}

/** The only file that touches `outbox_messages`. States: 0 due, 1 leased, 2 in doubt. */
@Injectable()
export class OutboxRepository {
  /**
   * Leases what is due, most urgent lane first. Rows that another worker holds are passed over, and so are all rows of an
   * agency that may not send.
   */
  async claim(tx: AgencyTx, { numberId, limit, lanes, now, leaseUntil }: ClaimPlan): Promise<ClaimedRow[]> {
    return tx.query<ClaimedRow>(
      `WITH due AS (
         SELECT d.message_id FROM unnest($6::smallint[], $7::int[]) AS l (lane, most)
         CROSS JOIN LATERAL (
           SELECT o.message_id FROM outbox_messages o
           WHERE o.agency_id = $1 AND o.phone_number_id = $2 AND o.lane = l.lane AND o.state = 0 AND o.run_at <= $4
           ORDER BY o.run_at LIMIT l.most FOR UPDATE SKIP LOCKED) AS d
         WHERE (SELECT a.status IN ('trial', 'live') FROM agencies a WHERE a.agency_id = $1)
         LIMIT $3
       )
       UPDATE outbox_messages o SET state = 1, lease_token = o.lease_token + 1, lease_until = $5, attempted_at = $4
       FROM due WHERE o.agency_id = $1 AND o.message_id = due.message_id
       RETURNING o.message_id AS "messageId", o.lease_token AS "leaseToken", o.attempts, o.waits`,
      [tx.agencyId, numberId, limit, now, leaseUntil, lanes.map(({ lane }) => lane), lanes.map(({ most }) => most)],
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
      `UPDATE outbox_messages o SET state = 0, lease_until = NULL, run_at = r.run_at,
         attempts = o.attempts + r.attempts, waits = o.waits + r.waits
       FROM unnest($2::uuid[], $3::timestamptz[], $4::smallint[], $5::smallint[]) AS r (message_id, run_at, attempts, waits)
       WHERE o.agency_id = $1 AND o.message_id = r.message_id`,
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
       WHERE o.agency_id = $1 AND o.message_id = r.message_id`,
      [tx.agencyId, rows.map((row) => row.messageId), rows.map((row) => row.decideAt)],
    );
  }

  async renew(tx: AgencyTx, leases: readonly { messageId: Uuid; leaseToken: string }[], until: Date): Promise<void> {
    await tx.execute(
      `UPDATE outbox_messages o SET lease_until = $4
       FROM unnest($2::uuid[], $3::bigint[]) AS l (message_id, token)
       WHERE o.agency_id = $1 AND o.message_id = l.message_id AND o.state = 1 AND o.lease_token = l.token`,
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
}
