import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { InDoubtPolicy, Purpose, PurposeBasis, PurposeCategory, PurposeTerms, QuietHoursRule } from './purpose.js';

interface PurposeRow {
  id: string;
  version: number;
  code: string;
  title: string;
  category: PurposeCategory;
  basis: PurposeBasis;
  legal_instrument: string | null;
  objectable: boolean;
  in_doubt_policy: InDoubtPolicy;
  default_lane: number;
  default_ttl_seconds: number | null;
  quiet_hours: QuietHoursRule;
  active_from: Date;
}

const COLUMNS = `id, version, code, title, category, basis, legal_instrument, objectable, in_doubt_policy, default_lane,
  default_ttl_seconds, quiet_hours, active_from`;

export interface PurposeRef {
  readonly id: Uuid;
  readonly version: number;
}

/** The only file that touches `purposes`. */
@Injectable()
export class PurposesRepository {
  /** Null when another transaction made a version of this code active meanwhile. */
  async insert(tx: AgencyTx, { id, version }: PurposeRef, terms: PurposeTerms): Promise<Purpose | null> {
    const rows = await tx.query<PurposeRow>(
      `INSERT INTO purposes (agency_id, id, version, code, title, category, basis, legal_instrument, objectable,
         in_doubt_policy, default_lane, default_ttl_seconds, quiet_hours)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT (agency_id, code) WHERE active_to IS NULL DO NOTHING RETURNING ${COLUMNS}`,
      [
        tx.agencyId,
        id,
        version,
        terms.code,
        terms.title,
        terms.category,
        terms.basis,
        terms.legalInstrument,
        terms.objectable,
        terms.inDoubtPolicy,
        terms.defaultLane,
        terms.defaultTtlSeconds,
        terms.quietHours,
      ],
    );
    return rows[0] ? toPurpose(rows[0]) : null;
  }

  async retire(tx: AgencyTx, { id, version }: PurposeRef): Promise<void> {
    await tx.execute(
      'UPDATE purposes SET active_to = now() WHERE agency_id = $1 AND id = $2 AND version = $3 AND active_to IS NULL',
      [tx.agencyId, id, version],
    );
  }

  /** Held until the transaction ends, so that two changes of one purpose follow each other. */
  /** Until the end of the transaction, nobody else makes a version of this code. */
  async lockCode(tx: AgencyTx, code: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('purpose:' || $1::text || ':' || $2::text, 0))`, [
      tx.agencyId,
      code,
    ]);
  }

  async lockActive(tx: AgencyTx, code: string): Promise<Purpose | null> {
    const rows = await tx.query<PurposeRow>(
      `SELECT ${COLUMNS} FROM purposes WHERE agency_id = $1 AND code = $2 AND active_to IS NULL FOR UPDATE`,
      [tx.agencyId, code],
    );
    return rows[0] ? toPurpose(rows[0]) : null;
  }

  async listActive(tx: AgencyTx, codes?: readonly string[]): Promise<Purpose[]> {
    const rows = await tx.query<PurposeRow>(
      `SELECT ${COLUMNS} FROM purposes
       WHERE agency_id = $1 AND active_to IS NULL AND ($2::text[] IS NULL OR code = ANY ($2)) ORDER BY code`,
      [tx.agencyId, codes ?? null],
    );
    return rows.map(toPurpose);
  }

  async listVersions(tx: AgencyTx, refs: readonly PurposeRef[]): Promise<Purpose[]> {
    const rows = await tx.query<PurposeRow>(
      `SELECT p.* FROM (SELECT DISTINCT * FROM unnest($2::uuid[], $3::int[]) AS u (id, version)) AS w
       JOIN purposes p ON p.agency_id = $1 AND p.id = w.id AND p.version = w.version`,
      [tx.agencyId, refs.map(({ id }) => id), refs.map(({ version }) => version)],
    );
    return rows.map(toPurpose);
  }
}

function toPurpose(row: PurposeRow): Purpose {
  return {
    id: row.id,
    version: row.version,
    code: row.code,
    title: row.title,
    category: row.category,
    basis: row.basis,
    legalInstrument: row.legal_instrument,
    objectable: row.objectable,
    inDoubtPolicy: row.in_doubt_policy,
    defaultLane: row.default_lane,
    defaultTtlSeconds: row.default_ttl_seconds,
    quietHours: row.quiet_hours,
    activeFrom: row.active_from,
  };
}
