import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { notFound, type Uuid } from '#libs/kernel';
import type { BusinessProfile } from '#libs/whatsapp';
import type { DriftedField } from './drift.js';
import type { CodeMethod, NumberDetails, TokenState } from './number-details.js';
import { type NumberDetailsRow, toDetails } from './number-details-row.js';
import type { NumberFacts } from './number-facts.js';
import { NUMBER_COLUMNS } from './number-row.js';
import type { OnboardingState } from './onboarding-state.js';
import { REGISTRATION_WINDOW_MS } from './registration-limit.js';

const DETAILS = `SELECT ${NUMBER_COLUMNS}, code_requested_at, code_method, pin_sealed IS NOT NULL AS has_pin, meta_status,
    name_status, requested_name, requested_name_status, quality_rating, throughput_level, messaging_limit, is_official,
    hears_webhooks, profile, refreshed_at, token_state, token_checked_at, token_expires_at, drift, drift_found_at, registrations, code_requests,
    codes_refused_at, last_step, last_outcome, last_code, last_at
  FROM phone_numbers n
  LEFT JOIN LATERAL (
    SELECT array_agg(a.at) FILTER (WHERE a.step <> 'request-code') AS registrations,
      array_agg(a.at) FILTER (WHERE a.step = 'request-code' AND a.outcome <> 'refused') AS code_requests,
      max(a.at) FILTER (WHERE a.step = 'request-code' AND a.code = 'code-requests-exhausted') AS codes_refused_at
    FROM number_attempts a
    WHERE a.agency_id = n.agency_id AND a.phone_number_id = n.id AND a.step IN ('register', 'deregister', 'request-code')
      AND a.outcome <> 'unreached' AND a.at > $2) r ON true
  LEFT JOIN LATERAL (
    SELECT a.step AS last_step, a.outcome AS last_outcome, a.code AS last_code, a.at AS last_at FROM number_attempts a
    WHERE a.agency_id = n.agency_id AND a.phone_number_id = n.id ORDER BY a.at DESC, a.id DESC LIMIT 1) l ON true
  WHERE n.agency_id = $1`;

const LIST = `${DETAILS} ORDER BY n.created_at, n.id`;
const ONE = `${DETAILS} AND n.id = $3`;

/** A moment that stands for: somebody told that something changed. */
const WANTED = 'epoch';

/** A number of any agency. */
export interface NumberOfAgency {
  readonly agencyId: Uuid;
  readonly id: Uuid;
}

/** What onboarding adds to `phone_numbers`. */
@Injectable()
export class NumberOnboardingRepository {
  constructor(private readonly database: AgencyDatabase) {}

  async listToRefreshAcrossAgencies(waitingBefore: Date, settledBefore: Date): Promise<NumberOfAgency[]> {
    const rows = await this.database.acrossAgencies<{ agency_id: Uuid; id: Uuid }>('numbers_to_refresh', [
      waitingBefore,
      settledBefore,
    ]);
    return rows.map(({ agency_id, id }) => ({ agencyId: agency_id, id }));
  }

  /** @returns whether a webhook had it asked about */
  async noteRefresh(tx: AgencyTx, id: Uuid, at: Date): Promise<boolean> {
    const [row] = await tx.query<{ is_wanted: boolean }>(
      `WITH before AS (SELECT refresh_tried_at FROM phone_numbers WHERE agency_id = $1 AND id = $2 FOR NO KEY UPDATE)
       UPDATE phone_numbers n SET refresh_tried_at = $3 FROM before WHERE n.agency_id = $1 AND n.id = $2
       RETURNING before.refresh_tried_at IS NOT DISTINCT FROM '${WANTED}' AS is_wanted`,
      [tx.agencyId, id, at],
    );
    return row?.is_wanted === true;
  }

  /**
   * Has all numbers of an account asked about next: it has few, and webhooks name them by how they are displayed. Numbers
   * added by hand are left alone.
   */
  async wantRefresh(tx: AgencyTx, wabaId: string): Promise<void> {
    await tx.execute(
      `UPDATE phone_numbers SET refresh_tried_at = '${WANTED}'
       WHERE agency_id = $1 AND waba_id = $2 AND refreshed_at IS NOT NULL`,
      [tx.agencyId, wabaId],
    );
  }

  /** Numbers of an account that are displayed with these digits. */
  async listByDigits(tx: AgencyTx, wabaId: string, digits: readonly string[]): Promise<Uuid[]> {
    const rows = await tx.query<{ id: Uuid }>(
      `SELECT id FROM phone_numbers
       WHERE agency_id = $1 AND waba_id = $2 AND regexp_replace(display_phone_number, '[^0-9]', '', 'g') = ANY ($3::text[])
       ORDER BY id`,
      [tx.agencyId, wabaId, digits],
    );
    return rows.map(({ id }) => id);
  }

  async list(tx: AgencyTx, now: Date): Promise<NumberDetails[]> {
    const rows = await tx.query<NumberDetailsRow>(LIST, [tx.agencyId, windowStart(now)]);
    return rows.map((row) => toDetails(row, now));
  }

  async get(tx: AgencyTx, id: Uuid, now: Date): Promise<NumberDetails> {
    const [row] = await tx.query<NumberDetailsRow>(ONE, [tx.agencyId, windowStart(now), id]);
    if (!row) throw notFound();
    return toDetails(row, now);
  }

  /** Steps of one number follow one another. */
  async getLocked(tx: AgencyTx, id: Uuid, now: Date): Promise<NumberDetails> {
    await tx.query('SELECT 1 FROM phone_numbers WHERE agency_id = $1 AND id = $2 FOR NO KEY UPDATE', [tx.agencyId, id]);
    return this.get(tx, id, now);
  }

  async setCodeRequested(tx: AgencyTx, id: Uuid, method: CodeMethod, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE phone_numbers SET onboarding_state = 'code-requested', code_requested_at = $3, code_method = $4
       WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, at, method],
    );
  }

  async setState(tx: AgencyTx, id: Uuid, state: OnboardingState): Promise<void> {
    await tx.execute('UPDATE phone_numbers SET onboarding_state = $3 WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
      state,
    ]);
  }

  async pinSealed(tx: AgencyTx, id: Uuid): Promise<Buffer | null> {
    const [row] = await tx.query<{ pin_sealed: Buffer | null }>(
      'SELECT pin_sealed FROM phone_numbers WHERE agency_id = $1 AND id = $2',
      [tx.agencyId, id],
    );
    return row?.pin_sealed ?? null;
  }

  async setCandidatePin(tx: AgencyTx, id: Uuid, sealed: Buffer | null): Promise<void> {
    await tx.execute('UPDATE phone_numbers SET candidate_pin_sealed = $3 WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
      sealed,
    ]);
  }

  /** The number is registered, so the PIN that was tried is the one that it has. */
  async keepCandidatePin(tx: AgencyTx, id: Uuid): Promise<void> {
    await tx.execute(
      `UPDATE phone_numbers SET pin_sealed = candidate_pin_sealed, candidate_pin_sealed = NULL
       WHERE agency_id = $1 AND id = $2 AND candidate_pin_sealed IS NOT NULL`,
      [tx.agencyId, id],
    );
  }

  async setRequestedName(tx: AgencyTx, id: Uuid, name: string, status: string): Promise<void> {
    await tx.execute(
      `UPDATE phone_numbers SET requested_name = $3, requested_name_status = $4 WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, name, status],
    );
  }

  async setProfile(tx: AgencyTx, id: Uuid, profile: BusinessProfile): Promise<void> {
    await tx.execute('UPDATE phone_numbers SET profile = $3 WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
      JSON.stringify(profile),
    ]);
  }

  async setHearsWebhooks(tx: AgencyTx, id: Uuid, hears: boolean): Promise<void> {
    await tx.execute('UPDATE phone_numbers SET hears_webhooks = $3 WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
      hears,
    ]);
  }

  async setToken(tx: AgencyTx, id: Uuid, state: TokenState, checkedAt: Date): Promise<void> {
    await tx.execute(
      'UPDATE phone_numbers SET token_state = $3, token_checked_at = $4 WHERE agency_id = $1 AND id = $2',
      [tx.agencyId, id, state, checkedAt],
    );
  }

  async setTokenExpiry(tx: AgencyTx, id: Uuid, expiresAt: Date | null): Promise<void> {
    await tx.execute('UPDATE phone_numbers SET token_expires_at = $3 WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
      expiresAt,
    ]);
  }

  async setDrift(tx: AgencyTx, id: Uuid, drift: readonly DriftedField[], foundAt: Date): Promise<void> {
    const isNone = drift.length === 0;
    await tx.execute('UPDATE phone_numbers SET drift = $3, drift_found_at = $4 WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
      isNone ? null : JSON.stringify(drift),
      isNone ? null : foundAt,
    ]);
  }

  async countDrifted(tx: AgencyTx): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM phone_numbers WHERE agency_id = $1 AND drift_found_at IS NOT NULL',
      [tx.agencyId],
    );
    return row?.n ?? 0;
  }

  async setFacts(tx: AgencyTx, id: Uuid, facts: NumberFacts, refreshedAt: Date | null): Promise<void> {
    await tx.execute(
      `UPDATE phone_numbers SET onboarding_state = $3, display_phone_number = $4, verified_name = $5,
         messages_per_second = $6, meta_status = $7, name_status = $8, requested_name = $9, requested_name_status = $10,
         quality_rating = $11, throughput_level = $12, messaging_limit = $13, is_official = $14, refreshed_at = $15
       WHERE agency_id = $1 AND id = $2`,
      [
        tx.agencyId,
        id,
        facts.state,
        facts.displayPhoneNumber,
        facts.verifiedName,
        facts.messagesPerSecond,
        facts.metaStatus,
        facts.nameStatus,
        facts.requestedName,
        facts.requestedNameStatus,
        facts.qualityRating,
        facts.throughputLevel,
        facts.messagingLimit,
        facts.isOfficial,
        refreshedAt,
      ],
    );
  }
}

function windowStart(now: Date): Date {
  return new Date(now.getTime() - REGISTRATION_WINDOW_MS);
}
