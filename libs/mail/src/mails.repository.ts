import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export interface NewMail {
  readonly id: Uuid;
  readonly template: string;
  readonly language: string;
  readonly contentSealed: Buffer;
  readonly runAt: Date;
}

export interface DueMail {
  readonly id: Uuid;
  readonly template: string;
  readonly language: string;
  readonly contentSealed: Buffer;
  /** This one included. */
  readonly attempts: number;
}

/** The only file that touches `mails`. */
@Injectable()
export class MailsRepository {
  constructor(private readonly database: AgencyDatabase) {}

  async insert(tx: AgencyTx, mails: readonly NewMail[]): Promise<void> {
    await tx.execute(
      `INSERT INTO mails (agency_id, state, id, template, language, content_sealed, run_at)
       SELECT $1, 'waiting', * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::timestamptz[])`,
      [
        tx.agencyId,
        mails.map(({ id }) => id),
        mails.map(({ template }) => template),
        mails.map(({ language }) => language),
        mails.map(({ contentSealed }) => contentSealed),
        mails.map(({ runAt }) => runAt),
      ],
    );
  }

  /** Takes due mails until `leasedUntil`; another worker passes them over, and a worker that dies lets them go then. */
  async claim(tx: AgencyTx, limit: number, now: Date, leasedUntil: Date): Promise<DueMail[]> {
    return tx.query<DueMail>(
      `UPDATE mails m SET attempts = attempts + 1, run_at = $4
       WHERE m.agency_id = $1 AND m.id IN (
         SELECT id FROM mails WHERE agency_id = $1 AND state = 'waiting' AND run_at <= $3
         ORDER BY run_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING m.id, m.template, m.language, m.content_sealed AS "contentSealed", m.attempts`,
      [tx.agencyId, limit, now, leasedUntil],
    );
  }

  /** What is settled keeps no address and no link. */
  async settle(tx: AgencyTx, id: Uuid, state: 'sent' | 'failed', failure: string | null): Promise<void> {
    await tx.execute(
      `UPDATE mails SET state = $3, failure = $4, content_sealed = NULL, settled_at = now()
       WHERE agency_id = $1 AND id = $2 AND state = 'waiting'`,
      [tx.agencyId, id, state, failure],
    );
  }

  async postpone(tx: AgencyTx, id: Uuid, runAt: Date, failure: string): Promise<void> {
    await tx.execute(
      `UPDATE mails SET run_at = $3, failure = $4 WHERE agency_id = $1 AND id = $2 AND state = 'waiting'`,
      [tx.agencyId, id, runAt, failure],
    );
  }

  /** At most so many at once: what piled up before goes without holding anything up. @returns how many went */
  async removeSettled(tx: AgencyTx, before: Date, limit: number): Promise<number> {
    return tx.execute(
      `DELETE FROM mails WHERE agency_id = $1 AND id IN (
         SELECT id FROM mails WHERE agency_id = $1 AND state <> 'waiting' AND settled_at < $2 ORDER BY settled_at LIMIT $3)`,
      [tx.agencyId, before, limit],
    );
  }

  async acrossAgenciesWithDue(now: Date): Promise<Uuid[]> {
    const rows = await this.database.acrossAgencies<{ agency_id: Uuid }>('agencies_with_due_mails', [now]);
    return rows.map(({ agency_id }) => agency_id);
  }
}
