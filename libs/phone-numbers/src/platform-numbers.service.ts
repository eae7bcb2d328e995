import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock } from '#libs/kernel';
import { type NumberRisk, riskOf, riskWeight } from './number-risk.js';
import { type PlatformNumber, PlatformNumbersRepository } from './platform-numbers.repository.js';

/** Every number of every agency, the one that most deserves a look first. */
@Injectable()
export class PlatformNumbersService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: PlatformNumbersRepository,
    private readonly clock: Clock,
  ) {}

  async list(ctx: AgencyContext): Promise<(PlatformNumber & NumberRisk)[]> {
    const numbers = await this.database.platformTransaction(ctx, (tx) => this.repository.list(tx));
    const now = this.clock.now();
    return numbers
      .map((number) => ({ ...number, ...riskOf(number, now) }))
      .sort((one, other) => riskWeight(other) - riskWeight(one));
  }
}
