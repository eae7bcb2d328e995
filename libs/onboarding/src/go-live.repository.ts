import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';

export type RequestState = 'requested' | 'sent-back' | 'withdrawn' | 'approved';

export interface GoLiveRequest {
  readonly id: Uuid;
  readonly state: RequestState;
  readonly requestedBy: Uuid;
  readonly requestedAt: Date;
  readonly firstApprovedBy: Uuid | null;
  readonly firstApprovedAt: Date | null;
  readonly secondApprovedBy: Uuid | null;
  readonly secondApprovedAt: Date | null;
  readonly closedAt: Date | null;
}

export interface GoLiveComment {
  readonly requestId: Uuid;
  /** Null when it is about the request as a whole. */
  readonly task: string | null;
  readonly text: string;
  readonly by: Uuid;
  readonly at: Date;
}

export interface SaidTask {
  readonly task: string;
  readonly doneBy: Uuid;
  readonly doneAt: Date;
}

const REQUEST = `id, state, requested_by AS "requestedBy", requested_at AS "requestedAt",
  first_approved_by AS "firstApprovedBy", first_approved_at AS "firstApprovedAt",
  second_approved_by AS "secondApprovedBy", second_approved_at AS "secondApprovedAt", closed_at AS "closedAt"`;

/** The only file that touches `go_live_requests`, `go_live_comments` and `go_live_tasks`. */
@Injectable()
export class GoLiveRepository {
  async latest(tx: AgencyTx): Promise<GoLiveRequest | null> {
    const [row] = await tx.query<GoLiveRequest>(
      `SELECT ${REQUEST} FROM go_live_requests WHERE agency_id = $1 ORDER BY id DESC LIMIT 1`,
      [tx.agencyId],
    );
    return row ?? null;
  }

  async lockOpen(tx: AgencyTx): Promise<GoLiveRequest | null> {
    const [row] = await tx.query<GoLiveRequest>(
      `SELECT ${REQUEST} FROM go_live_requests WHERE agency_id = $1 AND state = 'requested' FOR UPDATE`,
      [tx.agencyId],
    );
    return row ?? null;
  }

  async insert(tx: AgencyTx, by: Uuid): Promise<Uuid> {
    const id = newId();
    await tx.execute('INSERT INTO go_live_requests (agency_id, id, requested_by) VALUES ($1, $2, $3)', [
      tx.agencyId,
      id,
      by,
    ]);
    return id;
  }

  async close(tx: AgencyTx, id: Uuid, state: 'sent-back' | 'withdrawn'): Promise<void> {
    await tx.execute('UPDATE go_live_requests SET state = $3, closed_at = now() WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
      state,
    ]);
  }

  async approveFirst(tx: AgencyTx, id: Uuid, by: Uuid): Promise<void> {
    await tx.execute(
      'UPDATE go_live_requests SET first_approved_by = $3, first_approved_at = now() WHERE agency_id = $1 AND id = $2',
      [tx.agencyId, id, by],
    );
  }

  async approveSecond(tx: AgencyTx, id: Uuid, by: Uuid): Promise<void> {
    await tx.execute(
      `UPDATE go_live_requests SET second_approved_by = $3, second_approved_at = now(), state = 'approved', closed_at = now()
       WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, by],
    );
  }

  async addComment(tx: AgencyTx, comment: Omit<GoLiveComment, 'at'>): Promise<void> {
    await tx.execute(
      `INSERT INTO go_live_comments (agency_id, id, request_id, task, text, written_by) VALUES ($1, $2, $3, $4, $5, $6)`,
      [tx.agencyId, newId(), comment.requestId, comment.task, comment.text, comment.by],
    );
  }

  /** Oldest first. */
  async comments(tx: AgencyTx): Promise<GoLiveComment[]> {
    return tx.query<GoLiveComment>(
      `SELECT request_id AS "requestId", task, text, written_by AS "by", written_at AS "at"
       FROM go_live_comments WHERE agency_id = $1 ORDER BY id`,
      [tx.agencyId],
    );
  }

  /** Comments on the newest request, while it is sent back. */
  async countSentBack(tx: AgencyTx): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM go_live_comments c WHERE c.agency_id = $1 AND c.request_id =
         (SELECT CASE r.state WHEN 'sent-back' THEN r.id END FROM go_live_requests r WHERE r.agency_id = $1
          ORDER BY r.id DESC LIMIT 1)`,
      [tx.agencyId],
    );
    return row?.n ?? 0;
  }

  async said(tx: AgencyTx): Promise<SaidTask[]> {
    return tx.query<SaidTask>(
      'SELECT task, done_by AS "doneBy", done_at AS "doneAt" FROM go_live_tasks WHERE agency_id = $1',
      [tx.agencyId],
    );
  }

  /** Said again, the first word stands. @returns whether anything changed */
  async say(tx: AgencyTx, task: string, by: Uuid): Promise<boolean> {
    const added = await tx.execute(
      'INSERT INTO go_live_tasks (agency_id, task, done_by) VALUES ($1, $2, $3) ON CONFLICT (agency_id, task) DO NOTHING',
      [tx.agencyId, task, by],
    );
    return added === 1;
  }

  async unsay(tx: AgencyTx, task: string): Promise<boolean> {
    return (
      (await tx.execute('DELETE FROM go_live_tasks WHERE agency_id = $1 AND task = $2', [tx.agencyId, task])) === 1
    );
  }
}
