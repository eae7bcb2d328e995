import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import type { DomainEvent } from './events.js';

export interface DueEvent extends DomainEvent {
  readonly id: Uuid;
  readonly attempts: number;
}

/** The only file that touches `outbox_events`. */
@Injectable()
export class OutboxEventsRepository {
  async add(tx: AgencyTx, events: readonly DomainEvent[], at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO outbox_events (agency_id, id, type, payload, run_at)
       SELECT $1, e.id, e.type, e.payload, $5 FROM unnest($2::uuid[], $3::text[], $4::jsonb[]) AS e (id, type, payload)`,
      [
        tx.agencyId,
        events.map(() => newId()),
        events.map((event) => event.type),
        events.map((event) => JSON.stringify(event.payload)),
        at,
      ],
    );
  }

  /** Locks the oldest due event that is none of these, or answers null. Another worker's event is passed over, not waited for. */
  async lockNext(tx: AgencyTx, now: Date, except: readonly string[]): Promise<DueEvent | null> {
    const [row] = await tx.query<DueEvent>(
      `SELECT id, type, payload, attempts FROM outbox_events
       WHERE agency_id = $1 AND state = 'new' AND run_at <= $2 AND NOT type = ANY ($3)
       ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [tx.agencyId, now, except],
    );
    return row ?? null;
  }

  /** The same for many events of these types. */
  async lockBatch(tx: AgencyTx, now: Date, types: readonly string[], limit: number): Promise<DueEvent[]> {
    return tx.query<DueEvent>(
      `SELECT id, type, payload, attempts FROM outbox_events
       WHERE agency_id = $1 AND state = 'new' AND run_at <= $2 AND type = ANY ($3)
       ORDER BY run_at LIMIT $4 FOR UPDATE SKIP LOCKED`,
      [tx.agencyId, now, types, limit],
    );
  }

  async remove(tx: AgencyTx, ids: readonly Uuid[]): Promise<void> {
    await tx.execute('DELETE FROM outbox_events WHERE agency_id = $1 AND id = ANY ($2)', [tx.agencyId, ids]);
  }

  async postpone(tx: AgencyTx, id: Uuid, runAt: Date, error: string): Promise<void> {
    await tx.execute(
      'UPDATE outbox_events SET attempts = attempts + 1, run_at = $3, error = $4 WHERE agency_id = $1 AND id = $2',
      [tx.agencyId, id, runAt, error],
    );
  }

  async park(tx: AgencyTx, id: Uuid, error: string): Promise<void> {
    await tx.execute(
      `UPDATE outbox_events SET attempts = attempts + 1, state = 'parked', error = $3 WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, error],
    );
  }
}
