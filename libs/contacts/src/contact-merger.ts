import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { AgencyTx } from '#libs/database';
import { Clock } from '#libs/kernel';
import { ContactWindowsRepository } from './contact-windows.repository.js';
import { ContactsRepository } from './contacts.repository.js';
import type { ContactMerge } from './recipient.js';

/** Carries over what another lib knows of a contact that was taken up, in the same transaction. */
export type MergeListener = (tx: AgencyTx, merges: readonly ContactMerge[]) => Promise<void>;

/**
 * Makes one contact of two that are one person. Nothing is deleted: the row that is taken up keeps its key and the messages
 * sealed under it, and whoever asks for it gets the other.
 */
@Injectable()
export class ContactMerger {
  private readonly listeners: MergeListener[] = [];

  constructor(
    private readonly repository: ContactsRepository,
    private readonly windows: ContactWindowsRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onMerge(listener: MergeListener): void {
    this.listeners.push(listener);
  }

  /** Doing it again changes nothing. Constant number of statements. */
  async merge(tx: AgencyTx, merges: readonly ContactMerge[]): Promise<void> {
    if (merges.length === 0) return;
    await this.repository.lock(tx, [...new Set(merges.flatMap(({ from, into }) => [from, into]))]);
    const merged = await this.repository.merge(tx, merges, this.clock.now());
    if (merged.length === 0) return;
    await this.windows.takeOver(tx, merged);
    await this.audit.record(
      tx,
      merged.map(({ from, into }) => ({
        type: 'contact.merged' as const,
        target: { kind: 'contact', id: into },
        subjectId: into,
        detail: { takenUp: from },
      })),
    );
    for (const listener of this.listeners) await listener(tx, merged);
  }
}
