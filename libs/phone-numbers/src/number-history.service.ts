import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock, type Uuid } from '#libs/kernel';
import { type NumberChange, NumberHistoryRepository } from './number-history.repository.js';

const DAYS_MS = 30 * 24 * 3_600_000;

/** How quality, limit and state of a number went over the last thirty days. */
@Injectable()
export class NumberHistoryService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: NumberHistoryRepository,
    private readonly clock: Clock,
  ) {}

  async list(ctx: AgencyContext, numberId: Uuid): Promise<NumberChange[]> {
    const since = new Date(this.clock.now().getTime() - DAYS_MS);
    return this.database.agencyTransaction(ctx, (tx) => this.repository.list(tx, numberId, since));
  }
}
