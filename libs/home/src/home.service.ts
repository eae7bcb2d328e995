import { Inject, Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import type { AgencyContext } from '#libs/kernel';
import { HOME_NEEDS, type HomeNeed, TODAY_SOURCE, type TodayFigures, type TodaySource } from './need.js';

export interface WaitingNeed {
  readonly kind: string;
  readonly count: number;
  readonly to?: string;
}

export interface Home {
  readonly needsYou: readonly WaitingNeed[];
  readonly today: TodayFigures;
}

/** What a person sees first: what needs them, then what today came to. */
@Injectable()
export class HomeService {
  constructor(
    private readonly database: AgencyDatabase,
    @Inject(HOME_NEEDS) private readonly needs: readonly HomeNeed[],
    @Inject(TODAY_SOURCE) private readonly source: TodaySource,
  ) {}

  /** The number of statements depends on the kinds of needs and on nothing else. */
  async get(ctx: AgencyContext): Promise<Home> {
    const open = this.needs.filter(({ permission }) => ctx.permissions.has(permission));
    return this.database.agencyTransaction(ctx, async (tx) => {
      const [needs, today] = await Promise.all([
        Promise.all(open.map((need) => countOf(tx, need))),
        this.source.today(tx),
      ]);
      return { needsYou: needs.filter(({ count }) => count > 0), today };
    });
  }
}

async function countOf(tx: AgencyTx, need: HomeNeed): Promise<WaitingNeed> {
  return { kind: need.kind, count: await need.count(tx), ...(need.to && { to: need.to }) };
}
