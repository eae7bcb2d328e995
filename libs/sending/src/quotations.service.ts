import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { Clock, DomainError, notFound, type Uuid } from '#libs/kernel';
import { MESSAGE_LIMITS } from '#libs/whatsapp';
import type { Quoted } from './message-content.js';
import { type MessageSummary, MessageViews } from './message-views.service.js';
import { MessagesRepository } from './messages.repository.js';
import type { SendRequest } from './send-request.js';
import { notQuotable } from './sending.errors.js';

/** A message that another one answers or reacts to, with whom and on which number it was. */
export interface Quotation extends Quoted {
  readonly contactId: Uuid;
  readonly numberId: Uuid;
}

const DAY_MS = 86_400_000;

/**
 * Finds what messages answer or react to. Only what a citizen wrote can be quoted: Meta's id of our own messages is kept
 * as a hash alone, because it holds the phone number.
 */
@Injectable()
export class Quotations {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly views: MessageViews,
    private readonly clock: Clock,
  ) {}

  /** In order; null where nothing is quoted. No statement where no request quotes. */
  async of(tx: AgencyTx, requests: readonly SendRequest[]): Promise<(Quotation | DomainError | null)[]> {
    const wanted = requests.map(quotedBy);
    const ids = [...new Set(wanted.flatMap((id) => (id ? [id] : [])))];
    if (ids.length === 0) return wanted.map(() => null);
    const views = await this.views.of(tx, await this.messages.listVisible(tx, ids));
    const byId = new Map(views.map((view) => [view.message.id, view]));
    return requests.map((request, place) => {
      const id = wanted[place];
      return id ? this.toQuotation(byId.get(id), request) : null;
    });
  }

  private toQuotation(view: MessageSummary | undefined, request: SendRequest): Quotation | DomainError {
    if (!view) return notFound();
    const { message } = view;
    if (message.direction !== 'inbound') return notQuotable('it was not written by the citizen');
    const wamid = wamidOf(view);
    if (!wamid) return notQuotable('its content is gone');
    if (request.numberId && request.numberId !== message.phoneNumberId) return notQuotable('it came to another number');
    const age = this.clock.now().getTime() - message.acceptedAt.getTime();
    if (age > MESSAGE_LIMITS.reactionDays * DAY_MS) return notQuotable('it is older than 30 days');
    if (request.reaction && message.kind === 'reaction') return notQuotable('it is a reaction itself');
    return { messageId: message.id, wamid, contactId: message.contactId, numberId: message.phoneNumberId };
  }
}

function quotedBy({ replyTo, reaction }: SendRequest): Uuid | undefined {
  return reaction?.messageId ?? replyTo;
}

/** Meta's id of an inbound message stands in the message as Meta sent it. */
export function wamidOf({ body }: MessageSummary): string | null {
  if (body?.content.type !== 'inbound') return null;
  const { id } = body.content.raw as { readonly id?: unknown };
  return typeof id === 'string' && id !== '' ? id : null;
}
