import { Injectable } from '@nestjs/common';
import { type AgencyTx, sqlState, violatedUnique } from '#libs/database';
import { type Mode, notFound, type Uuid } from '#libs/kernel';
import { NUMBER_COLUMNS, type NumberRow, toNumber } from './number-row.js';
import { CIRCUIT_OPEN, type ListedNumber, type NewPhoneNumber } from './phone-number.js';
import { numberTaken, portfolioUnknown } from './phone-numbers.errors.js';

/** A number with its token still sealed. */
export interface SealedNumber extends ListedNumber {
  readonly accessTokenSealed: Buffer;
}

const FOREIGN_KEY_VIOLATION = '23503';

/** Touches `phone_numbers` as sending knows them; `NumberOnboardingRepository` has what onboarding adds. */
@Injectable()
export class PhoneNumbersRepository {
  async insert(tx: AgencyTx, id: Uuid, number: NewPhoneNumber, tokenSealed: Buffer): Promise<ListedNumber> {
    try {
      const rows = await tx.query<NumberRow>(
        `INSERT INTO phone_numbers (agency_id, id, portfolio_id, meta_phone_number_id, waba_id, display_phone_number,
           verified_name, mode, access_token_sealed, messages_per_second, onboarding_state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce($10::int, 80), coalesce($11::text, 'connected'))
         RETURNING ${NUMBER_COLUMNS}`,
        [
          tx.agencyId,
          id,
          number.portfolioId,
          number.phoneNumberId,
          number.wabaId,
          number.displayPhoneNumber,
          number.verifiedName,
          number.mode,
          tokenSealed,
          number.messagesPerSecond ?? null,
          number.state ?? null,
        ],
      );
      return toNumber(rows[0] as NumberRow);
    } catch (error) {
      throw translated(error);
    }
  }

  async list(tx: AgencyTx): Promise<ListedNumber[]> {
    const rows = await tx.query<NumberRow>(
      `SELECT ${NUMBER_COLUMNS} FROM phone_numbers WHERE agency_id = $1 ORDER BY created_at, id`,
      [tx.agencyId],
    );
    return rows.map(toNumber);
  }

  /** In order: the named number of that mode, or for null the agency's first one; a connected one before all others. */
  async findAll(tx: AgencyTx, mode: Mode, ids: readonly (Uuid | null)[]): Promise<(ListedNumber | null)[]> {
    const rows = await tx.query<NumberRow & { place: number }>(
      `SELECT w.place::int AS place, n.* FROM unnest($3::uuid[]) WITH ORDINALITY AS w (wanted, place)
       CROSS JOIN LATERAL (SELECT ${NUMBER_COLUMNS} FROM phone_numbers
         WHERE agency_id = $1 AND mode = $2 AND (w.wanted IS NULL OR id = w.wanted)
         ORDER BY (onboarding_state <> 'connected'), created_at, id LIMIT 1) AS n`,
      [tx.agencyId, mode, ids],
    );
    const found = new Map(rows.map((row) => [row.place, toNumber(row)]));
    return ids.map((_, index) => found.get(index + 1) ?? null);
  }

  async findByMetaId(tx: AgencyTx, phoneNumberId: string): Promise<ListedNumber | null> {
    const rows = await tx.query<NumberRow>(
      `SELECT ${NUMBER_COLUMNS} FROM phone_numbers WHERE agency_id = $1 AND meta_phone_number_id = $2`,
      [tx.agencyId, phoneNumberId],
    );
    return rows[0] ? toNumber(rows[0]) : null;
  }

  async getSealed(tx: AgencyTx, id: Uuid): Promise<SealedNumber> {
    const rows = await tx.query<NumberRow>(
      `SELECT ${NUMBER_COLUMNS}, access_token_sealed FROM phone_numbers WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id],
    );
    if (!rows[0]) throw notFound();
    return toSealed(rows[0]);
  }

  /** One number of each WABA, a live one first: any may speak for its account, but a sandbox may not be configured. */
  async listOnePerWaba(tx: AgencyTx): Promise<SealedNumber[]> {
    const rows = await tx.query<NumberRow>(
      `SELECT DISTINCT ON (waba_id) ${NUMBER_COLUMNS}, access_token_sealed FROM phone_numbers WHERE agency_id = $1
       ORDER BY waba_id, mode, created_at DESC, id`,
      [tx.agencyId],
    );
    return rows.map(toSealed);
  }

  async replaceToken(tx: AgencyTx, id: Uuid, tokenSealed: Buffer): Promise<void> {
    const changed = await tx.execute(
      `UPDATE phone_numbers SET access_token_sealed = $3 WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, tokenSealed],
    );
    if (changed === 0) throw notFound();
  }

  /**
   * A hold never ends a longer one: answers to requests in flight come in any order. @returns whether the number was not
   * already held for that reason
   */
  async hold(tx: AgencyTx, id: Uuid, reason: string, until: Date): Promise<boolean> {
    const rows = await tx.query<{ is_new: boolean }>(
      `WITH before AS (
         SELECT held_reason IS DISTINCT FROM $3 OR held_until IS NULL OR held_until <= now() AS is_new
         FROM phone_numbers WHERE agency_id = $1 AND id = $2 FOR UPDATE)
       UPDATE phone_numbers n SET held_reason = $3, held_until = $4 FROM before
       WHERE n.agency_id = $1 AND n.id = $2 AND (n.held_until IS NULL OR n.held_until <= $4) RETURNING before.is_new`,
      [tx.agencyId, id, reason, until],
    );
    return rows[0]?.is_new === true;
  }

  /** The same for its bulk lane alone. */
  async holdBulk(tx: AgencyTx, id: Uuid, reason: string, until: Date): Promise<boolean> {
    const rows = await tx.query<{ is_new: boolean }>(
      `WITH before AS (
         SELECT bulk_held_until IS NULL OR bulk_held_until <= now() AS is_new
         FROM phone_numbers WHERE agency_id = $1 AND id = $2 FOR UPDATE)
       UPDATE phone_numbers n SET bulk_held_reason = $3, bulk_held_until = $4 FROM before
       WHERE n.agency_id = $1 AND n.id = $2 AND (n.bulk_held_until IS NULL OR n.bulk_held_until <= $4)
       RETURNING before.is_new`,
      [tx.agencyId, id, reason, until],
    );
    return rows[0]?.is_new === true;
  }

  /** Ends a hold for this reason. False when there is none. */
  async release(tx: AgencyTx, id: Uuid, reason: string): Promise<boolean> {
    const released = await tx.execute(
      `UPDATE phone_numbers SET held_reason = NULL, held_until = NULL
       WHERE agency_id = $1 AND id = $2 AND held_reason = $3`,
      [tx.agencyId, id, reason],
    );
    return released > 0;
  }

  async listOfWaba(tx: AgencyTx, wabaId: string): Promise<Uuid[]> {
    const rows = await tx.query<{ id: Uuid }>(
      'SELECT id FROM phone_numbers WHERE agency_id = $1 AND waba_id = $2 ORDER BY id',
      [tx.agencyId, wabaId],
    );
    return rows.map(({ id }) => id);
  }

  /** All numbers of the account's portfolio have one limit. @returns those that had another */
  async setMessagingLimit(tx: AgencyTx, wabaId: string, limit: string): Promise<Uuid[]> {
    const rows = await tx.query<{ id: Uuid }>(
      `UPDATE phone_numbers SET messaging_limit = $3
       WHERE agency_id = $1 AND messaging_limit IS DISTINCT FROM $3
         AND portfolio_id IN (SELECT portfolio_id FROM phone_numbers WHERE agency_id = $1 AND waba_id = $2)
       RETURNING id`,
      [tx.agencyId, wabaId, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Numbers from which something waits. */
  async countHeld(tx: AgencyTx): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM phone_numbers WHERE agency_id = $1
         AND (held_until > now() OR held_reason = $2 OR bulk_held_until > now())`,
      [tx.agencyId, CIRCUIT_OPEN],
    );
    return row?.n ?? 0;
  }
}

function toSealed(row: NumberRow): SealedNumber {
  return { ...toNumber(row), accessTokenSealed: row.access_token_sealed };
}

function translated(error: unknown): unknown {
  if (violatedUnique(error) === 'phone_numbers_meta_key') return numberTaken();
  return sqlState(error) === FOREIGN_KEY_VIOLATION ? portfolioUnknown() : error;
}
