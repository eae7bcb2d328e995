import { Injectable } from '@nestjs/common';
import type { ActionObserver, AuditAction } from '#libs/audit';
import type { AgencyTx } from '#libs/database';
import { ConsoleEventsRepository } from './console-events.repository.js';
import { changesOf, type LiveChange } from './live-change.js';

/** Notes, in the transaction of a change, that a screen may have to be drawn anew. */
@Injectable()
export class LiveEvents implements ActionObserver {
  constructor(private readonly events: ConsoleEventsRepository) {}

  /** For what is not on record; recorded actions are told by themselves. */
  async tell(tx: AgencyTx, changes: readonly LiveChange[]): Promise<void> {
    const told = changes.filter(({ ids }) => ids.length > 0);
    if (told.length > 0) await this.events.add(tx, told);
  }

  async observe(tx: AgencyTx, actions: readonly AuditAction[]): Promise<void> {
    const changes = changesOf(tx.agencyId, actions);
    if (changes.length > 0) await this.events.add(tx, changes);
  }
}
