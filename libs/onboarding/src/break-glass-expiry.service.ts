import { Injectable } from '@nestjs/common';
import { TwoLogs } from '#libs/agencies';
import { AgencyDatabase } from '#libs/database';
import { platformContext, systemContext, toWireId } from '#libs/kernel';
import type { BreakGlass } from './break-glass.js';
import { BreakGlassRepository } from './break-glass.repository.js';

const BATCH = 50;

/** Writes down that the time of an entry ran out. The role ended by itself; nobody was there to say so. */
@Injectable()
export class BreakGlassExpiry {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: BreakGlassRepository,
    private readonly twoLogs: TwoLogs,
  ) {}

  /** @returns how many were written down here */
  async recordOver(): Promise<number> {
    const over = await this.database.platformTransaction(platformContext(), (tx) =>
      this.repository.listOver(tx, BATCH),
    );
    let recorded = 0;
    for (const entry of over) if (await this.record(entry)) recorded++;
    return recorded;
  }

  /** Entries and mark appear together. Who comes second finds the mark, and their entries go with their transaction. */
  private async record({ id, intoAgencyId, requestedBy }: BreakGlass): Promise<boolean> {
    const target = { kind: 'user', id: requestedBy };
    const detail = { entry: toWireId('breakGlass', id), wasOpen: true };
    try {
      await this.database.agencyTransaction(systemContext(intoAgencyId), async (tx) => {
        const action = { type: 'access.breakglass.closed', reason: 'time-over', target, detail } as const;
        const platform = await this.twoLogs.record(tx, action);
        if (!(await this.repository.markOver(platform, id))) throw new AlreadyRecorded();
      });
      return true;
    } catch (error) {
      if (error instanceof AlreadyRecorded) return false;
      throw error;
    }
  }
}

/** Rolls the transaction back; told to nobody. */
class AlreadyRecorded extends Error {}
