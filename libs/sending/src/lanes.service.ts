import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock } from '#libs/kernel';
import { LANES, type LaneName, laneName } from './lanes.js';
import { OutboxRepository } from './outbox.repository.js';

export interface LaneAge {
  readonly lane: LaneName;
  /** Since when its oldest message is due and has not left; null when nothing waits. */
  readonly dueSince: Date | null;
  readonly seconds: number;
}

/** How long messages of an agency wait, lane by lane: age and not depth tells whether somebody waits. */
@Injectable()
export class LanesService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  async ages(ctx: AgencyContext): Promise<LaneAge[]> {
    const now = this.clock.now();
    return this.database.agencyTransaction(ctx, (tx) =>
      Promise.all(
        Object.values(LANES).map(async (lane) => {
          const dueSince = await this.outbox.oldestDue(tx, lane, now);
          const seconds = dueSince ? Math.max(0, Math.round((now.getTime() - dueSince.getTime()) / 1000)) : 0;
          return { lane: laneName(lane), dueSince, seconds };
        }),
      ),
    );
  }
}
