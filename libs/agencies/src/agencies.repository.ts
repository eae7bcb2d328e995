import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx, violatedUnique } from '#libs/database';
import { PLATFORM_AGENCY_ID } from '#libs/kernel';
import { slugTaken } from './agencies.errors.js';
import type { Agency, AgencyListing, AgencyStatus, NewAgency } from './agency.js';

interface AgencyRow {
  agency_id: string;
  slug: string;
  name: string;
  default_language: string;
  time_zone: string;
  status: AgencyStatus;
  created_at: Date;
}

const COLUMNS = 'agency_id, slug, name, default_language, time_zone, status, created_at';

/** The only file that touches `agencies`. */
@Injectable()
export class AgenciesRepository {
  constructor(private readonly database: AgencyDatabase) {}

  async insert(tx: AgencyTx, agency: NewAgency): Promise<Agency> {
    try {
      const rows = await tx.query<AgencyRow>(
        `INSERT INTO agencies (agency_id, slug, name, default_language, time_zone)
         VALUES ($1, $2, $3, $4, $5) RETURNING ${COLUMNS}`,
        [tx.agencyId, agency.slug, agency.name.trim(), agency.defaultLanguage ?? 'en', agency.timeZone ?? 'UTC'],
      );
      return toAgency(rows[0] as AgencyRow);
    } catch (error) {
      throw violatedUnique(error) === 'agencies_slug_key' ? slugTaken(agency.slug) : error;
    }
  }

  async find(tx: AgencyTx): Promise<Agency | null> {
    const rows = await tx.query<AgencyRow>(`SELECT ${COLUMNS} FROM agencies WHERE agency_id = $1`, [tx.agencyId]);
    return rows[0] ? toAgency(rows[0]) : null;
  }

  async listAcrossAgencies(): Promise<AgencyListing[]> {
    const rows = await this.database.acrossAgencies<AgencyRow>('agency_directory');
    return rows.filter((row) => row.agency_id !== PLATFORM_AGENCY_ID).map(toListing);
  }

  /**
   * Moves the fence of this transaction to the platform. Onboarding is the one action that belongs in two logs, and an
   * agency without its entry in the platform's log must not exist, so both entries share a transaction.
   */
  async moveToPlatform(tx: AgencyTx): Promise<AgencyTx> {
    await tx.query(`SELECT set_config('app.agency_id', $1, true)`, [PLATFORM_AGENCY_ID]);
    return { ...tx, agencyId: PLATFORM_AGENCY_ID };
  }
}

function toAgency(row: AgencyRow): Agency {
  return { ...toListing(row), defaultLanguage: row.default_language, timeZone: row.time_zone };
}

function toListing(row: AgencyRow): AgencyListing {
  return { id: row.agency_id, slug: row.slug, name: row.name, status: row.status, createdAt: row.created_at };
}
