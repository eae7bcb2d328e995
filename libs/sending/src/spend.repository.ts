import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import type { DatedPrice, Price } from './prices.js';

export interface Budget {
  readonly monthlyMicros: bigint;
  readonly currency: string;
}

export interface Spent {
  /** The first day of the month in the agency's time zone, and when the next one begins. */
  readonly month: string;
  readonly nextMonth: Date;
  readonly micros: bigint;
}

type PriceRow = Omit<Price, 'micros'> & { readonly micros: string };

/** The only file that touches `message_prices`, `spend_budgets` and `spend_counters`. */
@Injectable()
export class SpendRepository {
  constructor(private readonly database: AgencyDatabase) {}

  /** In the transaction of the platform, to which prices belong. A price of the same day replaces the one before. */
  async putPrices(tx: AgencyTx, prices: readonly DatedPrice[]): Promise<void> {
    await tx.execute(
      `INSERT INTO message_prices (agency_id, currency, calling_code, category, from_day, micros)
       SELECT $1, p.* FROM unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::bigint[])
         AS p (currency, calling_code, category, from_day, micros)
       ON CONFLICT (agency_id, currency, calling_code, category, from_day) DO UPDATE SET micros = excluded.micros`,
      [
        tx.agencyId,
        prices.map(({ currency }) => currency),
        prices.map(({ callingCode }) => callingCode),
        prices.map(({ category }) => category),
        prices.map(({ from }) => from),
        prices.map(({ micros }) => String(micros)),
      ],
    );
  }

  /** What counts at a moment; a day of the table begins at midnight UTC. */
  async pricesAcrossAgencies(currency: string, at: Date): Promise<Price[]> {
    const rows = await this.database.acrossAgencies<PriceRow>('prices_at', [currency, at]);
    return rows.map((row) => ({ ...row, micros: BigInt(row.micros) }));
  }

  async budget(tx: AgencyTx): Promise<Budget | null> {
    const [row] = await tx.query<{ micros: string; currency: string }>(
      'SELECT monthly_micros AS micros, currency FROM spend_budgets WHERE agency_id = $1',
      [tx.agencyId],
    );
    return row ? { monthlyMicros: BigInt(row.micros), currency: row.currency } : null;
  }

  async putBudget(tx: AgencyTx, { monthlyMicros, currency }: Budget): Promise<void> {
    await tx.execute(
      `INSERT INTO spend_budgets (agency_id, monthly_micros, currency) VALUES ($1, $2, $3)
       ON CONFLICT (agency_id) DO UPDATE SET monthly_micros = $2, currency = $3, told_month = NULL`,
      [tx.agencyId, String(monthlyMicros), currency],
    );
  }

  async spent(tx: AgencyTx, currency: string, at: Date): Promise<Spent> {
    const [row] = await tx.query<Omit<Spent, 'micros'> & { micros: string }>(
      `SELECT t.month::text AS month, (t.month + interval '1 month') AT TIME ZONE t.zone AS "nextMonth",
         (SELECT coalesce(sum(c.micros), 0) FROM spend_counters c
           WHERE c.agency_id = $1 AND c.month = t.month AND c.currency = $2)::text AS micros
       FROM (SELECT a.time_zone AS zone, date_trunc('month', $3::timestamptz AT TIME ZONE a.time_zone)::date AS month
         FROM agencies a WHERE a.agency_id = $1) AS t`,
      [tx.agencyId, currency, at],
    );
    if (!row) throw new Error('the agency is gone');
    return { ...row, micros: BigInt(row.micros) };
  }

  async add(
    tx: AgencyTx,
    counted: { readonly month: string; readonly currency: string; readonly slot: number; readonly micros: bigint },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO spend_counters AS c (agency_id, month, currency, slot, micros) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (agency_id, month, currency, slot) DO UPDATE SET micros = c.micros + excluded.micros`,
      [tx.agencyId, counted.month, counted.currency, counted.slot, String(counted.micros)],
    );
  }

  /** @returns whether the agency was not told of this budget in this month yet */
  async markTold(tx: AgencyTx, month: string, { monthlyMicros }: Budget): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE spend_budgets SET told_month = $2
       WHERE agency_id = $1 AND monthly_micros = $3 AND told_month IS DISTINCT FROM $2::date`,
      [tx.agencyId, month, String(monthlyMicros)],
    );
    return changed === 1;
  }
}
