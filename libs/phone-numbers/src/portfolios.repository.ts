import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { newId } from '#libs/kernel';
import type { ListedPortfolio, Portfolio } from './portfolio.js';

interface PortfolioRow {
  id: string;
  meta_portfolio_id: string;
  name: string;
  created_at: Date;
}

/** The only file that touches `portfolios`, which stand under the platform. */
@Injectable()
export class PortfoliosRepository {
  async ensure(tx: AgencyTx, { metaPortfolioId, name }: Omit<Portfolio, 'id'>): Promise<Portfolio> {
    const rows = await tx.query<PortfolioRow>(
      `INSERT INTO portfolios (agency_id, id, meta_portfolio_id, name) VALUES ($1, $2, $3, $4)
       ON CONFLICT (agency_id, meta_portfolio_id) DO UPDATE SET name = EXCLUDED.name
       RETURNING id, meta_portfolio_id, name, created_at`,
      [tx.agencyId, newId(), metaPortfolioId, name],
    );
    return toPortfolio(rows[0] as PortfolioRow);
  }

  /** Keeps the name of a portfolio that is there; a new one is named after its id until somebody names it. */
  async ensureNamed(tx: AgencyTx, metaPortfolioId: string): Promise<Portfolio> {
    const rows = await tx.query<PortfolioRow>(
      `INSERT INTO portfolios (agency_id, id, meta_portfolio_id, name) VALUES ($1, $2, $3, $3)
       ON CONFLICT (agency_id, meta_portfolio_id) DO UPDATE SET name = portfolios.name
       RETURNING id, meta_portfolio_id, name, created_at`,
      [tx.agencyId, newId(), metaPortfolioId],
    );
    return toPortfolio(rows[0] as PortfolioRow);
  }

  async list(tx: AgencyTx): Promise<ListedPortfolio[]> {
    const rows = await tx.query<PortfolioRow>(
      'SELECT id, meta_portfolio_id, name, created_at FROM portfolios WHERE agency_id = $1 ORDER BY name, id',
      [tx.agencyId],
    );
    return rows.map((row) => ({ ...toPortfolio(row), createdAt: row.created_at }));
  }
}

function toPortfolio(row: PortfolioRow): Portfolio {
  return { id: row.id, metaPortfolioId: row.meta_portfolio_id, name: row.name };
}
