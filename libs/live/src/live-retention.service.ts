import { Injectable } from '@nestjs/common';
import { AgenciesService } from '#libs/agencies';
import { AgencyDatabase } from '#libs/database';
import { firstIdAt, PLATFORM_AGENCY_ID, platformContext, systemContext } from '#libs/kernel';
import { ConsoleEventsRepository } from './console-events.repository.js';

/** A browser that was away for longer reads everything anew. */
const KEPT_MS = 3_600_000;

/** Clears away events that nobody will ask for any more. */
@Injectable()
export class LiveRetention {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly agencies: AgenciesService,
    private readonly events: ConsoleEventsRepository,
  ) {}

  /** @returns how many events went */
  async sweep(): Promise<number> {
    const before = firstIdAt(new Date(Date.now() - KEPT_MS));
    const listed = await this.agencies.directory(platformContext());
    let removed = 0;
    for (const id of [PLATFORM_AGENCY_ID, ...listed.map((agency) => agency.id)]) {
      removed += await this.database.agencyTransaction(systemContext(id), (tx) => this.events.removeBefore(tx, before));
    }
    return removed;
  }
}
