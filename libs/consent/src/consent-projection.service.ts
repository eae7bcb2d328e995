import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext } from '#libs/kernel';
import { ConsentEventsRepository } from './consent-events.repository.js';

/** Makes the current state of consent anew from its history; the answer must be what was there before. */
@Injectable()
export class ConsentProjectionService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: ConsentEventsRepository,
  ) {}

  async rebuild(ctx: AgencyContext): Promise<void> {
    await this.database.agencyTransaction(ctx, (tx) => this.repository.rebuild(tx));
  }
}
