import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { Usage } from './portfolio-plan.js';

/**
 * The only file that asks about `portfolio_recipients`, which lies under the platform and is reached by functions alone:
 * agencies of one portfolio share its limit and see of each other no more than counts.
 */
@Injectable()
export class PortfolioLimitsRepository {
  /** Counts citizens towards the limit. @returns those who may be written to: counted lately, or new with room for them */
  async reserve(
    tx: AgencyTx,
    portfolioId: Uuid,
    { hmacs, most, now }: { readonly hmacs: readonly Buffer[]; readonly most: number; readonly now: Date },
  ): Promise<Buffer[]> {
    const rows = await tx.query<{ hmac: Buffer }>('SELECT hmac FROM portfolio_reserve($1, $2::bytea[], $3, $4)', [
      portfolioId,
      hmacs,
      most,
      now,
    ]);
    return rows.map(({ hmac }) => hmac);
  }

  /** What counts towards the limit, by the time at which it was counted. */
  async usage(tx: AgencyTx, portfolioId: Uuid, now: Date): Promise<Usage[]> {
    return tx.query<Usage>('SELECT slot AS at, n FROM portfolio_usage_of($1, $2)', [portfolioId, now]);
  }

  /** How many numbers share the limit, and how many of the citizens counted are the agency's own. */
  async share(tx: AgencyTx, portfolioId: Uuid, now: Date): Promise<{ numbers: number; yours: number }> {
    const [row] = await tx.query<{ numbers: number; yours: number }>(
      'SELECT numbers, yours FROM portfolio_share($1, $2)',
      [portfolioId, now],
    );
    return row ?? { numbers: 0, yours: 0 };
  }

  async timeZone(tx: AgencyTx): Promise<string> {
    const [row] = await tx.query<{ zone: string }>('SELECT time_zone AS zone FROM agencies WHERE agency_id = $1', [
      tx.agencyId,
    ]);
    return row?.zone ?? 'UTC';
  }
}
