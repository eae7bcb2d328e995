import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';

export type MediaTask = 'scan' | 'download' | 'upload' | 'remove';

export interface NewMediaJob {
  readonly mediaId: Uuid;
  readonly task: MediaTask;
  /** For an upload: the number for which WhatsApp gets the file. */
  readonly numberId?: Uuid;
}

/** A job that this worker holds, under a token that no other worker has. */
export interface ClaimedMediaJob {
  readonly id: Uuid;
  readonly mediaId: Uuid;
  readonly task: MediaTask;
  readonly numberId: Uuid | null;
  readonly leaseToken: number;
  /** Before this one. */
  readonly attempts: number;
}

export interface JobFailure {
  readonly code: string;
  readonly metaCode: number | null;
  /** When to try again; null gives it up. */
  readonly retryAt: Date | null;
}

export interface FailedUpload {
  readonly mediaId: Uuid;
  readonly code: string;
  readonly metaCode: number | null;
}

/** The only file that touches `media_jobs`. */
@Injectable()
export class MediaJobsRepository {
  constructor(private readonly database: AgencyDatabase) {}

  async acrossAgenciesDue(now: Date): Promise<Uuid[]> {
    const rows = await this.database.acrossAgencies<{ agency_id: Uuid }>('agencies_with_due_media', [now]);
    return rows.map(({ agency_id }) => agency_id);
  }

  /** What is queued already stays where it is; what was given up begins anew. */
  async add(tx: AgencyTx, jobs: readonly NewMediaJob[], runAt: Date): Promise<void> {
    if (jobs.length === 0) return;
    await tx.execute(
      `INSERT INTO media_jobs AS j (agency_id, id, media_id, task, phone_number_id, run_at)
       SELECT $1, * , $6 FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[])
       ON CONFLICT (agency_id, media_id, task, phone_number_id) DO UPDATE
         SET state = 'waiting', run_at = excluded.run_at, attempts = 0, failure_code = NULL, meta_code = NULL
         WHERE j.state = 'failed'`,
      [
        tx.agencyId,
        jobs.map(() => newId()),
        jobs.map(({ mediaId }) => mediaId),
        jobs.map(({ task }) => task),
        jobs.map(({ numberId }) => numberId ?? null),
        runAt,
      ],
    );
  }

  /** Takes due jobs until `leasedUntil`; a worker that dies lets them go then, and its token is worth nothing any more. */
  async claim(tx: AgencyTx, limit: number, now: Date, leasedUntil: Date): Promise<ClaimedMediaJob[]> {
    return tx.query<ClaimedMediaJob>(
      `UPDATE media_jobs j SET run_at = $4, lease_token = j.lease_token + 1
       WHERE j.agency_id = $1 AND j.id IN (
         SELECT id FROM media_jobs WHERE agency_id = $1 AND state = 'waiting' AND run_at <= $3
         ORDER BY run_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING j.id, j.media_id AS "mediaId", j.task, j.phone_number_id AS "numberId", j.lease_token AS "leaseToken",
         j.attempts`,
      [tx.agencyId, limit, now, leasedUntil],
    );
  }

  /** Done. False when the lease was lost: somebody else is at it. */
  async finish(tx: AgencyTx, { id, leaseToken }: ClaimedMediaJob): Promise<boolean> {
    const gone = await tx.execute('DELETE FROM media_jobs WHERE agency_id = $1 AND id = $2 AND lease_token = $3', [
      tx.agencyId,
      id,
      leaseToken,
    ]);
    return gone > 0;
  }

  async fail(
    tx: AgencyTx,
    { id, leaseToken }: ClaimedMediaJob,
    { code, metaCode, retryAt }: JobFailure,
  ): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE media_jobs SET attempts = attempts + 1, failure_code = $4, meta_code = $5, run_at = coalesce($6, run_at),
         state = CASE WHEN $6::timestamptz IS NULL THEN 'failed' ELSE 'waiting' END
       WHERE agency_id = $1 AND id = $2 AND lease_token = $3`,
      [tx.agencyId, id, leaseToken, code, metaCode, retryAt],
    );
    return changed > 0;
  }

  /** The scan was made elsewhere. */
  async dropScan(tx: AgencyTx, mediaId: Uuid): Promise<void> {
    await tx.execute(`DELETE FROM media_jobs WHERE agency_id = $1 AND media_id = $2 AND task = 'scan'`, [
      tx.agencyId,
      mediaId,
    ]);
  }

  /** Everything still to be done with these files, apart from taking them away. */
  async drop(tx: AgencyTx, mediaIds: readonly Uuid[]): Promise<void> {
    await tx.execute(`DELETE FROM media_jobs WHERE agency_id = $1 AND media_id = ANY ($2) AND task <> 'remove'`, [
      tx.agencyId,
      mediaIds,
    ]);
  }

  async failedUploads(tx: AgencyTx, numberId: Uuid, mediaIds: readonly Uuid[]): Promise<FailedUpload[]> {
    return tx.query<FailedUpload>(
      `SELECT media_id AS "mediaId", failure_code AS code, meta_code AS "metaCode" FROM media_jobs
       WHERE agency_id = $1 AND phone_number_id = $2 AND media_id = ANY ($3) AND task = 'upload' AND state = 'failed'`,
      [tx.agencyId, numberId, mediaIds],
    );
  }
}
