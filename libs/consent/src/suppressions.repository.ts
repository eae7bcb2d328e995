import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { SuppressionFact, SuppressionReason } from './gate.js';

export interface NewSuppression {
  readonly id: Uuid;
  readonly subjectKind: 'phone' | 'user_id';
  readonly subjectHmac: Buffer;
  readonly hmacVersion: number;
  readonly scope: 'all' | 'category' | 'purpose';
  readonly purposeId: Uuid | null;
  readonly category: string | null;
  readonly reason: SuppressionReason;
  readonly since: Date;
}

export interface StoredSuppression extends SuppressionFact {
  readonly id: Uuid;
  readonly subjectHmac: Buffer;
  /** When it was lifted; null while it is in force. */
  readonly until: Date | null;
}

interface SuppressionRow {
  id: string;
  subject_hmac: Buffer;
  scope: 'all' | 'category' | 'purpose';
  purpose_id: string | null;
  category: string | null;
  reason: SuppressionReason;
  since: Date;
  until: Date | null;
}

const COLUMNS = 'id, subject_hmac, scope, purpose_id, category, reason, since, until';

/** The only file that touches `suppressions`. */
@Injectable()
export class SuppressionsRepository {
  async insert(tx: AgencyTx, rows: readonly NewSuppression[]): Promise<void> {
    await tx.execute(
      `INSERT INTO suppressions (agency_id, id, subject_kind, subject_hmac, hmac_ver, scope, purpose_id, category, reason, since)
       SELECT $1, s.* FROM unnest($2::uuid[], $3::text[], $4::bytea[], $5::smallint[], $6::text[], $7::uuid[], $8::text[],
         $9::text[], $10::timestamptz[]) AS s`,
      [
        tx.agencyId,
        rows.map(({ id }) => id),
        rows.map(({ subjectKind }) => subjectKind),
        rows.map(({ subjectHmac }) => subjectHmac),
        rows.map(({ hmacVersion }) => hmacVersion),
        rows.map(({ scope }) => scope),
        rows.map(({ purposeId }) => purposeId),
        rows.map(({ category }) => category),
        rows.map(({ reason }) => reason),
        rows.map(({ since }) => since),
      ],
    );
  }

  /** Those in force, which the gate asks for. */
  async listInForce(tx: AgencyTx, hmacs: readonly Buffer[]): Promise<StoredSuppression[]> {
    const rows = await tx.query<SuppressionRow>(
      `SELECT ${COLUMNS} FROM suppressions
       WHERE agency_id = $1 AND subject_hmac = ANY ($2::bytea[]) AND until IS NULL`,
      [tx.agencyId, hmacs],
    );
    return rows.map(toSuppression);
  }

  /** Opt-outs by STOP, the lifted ones too: an old STOP that comes late must not undo a newer START. */
  async listOptOuts(tx: AgencyTx, hmacs: readonly Buffer[]): Promise<StoredSuppression[]> {
    const rows = await tx.query<SuppressionRow>(
      `SELECT ${COLUMNS} FROM suppressions
       WHERE agency_id = $1 AND subject_hmac = ANY ($2::bytea[]) AND reason = 'optout' AND scope = 'all'`,
      [tx.agencyId, hmacs],
    );
    return rows.map(toSuppression);
  }

  /** What Meta told of marketing that was stopped inside WhatsApp, the lifted ones too. */
  async listProviderOptOuts(tx: AgencyTx, hmacs: readonly Buffer[]): Promise<StoredSuppression[]> {
    const rows = await tx.query<SuppressionRow>(
      `SELECT ${COLUMNS} FROM suppressions
       WHERE agency_id = $1 AND subject_hmac = ANY ($2::bytea[]) AND reason = 'provider_optout'`,
      [tx.agencyId, hmacs],
    );
    return rows.map(toSuppression);
  }

  async lift(tx: AgencyTx, lifted: readonly { id: Uuid; until: Date }[]): Promise<void> {
    await tx.execute(
      `UPDATE suppressions s SET until = l.until FROM unnest($2::uuid[], $3::timestamptz[]) AS l (id, until)
       WHERE s.agency_id = $1 AND s.id = l.id AND s.until IS NULL`,
      [tx.agencyId, lifted.map(({ id }) => id), lifted.map(({ until }) => until)],
    );
  }

  /** Tells the workers that hold a number's turn to look again before they write; they poll the epoch. */
  async bumpEpoch(tx: AgencyTx): Promise<void> {
    await tx.execute('UPDATE agencies SET suppression_epoch = suppression_epoch + 1 WHERE agency_id = $1', [
      tx.agencyId,
    ]);
  }
}

function toSuppression(row: SuppressionRow): StoredSuppression {
  return {
    id: row.id,
    subjectHmac: row.subject_hmac,
    scope: row.scope,
    purposeId: row.purpose_id,
    category: row.category,
    reason: row.reason,
    since: row.since,
    until: row.until,
  };
}
