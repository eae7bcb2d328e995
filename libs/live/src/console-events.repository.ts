import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import { type LiveChange, namedIds } from './live-change.js';
import type { EventTopic } from './live-topics.js';

/** A place between events, in the order in which they became visible to everybody. */
export interface Position {
  readonly xid: string;
  readonly id: Uuid;
}

export interface ConsoleEvent extends Position {
  readonly topic: EventTopic;
  readonly ids: readonly Uuid[];
}

/** How far everything is settled: no event from before will show up any more. */
export interface Horizon {
  readonly xid: string;
  /** Entries of the agency's audit log. */
  readonly logSize: string;
}

/** The only file that touches `console_events`. */
@Injectable()
export class ConsoleEventsRepository {
  async add(tx: AgencyTx, changes: readonly LiveChange[]): Promise<void> {
    await Promise.all(
      changes.map(({ topic, ids }) =>
        tx.execute('INSERT INTO console_events (agency_id, id, topic, ids) VALUES ($1, $2, $3, $4)', [
          tx.agencyId,
          newId(),
          topic,
          namedIds(ids),
        ]),
      ),
    );
  }

  async horizon(tx: AgencyTx): Promise<Horizon> {
    const [row] = await tx.query<Horizon>(
      `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid,
         coalesce((SELECT size FROM audit.logs WHERE agency_id = $1), 0)::text AS "logSize"`,
      [tx.agencyId],
    );
    if (!row) throw new Error('Postgres answered no row');
    return row;
  }

  /** Oldest first: what came after `from` and is settled at `horizon`. By the number of the transaction, not by its text. */
  async listBetween(tx: AgencyTx, from: Position, horizon: Horizon, limit: number): Promise<ConsoleEvent[]> {
    return tx.query<ConsoleEvent>(
      `SELECT e.id, e.xid::text, e.topic, e.ids FROM console_events e
       WHERE e.agency_id = $1 AND (e.xid, e.id) > ($2::xid8, $3::uuid) AND e.xid < $4::xid8 ORDER BY e.xid, e.id LIMIT $5`,
      [tx.agencyId, from.xid, from.id, horizon.xid, limit],
    );
  }

  async findPosition(tx: AgencyTx, id: Uuid): Promise<Position | null> {
    const rows = await tx.query<Position>('SELECT xid::text, id FROM console_events WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
    ]);
    return rows[0] ?? null;
  }

  /** Their ids begin with the time, so the primary key finds the old ones. */
  async removeBefore(tx: AgencyTx, id: Uuid): Promise<number> {
    return tx.execute('DELETE FROM console_events WHERE agency_id = $1 AND id < $2', [tx.agencyId, id]);
  }
}
