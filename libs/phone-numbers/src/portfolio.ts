import type { Uuid } from '#libs/kernel';

/** A business portfolio at Meta; its numbers share one messaging limit and one set of user ids. */
export interface Portfolio {
  readonly id: Uuid;
  readonly metaPortfolioId: string;
  readonly name: string;
}

export interface ListedPortfolio extends Portfolio {
  readonly createdAt: Date;
}
