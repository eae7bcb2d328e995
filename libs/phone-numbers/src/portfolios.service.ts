import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext } from '#libs/kernel';
import type { ListedPortfolio, Portfolio } from './portfolio.js';
import { PortfoliosRepository } from './portfolios.repository.js';

/** Meta's business portfolios, which several agencies may share. */
@Injectable()
export class PortfoliosService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: PortfoliosRepository,
  ) {}

  async ensure(ctx: AgencyContext, portfolio: Omit<Portfolio, 'id'>): Promise<Portfolio> {
    return this.database.platformTransaction(ctx, (tx) => this.repository.ensure(tx, portfolio));
  }

  /** The portfolio of this id at Meta, whatever it is called. */
  async ensureNamed(ctx: AgencyContext, metaPortfolioId: string): Promise<Portfolio> {
    return this.database.platformTransaction(ctx, (tx) => this.repository.ensureNamed(tx, metaPortfolioId));
  }

  async list(ctx: AgencyContext): Promise<ListedPortfolio[]> {
    return this.database.platformTransaction(ctx, (tx) => this.repository.list(tx));
  }
}
