import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export type WebhookClass = 0 | 1;

export interface InboxRow {
  readonly id: Uuid;
  readonly rawSealed: Buffer;
  readonly attempts: number;
  readonly receivedAt: Date;
}

export interface NewInboxRow {
  readonly id: Uuid;
  readonly class: WebhookClass;
  readonly bodyHash: Buffer;
  readonly rawSealed: Buffer;
  readonly receivedAt: Date;
  /** Why it is parked at once; null to have it read. */
  readonly error: string | null;
}

/** A body that waits for a person. */
export interface ParkedRow {
  readonly id: Uuid;
  readonly rawSealed: Buffer | null;
  readonly receivedAt: Date;
  readonly attempts: number;
  readonly error: string | null;
}

/** The only file that touches `webhook_inbox`, whose rows belong to the platform. */
@Injectable()
export class WebhookInboxRepository {
  /** @returns false when the very same body is stored already: Meta repeats what it thinks was not heard */
  async add(tx: AgencyTx, row: NewInboxRow): Promise<boolean> {
    const added = await tx.execute(
      `INSERT INTO webhook_inbox (agency_id, id, class, body_hash, raw_sealed, received_at, run_at, state, error)
       VALUES ($1, $2, $3, $4, $5, $6, $6, CASE WHEN $7::text IS NULL THEN 'new' ELSE 'parked' END, $7) ON CONFLICT (agency_id, body_hash) DO NOTHING`,
      [tx.agencyId, row.id, row.class, row.bodyHash, row.rawSealed, row.receivedAt, row.error],
    );
    return added === 1;
  }

  /** Takes due rows for a while: until then no other worker takes them, and if this one dies they come again. */
  async take(tx: AgencyTx, webhookClass: WebhookClass, now: Date, until: Date, limit: number): Promise<InboxRow[]> {
    return tx.query<InboxRow>(
      `UPDATE webhook_inbox i SET run_at = $4, attempts = i.attempts + 1
       FROM (SELECT id FROM webhook_inbox WHERE agency_id = $1 AND class = $2 AND state = 'new' AND run_at <= $3
             ORDER BY run_at LIMIT $5 FOR UPDATE SKIP LOCKED) AS due
       WHERE i.agency_id = $1 AND i.id = due.id
       RETURNING i.id, i.raw_sealed AS "rawSealed", i.attempts, i.received_at AS "receivedAt"`,
      [tx.agencyId, webhookClass, now, until, limit],
    );
  }

  async finish(tx: AgencyTx, ids: readonly Uuid[], now: Date): Promise<void> {
    if (ids.length === 0) return;
    await tx.execute(
      `UPDATE webhook_inbox SET state = 'done', done_at = $3, error = NULL WHERE agency_id = $1 AND id = ANY ($2)`,
      [tx.agencyId, ids, now],
    );
  }

  async retry(tx: AgencyTx, id: Uuid, runAt: Date, error: string): Promise<void> {
    await tx.execute('UPDATE webhook_inbox SET run_at = $3, error = $4 WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
      runAt,
      error,
    ]);
  }

  /** Kept whole for a person to look at and to replay. */
  async park(tx: AgencyTx, id: Uuid, error: string): Promise<void> {
    await tx.execute(`UPDATE webhook_inbox SET state = 'parked', error = $3 WHERE agency_id = $1 AND id = $2`, [
      tx.agencyId,
      id,
      error,
    ]);
  }

  /** Newest first. */
  async listParked(tx: AgencyTx, limit: number, after: Uuid | null): Promise<ParkedRow[]> {
    return tx.query<ParkedRow>(
      `SELECT id, raw_sealed AS "rawSealed", received_at AS "receivedAt", attempts, error FROM webhook_inbox
       WHERE agency_id = $1 AND state = 'parked' AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $2`,
      [tx.agencyId, limit, after],
    );
  }

  async findParked(tx: AgencyTx, id: Uuid): Promise<ParkedRow | null> {
    const [row] = await tx.query<ParkedRow>(
      `SELECT id, raw_sealed AS "rawSealed", received_at AS "receivedAt", attempts, error FROM webhook_inbox
       WHERE agency_id = $1 AND id = $2 AND state = 'parked' FOR UPDATE`,
      [tx.agencyId, id],
    );
    return row ?? null;
  }

  /** Has it read again from the beginning; what of it was understood before changes nothing the second time. */
  async replay(tx: AgencyTx, id: Uuid, now: Date): Promise<void> {
    await tx.execute(
      `UPDATE webhook_inbox SET state = 'new', attempts = 0, run_at = $3 WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, now],
    );
  }

  async dismiss(tx: AgencyTx, id: Uuid, now: Date): Promise<void> {
    await tx.execute(
      `UPDATE webhook_inbox SET state = 'dismissed', raw_sealed = NULL, done_at = $3 WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, now],
    );
  }

  /** Empties bodies that were processed before the given time. @returns how many */
  async emptyBodies(tx: AgencyTx, doneBefore: Date, limit: number): Promise<number> {
    return tx.execute(
      `UPDATE webhook_inbox SET raw_sealed = NULL WHERE agency_id = $1 AND id IN (
         SELECT id FROM webhook_inbox WHERE agency_id = $1 AND state = 'done' AND raw_sealed IS NOT NULL AND done_at < $2
         LIMIT $3)`,
      [tx.agencyId, doneBefore, limit],
    );
  }
}
