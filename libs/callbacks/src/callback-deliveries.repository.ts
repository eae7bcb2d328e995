import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

/** Something to tell, once for all endpoints. */
export interface CallbackEvent {
  readonly id: Uuid;
  readonly type: string;
  readonly messageId: Uuid | null;
  readonly state: string | null;
  readonly sequence: number;
  readonly failureCode: string | null;
  readonly occurredAt: Date;
}

export interface HeardChange extends CallbackEvent {
  readonly departmentId: Uuid | null;
}

/** A delivery that this worker holds, under a token that no other worker has. */
export interface ClaimedDelivery extends CallbackEvent {
  readonly leaseToken: number;
  /** Before this one. */
  readonly attempts: number;
}

export interface SettledDelivery {
  readonly eventId: Uuid;
  readonly leaseToken: number;
  readonly state: 'waiting' | 'delivered' | 'given-up';
  readonly runAt: Date;
}

export interface DueEndpoint {
  readonly agency_id: Uuid;
  readonly endpoint_id: Uuid;
}

/** The only file that touches `callback_events` and `callback_deliveries`. */
@Injectable()
export class CallbackDeliveriesRepository {
  constructor(private readonly database: AgencyDatabase) {}

  async acrossAgenciesDue(now: Date): Promise<DueEndpoint[]> {
    return this.database.acrossAgencies<DueEndpoint>('due_callbacks', [now]);
  }

  /**
   * Spreads what happened over the endpoints that want to hear of it, in one statement. Of messages that belong to no
   * department, every endpoint hears. What nobody wants leaves no row.
   */
  async fanOut(tx: AgencyTx, changes: readonly HeardChange[], now: Date): Promise<void> {
    await tx.execute(
      `WITH heard AS (
         SELECT * FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::int[], $7::text[], $8::timestamptz[], $9::uuid[])
         AS h (id, type, message_id, state, sequence, failure_code, occurred_at, department_id)
       ), wanted AS (
         SELECT h.id AS event_id, e.id AS endpoint_id FROM heard h
         JOIN callback_endpoints e ON e.agency_id = $1 AND e.state <> 'off' AND h.type = ANY (e.events)
           AND (e.department_id IS NULL OR h.department_id IS NULL OR e.department_id = h.department_id)
       ), kept AS (
         INSERT INTO callback_events (agency_id, id, type, message_id, state, sequence, failure_code, occurred_at)
         SELECT $1, id, type, message_id, state, sequence, failure_code, occurred_at FROM heard
         WHERE id IN (SELECT event_id FROM wanted)
       )
       INSERT INTO callback_deliveries (agency_id, endpoint_id, event_id, state, run_at)
       SELECT $1, endpoint_id, event_id, 'waiting', $10 FROM wanted`,
      [
        tx.agencyId,
        changes.map(({ id }) => id),
        changes.map(({ type }) => type),
        changes.map(({ messageId }) => messageId),
        changes.map(({ state }) => state),
        changes.map(({ sequence }) => sequence),
        changes.map(({ failureCode }) => failureCode),
        changes.map(({ occurredAt }) => occurredAt),
        changes.map(({ departmentId }) => departmentId),
        now,
      ],
    );
  }

  /** One event for one endpoint, whatever it wants to hear of. */
  async addTest(tx: AgencyTx, endpointId: Uuid, { id, type, occurredAt }: CallbackEvent): Promise<void> {
    await Promise.all([
      tx.execute(
        'INSERT INTO callback_events (agency_id, id, type, sequence, occurred_at) VALUES ($1, $2, $3, 0, $4)',
        [tx.agencyId, id, type, occurredAt],
      ),
      tx.execute(
        `INSERT INTO callback_deliveries (agency_id, endpoint_id, event_id, state, run_at) VALUES ($1, $2, $3, 'waiting', $4)`,
        [tx.agencyId, endpointId, id, occurredAt],
      ),
    ]);
  }

  /** Takes due deliveries until `leasedUntil`; a worker that dies lets them go then, and its token is worth nothing any more. */
  async claim(tx: AgencyTx, endpointId: Uuid, limit: number, now: Date, leasedUntil: Date): Promise<ClaimedDelivery[]> {
    return tx.query<ClaimedDelivery>(
      `WITH due AS (
         SELECT event_id FROM callback_deliveries
         WHERE agency_id = $1 AND endpoint_id = $2 AND state = 'waiting' AND run_at <= $4
         ORDER BY run_at LIMIT $3 FOR UPDATE SKIP LOCKED
       ), taken AS (
         UPDATE callback_deliveries d SET run_at = $5, lease_token = d.lease_token + 1
         WHERE d.agency_id = $1 AND d.endpoint_id = $2 AND d.event_id IN (SELECT event_id FROM due)
         RETURNING d.event_id, d.lease_token, d.attempts
       )
       SELECT e.id, e.type, e.message_id AS "messageId", e.state, e.sequence, e.failure_code AS "failureCode",
         e.occurred_at AS "occurredAt", t.lease_token AS "leaseToken", t.attempts
       FROM taken t JOIN callback_events e ON e.agency_id = $1 AND e.id = t.event_id ORDER BY e.id`,
      [tx.agencyId, endpointId, limit, now, leasedUntil],
    );
  }

  /** Only what is still held under the token. @returns ids of the events that were settled */
  async settle(tx: AgencyTx, endpointId: Uuid, settled: readonly SettledDelivery[]): Promise<Uuid[]> {
    const rows = await tx.query<{ event_id: Uuid }>(
      `UPDATE callback_deliveries d SET state = s.state, run_at = s.run_at, attempts = d.attempts + 1
       FROM unnest($3::uuid[], $4::int[], $5::text[], $6::timestamptz[]) AS s (event_id, lease_token, state, run_at)
       WHERE d.agency_id = $1 AND d.endpoint_id = $2 AND d.event_id = s.event_id AND d.lease_token = s.lease_token
         AND d.state = 'waiting'
       RETURNING d.event_id`,
      [
        tx.agencyId,
        endpointId,
        settled.map(({ eventId }) => eventId),
        settled.map(({ leaseToken }) => leaseToken),
        settled.map(({ state }) => state),
        settled.map(({ runAt }) => runAt),
      ],
    );
    return rows.map(({ event_id }) => event_id);
  }

  async findEvent(tx: AgencyTx, endpointId: Uuid, eventId: Uuid): Promise<CallbackEvent | null> {
    const rows = await tx.query<CallbackEvent>(
      `SELECT e.id, e.type, e.message_id AS "messageId", e.state, e.sequence, e.failure_code AS "failureCode",
         e.occurred_at AS "occurredAt"
       FROM callback_deliveries d JOIN callback_events e ON e.agency_id = $1 AND e.id = d.event_id
       WHERE d.agency_id = $1 AND d.endpoint_id = $2 AND d.event_id = $3`,
      [tx.agencyId, endpointId, eventId],
    );
    return rows[0] ?? null;
  }

  /** In small portions, oldest first; deliveries and attempts go with their events. */
  async removeBefore(tx: AgencyTx, before: Uuid, limit: number): Promise<number> {
    return tx.execute(
      `DELETE FROM callback_events WHERE agency_id = $1 AND id IN (
         SELECT id FROM callback_events WHERE agency_id = $1 AND id < $2 ORDER BY id LIMIT $3)`,
      [tx.agencyId, before, limit],
    );
  }
}
