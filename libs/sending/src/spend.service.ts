import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock } from '#libs/kernel';
import { type DatedPrice, formatMicros } from './prices.js';
import { type Budget, SpendRepository } from './spend.repository.js';

/** Prices of the platform, and what each agency may spend. */
@Injectable()
export class SpendService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: SpendRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Adds prices with their days, or replaces those of the same day. Workers follow within a minute. */
  async importPrices(ctx: AgencyContext, prices: readonly DatedPrice[]): Promise<void> {
    await this.database.platformTransaction(ctx, async (tx) => {
      await this.repository.putPrices(tx, prices);
      await this.audit.record(tx, { type: 'control.prices.changed', detail: { prices: prices.length } });
    });
  }

  async setBudget(ctx: AgencyContext, budget: Budget): Promise<void> {
    await this.database.agencyTransaction(ctx, async (tx) => {
      await this.repository.putBudget(tx, budget);
      const detail = { monthly: formatMicros(budget.monthlyMicros), currency: budget.currency };
      await this.audit.record(tx, { type: 'control.budget.changed', detail });
    });
  }

  /** What was spent in this month of the agency, in the currency of its budget; null without a budget. */
  async spent(ctx: AgencyContext): Promise<(Budget & { readonly spentMicros: bigint }) | null> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const budget = await this.repository.budget(tx);
      if (!budget) return null;
      const { micros } = await this.repository.spent(tx, budget.currency, this.clock.now());
      return { ...budget, spentMicros: micros };
    });
  }
}
