import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { newId } from '#libs/kernel';
import type { Portfolio } from './portfolio.js';

interface PortfolioRow {
  id: string;
  meta_portfolio_id: string;
  name: string;
}

/** The only file that touches `portfolios`, which stand under the platform. */
@Injectable()
export class PortfoliosRepository {
  async ensure(tx: AgencyTx, { metaPortfolioId, name }: Omit<Portfolio, 'id'>): Promise<Portfolio> {
    const rows = await tx.query<PortfolioRow>(
      `INSERT INTO portfolios (agency_id, id, meta_portfolio_id, name) VALUES ($1, $2, $3, $4)
       ON CONFLICT (agency_id, meta_portfolio_id) DO UPDATE SET name = EXCLUDED.name
       RETURNING id, meta_portfolio_id, name`,
      [tx.agencyId, newId(), metaPortfolioId, name],
    );
    const row = rows[0] as PortfolioRow;
    return { id: row.id, metaPortfolioId: row.meta_portfolio_id, name: row.name };
  }
}
