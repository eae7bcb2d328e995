import { Injectable } from '@nestjs/common';
import { AgenciesService } from '#libs/agencies';
import { AgencyDatabase } from '#libs/database';
import { PLATFORM_AGENCY_ID, platformContext, systemContext, type Uuid } from '#libs/kernel';
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
    const before = firstIdAt(Date.now() - KEPT_MS);
    const listed = await this.agencies.directory(platformContext());
    let removed = 0;
    for (const id of [PLATFORM_AGENCY_ID, ...listed.map((agency) => agency.id)]) {
      removed += await this.database.agencyTransaction(systemContext(id), (tx) => this.events.removeBefore(tx, before));
    }
    return removed;
  }
}

/** The least UUIDv7 of a moment. https://www.rfc-editor.org/rfc/rfc9562#section-5.7 */
function firstIdAt(ms: number): Uuid {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
