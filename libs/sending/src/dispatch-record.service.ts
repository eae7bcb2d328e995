import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditService } from '#libs/audit';
import type { AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import type { Attempt } from './attempt.js';
import { dispatchDetail, LINES_PER_ENTRY } from './dispatch-lines.js';
import { MessageEventsRepository } from './message-events.repository.js';

/**
 * Opens the attempts of a claim and puts them on record. Several share one entry, which commits to each of them; each names
 * that entry. One alone has an entry of its own, about its message.
 */
@Injectable()
export class DispatchRecord {
  constructor(
    private readonly events: MessageEventsRepository,
    private readonly audit: AuditService,
  ) {}

  async open(tx: AgencyTx, numberId: Uuid, attempts: readonly Attempt[], at: Date): Promise<void> {
    const [only] = attempts;
    if (!only) return;
    if (attempts.length === 1) return this.write(tx, [{ action: entryOfOne(only, at), attempts }], at);
    const shares: Share[] = [];
    for (let from = 0; from < attempts.length; from += LINES_PER_ENTRY) {
      const share = attempts.slice(from, from + LINES_PER_ENTRY);
      shares.push({ action: entryOfMany(numberId, share, at), attempts: share });
    }
    return this.write(tx, shares, at);
  }

  private async write(tx: AgencyTx, shares: readonly Share[], at: Date): Promise<void> {
    await Promise.all([
      ...shares.map(({ action, attempts }) => this.events.addAttempts(tx, attempts, at, action.id)),
      this.audit.record(
        tx,
        shares.map(({ action }) => action),
      ),
    ]);
  }
}

/** Attempts with the entry that is about them. */
interface Share {
  readonly action: AuditAction;
  readonly attempts: readonly Attempt[];
}

function entryOfOne({ messageId, contactId }: Attempt, at: Date): AuditAction {
  return { type: 'message.dispatched', target: { kind: 'message', id: messageId }, subjectId: contactId, at };
}

function entryOfMany(numberId: Uuid, attempts: readonly Attempt[], at: Date): AuditAction {
  return { id: newId(), type: 'message.batch_dispatched', detail: dispatchDetail(numberId, attempts), at };
}
