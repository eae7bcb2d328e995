import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { ReplayProgress } from './callback-endpoint.js';

/** Which deliveries of an endpoint are to go out again. */
export type ReplaySelection =
  | { readonly eventIds: readonly Uuid[] }
  /** By when it happened: what was never delivered, or everything. */
  | { readonly from: Date; readonly to: Date; readonly withDelivered: boolean };

interface Bounds {
  readonly ids: readonly Uuid[] | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly withDelivered: boolean;
}

/** A delivery that is still on its way needs no replay. */
const SELECTED = `d.agency_id = $1 AND d.endpoint_id = $2 AND d.state <> 'waiting' AND e.agency_id = $1 AND e.id = d.event_id
  AND e.message_id IS NOT NULL AND ($3::uuid[] IS NULL OR d.event_id = ANY ($3))
  AND ($4::timestamptz IS NULL OR e.occurred_at >= $4) AND ($5::timestamptz IS NULL OR e.occurred_at < $5)
  AND ($6 OR d.state = 'given-up')`;

/** The only file that touches `callback_replays`; it puts deliveries back into the queue. */
@Injectable()
export class CallbackReplaysRepository {
  async count(tx: AgencyTx, endpointId: Uuid, selection: ReplaySelection): Promise<number> {
    const { ids, from, to, withDelivered } = boundsOf(selection);
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM callback_deliveries d, callback_events e WHERE ${SELECTED}`,
      [tx.agencyId, endpointId, ids, from, to, withDelivered],
    );
    return row?.n ?? 0;
  }

  /** The schedule begins anew; the ids of the events, which receivers know them by, stay. */
  async start(tx: AgencyTx, endpointId: Uuid, id: Uuid, selection: ReplaySelection, now: Date): Promise<number> {
    const { ids, from, to, withDelivered } = boundsOf(selection);
    const total = await tx.execute(
      `UPDATE callback_deliveries d SET state = 'waiting', run_at = $7, attempts = 0, replay_id = $8,
         lease_token = d.lease_token + 1
       FROM callback_events e WHERE ${SELECTED}`,
      [tx.agencyId, endpointId, ids, from, to, withDelivered, now, id],
    );
    await tx.execute(
      'INSERT INTO callback_replays (agency_id, endpoint_id, id, total, created_at) VALUES ($1, $2, $3, $4, $5)',
      [tx.agencyId, endpointId, id, total, now],
    );
    return total;
  }

  async last(tx: AgencyTx, endpointId: Uuid): Promise<ReplayProgress | null> {
    const rows = await tx.query<ReplayProgress>(
      `SELECT r.id, r.created_at AS "startedAt", r.total, n.waiting, n.delivered FROM callback_replays r
       CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE d.state = 'waiting')::int AS waiting,
           count(*) FILTER (WHERE d.state = 'delivered')::int AS delivered
         FROM callback_deliveries d WHERE d.agency_id = $1 AND d.endpoint_id = $2 AND d.replay_id = r.id) AS n
       WHERE r.agency_id = $1 AND r.endpoint_id = $2 ORDER BY r.id DESC LIMIT 1`,
      [tx.agencyId, endpointId],
    );
    return rows[0] ?? null;
  }
}

function boundsOf(selection: ReplaySelection): Bounds {
  if ('eventIds' in selection) return { ids: selection.eventIds, from: null, to: null, withDelivered: true };
  return { ids: null, ...selection };
}
