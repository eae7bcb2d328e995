import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx, violatedUnique } from '#libs/database';
import { PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { slugTaken } from './agencies.errors.js';
import type { Agency, AgencyChange, AgencyInPipeline, AgencyListing, NewAgency } from './agency.js';
import type { AgencyStatus } from './agency-status.js';
import type { QuietHours } from './quiet-hours.js';

interface ListingRow {
  agency_id: string;
  slug: string;
  name: string;
  status: AgencyStatus;
  created_at: Date;
}

interface AgencyRow extends ListingRow {
  legal_name: string | null;
  country: string | null;
  default_language: string;
  time_zone: string;
  email_domains: string[];
  retention_days: number;
  status_reason: string | null;
  status_at: Date;
}

interface PipelineRow extends ListingRow {
  status_at: Date;
  departments: number;
  numbers: number;
  people: number;
  go_live_state: string | null;
  go_live_at: Date | null;
}

/** Where an agency stands, with its row locked until the transaction ends. */
export interface LockedStatus {
  readonly status: AgencyStatus;
  readonly before: AgencyStatus | null;
}

export interface StatusChange {
  readonly to: AgencyStatus;
  readonly before: AgencyStatus | null;
  readonly reason: string | null;
  readonly by: Uuid;
}

export interface PipelineQuery {
  readonly limit: number;
  /** The last agency of the page before. */
  readonly after?: Uuid;
  readonly status?: AgencyStatus;
}

const COLUMNS = `agency_id, slug, name, legal_name, country, default_language, time_zone, email_domains, retention_days,
  status, status_reason, status_at, created_at`;

/** The only file that writes `agencies`. */
@Injectable()
export class AgenciesRepository {
  constructor(private readonly database: AgencyDatabase) {}

  async insert(tx: AgencyTx, agency: NewAgency): Promise<Agency> {
    const { slug, name, legalName, country, defaultLanguage, timeZone, emailDomains, retentionDays, status } = agency;
    try {
      const rows = await tx.query<AgencyRow>(
        `INSERT INTO agencies (agency_id, slug, name, legal_name, country, default_language, time_zone, email_domains,
           retention_days, status, status_by)
         VALUES ($1, $2, $3, $4, $5, coalesce($6, 'en'), coalesce($7, 'UTC'), coalesce($8::text[], '{}'),
           coalesce($9::int, 365), coalesce($10, 'trial'), $11) RETURNING ${COLUMNS}`,
        [
          tx.agencyId,
          slug,
          name.trim(),
          legalName?.trim(),
          country,
          defaultLanguage,
          timeZone,
          emailDomains,
          retentionDays,
          status,
          tx.actor.id,
        ],
      );
      return toAgency(rows[0] as AgencyRow);
    } catch (error) {
      throw violatedUnique(error) === 'agencies_slug_key' ? slugTaken(slug) : error;
    }
  }

  async find(tx: AgencyTx): Promise<Agency | null> {
    const rows = await tx.query<AgencyRow>(`SELECT ${COLUMNS} FROM agencies WHERE agency_id = $1`, [tx.agencyId]);
    return rows[0] ? toAgency(rows[0]) : null;
  }

  /** What the change leaves out stays as it is. */
  async update(tx: AgencyTx, change: AgencyChange): Promise<Agency | null> {
    const { name, legalName, country, defaultLanguage, timeZone, emailDomains, retentionDays } = change;
    const rows = await tx.query<AgencyRow>(
      `UPDATE agencies SET name = coalesce($2, name), default_language = coalesce($3, default_language),
         time_zone = coalesce($4, time_zone), email_domains = coalesce($5::text[], email_domains),
         retention_days = coalesce($6::int, retention_days),
         legal_name = CASE WHEN $7::bool THEN $8 ELSE legal_name END,
         country = CASE WHEN $9::bool THEN $10 ELSE country END
       WHERE agency_id = $1 RETURNING ${COLUMNS}`,
      [
        tx.agencyId,
        name?.trim(),
        defaultLanguage,
        timeZone,
        emailDomains,
        retentionDays,
        legalName !== undefined,
        legalName?.trim() ?? null,
        country !== undefined,
        country ?? null,
      ],
    );
    return rows[0] ? toAgency(rows[0]) : null;
  }

  async quietHours(tx: AgencyTx): Promise<QuietHours | null> {
    const [row] = await tx.query<{ quiet: QuietHours | null }>(
      'SELECT quiet_hours AS quiet FROM agencies WHERE agency_id = $1',
      [tx.agencyId],
    );
    return row?.quiet ? { from: row.quiet.from, to: row.quiet.to, days: row.quiet.days } : null;
  }

  /** The epoch ends the turns of its numbers: what is claimed and not yet written is held by the new hours. */
  async setQuietHours(tx: AgencyTx, quiet: QuietHours | null): Promise<void> {
    await tx.execute(
      'UPDATE agencies SET quiet_hours = $2::jsonb, suppression_epoch = suppression_epoch + 1 WHERE agency_id = $1',
      [tx.agencyId, quiet && JSON.stringify(quiet)],
    );
  }

  /** Once; the first time stays. */
  async markDemo(tx: AgencyTx): Promise<void> {
    await tx.execute('UPDATE agencies SET demo_since = now() WHERE agency_id = $1 AND demo_since IS NULL', [
      tx.agencyId,
    ]);
  }

  async isDemo(tx: AgencyTx): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM agencies WHERE agency_id = $1 AND demo_since IS NOT NULL', [
      tx.agencyId,
    ]);
    return rows.length > 0;
  }

  async lockStatus(tx: AgencyTx): Promise<LockedStatus | null> {
    const [row] = await tx.query<LockedStatus>(
      'SELECT status, status_before AS before FROM agencies WHERE agency_id = $1 FOR NO KEY UPDATE',
      [tx.agencyId],
    );
    return row ?? null;
  }

  /** The epoch ends the turns of its numbers: what is claimed and not yet written goes through the gate again. */
  async changeStatus(tx: AgencyTx, { to, before, reason, by }: StatusChange): Promise<Agency> {
    const rows = await tx.query<AgencyRow>(
      `UPDATE agencies SET status = $2, status_before = $3, status_reason = $4, status_by = $5, status_at = now(),
         suppression_epoch = suppression_epoch + 1
       WHERE agency_id = $1 RETURNING ${COLUMNS}`,
      [tx.agencyId, to, before, reason, by],
    );
    return toAgency(rows[0] as AgencyRow);
  }

  async listAcrossAgencies(): Promise<AgencyListing[]> {
    const rows = await this.database.acrossAgencies<ListingRow>('agency_directory');
    return rows.filter((row) => row.agency_id !== PLATFORM_AGENCY_ID).map(toListing);
  }

  /** One statement for the page, however many agencies and counts it shows. Newest first. */
  async pageAcrossAgencies({ status, after, limit }: PipelineQuery): Promise<AgencyInPipeline[]> {
    const parameters = [status ?? null, after ?? null, limit];
    const rows = await this.database.acrossAgencies<PipelineRow>('agency_pipeline', parameters);
    return rows.map((row) => ({
      ...toListing(row),
      statusAt: row.status_at,
      departments: row.departments,
      numbers: row.numbers,
      people: row.people,
      goLive: row.go_live_state && row.go_live_at ? { state: row.go_live_state, requestedAt: row.go_live_at } : null,
    }));
  }

  /**
   * Moves the fence of this transaction to the platform. What the platform does to an agency belongs in two logs, and must
   * not be in one without being in the other, so both entries share a transaction.
   */
  async moveToPlatform(tx: AgencyTx): Promise<AgencyTx> {
    await tx.query(`SELECT set_config('app.agency_id', $1, true)`, [PLATFORM_AGENCY_ID]);
    return { ...tx, agencyId: PLATFORM_AGENCY_ID };
  }
}

function toAgency(row: AgencyRow): Agency {
  return {
    ...toListing(row),
    legalName: row.legal_name,
    country: row.country,
    defaultLanguage: row.default_language,
    timeZone: row.time_zone,
    emailDomains: row.email_domains,
    retentionDays: row.retention_days,
    statusReason: row.status_reason,
    statusAt: row.status_at,
  };
}

function toListing(row: ListingRow): AgencyListing {
  return { id: row.agency_id, slug: row.slug, name: row.name, status: row.status, createdAt: row.created_at };
}
