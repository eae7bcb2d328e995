import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, notFound, type Uuid } from '#libs/kernel';
import { meaningOf, type NumberForSending, PhoneNumbersService } from '#libs/phone-numbers';
import { MESSAGE_LIMITS } from '#libs/whatsapp';
import { CloudApiClients } from './cloud-api-clients.service.js';
import { MessageViews } from './message-views.service.js';
import { MessagesRepository } from './messages.repository.js';
import { wamidOf } from './quotations.service.js';
import { notMarkable } from './sending.errors.js';

interface ReadMark {
  readonly number: NumberForSending;
  readonly wamid: string;
  readonly contactId: Uuid;
}

const DAY_MS = 86_400_000;

/**
 * Tells the citizen that a message was read, and that somebody writes an answer. WhatsApp marks all earlier messages of
 * the conversation with it. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/mark-message-as-read
 */
@Injectable()
export class ReadReceipts {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly messages: MessagesRepository,
    private readonly views: MessageViews,
    private readonly numbers: PhoneNumbersService,
    private readonly clients: CloudApiClients,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `not-markable`, or why WhatsApp did not do it */
  async mark(ctx: AgencyContext, id: Uuid, { typing }: { readonly typing: boolean }): Promise<void> {
    const mark = await this.database.agencyTransaction(ctx, (tx) => this.find(tx, id));
    const outcome = await this.tell(mark, typing);
    await this.database.agencyTransaction(ctx, (tx) =>
      this.audit.record(tx, {
        type: 'message.marked_read',
        outcome: outcome ? 'unknown' : 'success',
        target: { kind: 'message', id },
        subjectId: mark.contactId,
        ...(typing && { reason: 'typing' }),
      }),
    );
    if (outcome) throw outcome;
  }

  private async find(tx: AgencyTx, id: Uuid): Promise<ReadMark> {
    const message = await this.messages.find(tx, id);
    const [view] = message ? await this.views.of(tx, [message]) : [];
    if (!message || !view) throw notFound();
    const wamid = wamidOf(view);
    if (!wamid) throw notMarkable('the citizen did not write it, or its content is gone');
    const age = this.clock.now().getTime() - message.acceptedAt.getTime();
    if (age > MESSAGE_LIMITS.readDays * DAY_MS) throw notMarkable('it came more than 30 days ago');
    const number = await this.numbers.forSending(tx, message.phoneNumberId);
    return { number, wamid, contactId: message.contactId };
  }

  /** @returns the refusal when nobody knows whether WhatsApp did it; @throws it when nothing was done */
  private async tell({ number, wamid }: ReadMark, typing: boolean) {
    const { phoneNumberId, accessToken, baseUrl } = number;
    try {
      await this.clients.for(baseUrl).markRead({ phoneNumberId, accessToken, wamid, typing });
      return null;
    } catch (error) {
      const { error: refusal, end } = meaningOf('read', error);
      if (end.outcome === 'unknown') return refusal;
      throw refusal;
    }
  }
}
