import { Injectable } from '@nestjs/common';
import type { EntryLines } from '#libs/audit';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { MessageEventsRepository } from './message-events.repository.js';

/** Finds the entries that are about a message among others. */
@Injectable()
export class DispatchEntries implements EntryLines {
  constructor(private readonly events: MessageEventsRepository) {}

  async entriesNaming(tx: AgencyTx, { id, kind }: { readonly id: Uuid; readonly kind?: string }): Promise<Uuid[]> {
    return kind === undefined || kind === 'message' ? this.events.entriesOf(tx, id) : [];
  }
}
