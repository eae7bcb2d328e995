import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import { AgencyDatabase } from '#libs/database';
import { Clock, firstIdAt, systemContext, type Uuid } from '#libs/kernel';
import { CallbackDeliveriesRepository } from './callback-deliveries.repository.js';

const DAY_MS = 86_400_000;
/** Deliveries and attempts go with their events: some ten rows each. */
const PORTION = 2000;

/** Removes what was told longer ago than it is kept. */
@Injectable()
export class CallbackRetention {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly deliveries: CallbackDeliveriesRepository,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  /** A portion of one agency. @returns how many events went */
  async sweep(agencyId: Uuid): Promise<number> {
    const before = firstIdAt(new Date(this.clock.now().getTime() - this.env.CALLBACK_DAYS * DAY_MS));
    return this.database.agencyTransaction(systemContext(agencyId), (tx) =>
      this.deliveries.removeBefore(tx, before, PORTION),
    );
  }
}
