import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { AgencyTx } from '#libs/database';
import { DomainError, type Uuid } from '#libs/kernel';
import { AcceptService } from './accept.service.js';
import { type MessageSummary, MessageViews } from './message-views.service.js';
import { MessagesRepository } from './messages.repository.js';
import { repetitionOf } from './repetition.js';

/**
 * Failures that WhatsApp reports after it had accepted a message and that often pass by themselves: a fault of its own, and
 * its experiments. https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
const RESENT_CODES: ReadonlySet<string> = new Set(['131000', '131036']);

/** Sends what failed so once more, as a new message. A repetition that fails again stays failed. */
@Injectable()
export class ResendOnce {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly views: MessageViews,
    private readonly acceptance: AcceptService,
    private readonly audit: AuditService,
  ) {}

  /** In the transaction in which they failed, with their rows locked: a webhook that comes twice makes one repetition. */
  async apply(tx: AgencyTx, failed: readonly { id: Uuid; failureCode?: string | null }[]): Promise<void> {
    const ids = failed.filter(({ failureCode }) => RESENT_CODES.has(failureCode ?? '')).map(({ id }) => id);
    if (ids.length === 0) return;
    const rows = await this.messages.listUnrepeated(tx, ids);
    for (const view of await this.views.of(tx, rows)) {
      // Of a person who was erased meanwhile nothing is left to send.
      if (view.body) await this.repeat(tx, view);
    }
  }

  private async repeat(tx: AgencyTx, view: MessageSummary): Promise<void> {
    const { id, contactId, failureCode } = view.message;
    const target = { kind: 'message', id };
    const [outcome] = await this.acceptance.acceptAll(tx, [repetitionOf(view)]);
    const isRefused = outcome instanceof DomainError;
    await this.audit.record(tx, {
      type: isRefused ? 'message.rejected' : 'message.resent_by_policy',
      target,
      subjectId: contactId,
      reason: (isRefused ? outcome.code : failureCode) ?? undefined,
    });
  }
}
