import { Injectable } from '@nestjs/common';
import { REPLY_PURPOSE } from '#libs/consent';
import { ContactsService } from '#libs/contacts';
import type { AgencyTx } from '#libs/database';
import type { DomainEvent, EventListener } from '#libs/events';
import { DomainError } from '#libs/kernel';
import { PhoneNumbersService } from '#libs/phone-numbers';
import { AcceptService } from './accept.service.js';
import { type ConfirmationKind, confirmationText } from './confirmation-texts.js';
import { CONTACT_STARTED, CONTACT_STOPPED } from './sending.events.js';

/** Refusals after which there is no confirmation: not entitled, suspended, the day's messages of a trial used up. */
const UNANSWERED: ReadonlySet<number> = new Set([422, 403, 429]);

/** Answers STOP and START once, as a reply in the citizen's own window. */
@Injectable()
export class KeywordConfirmation {
  constructor(
    private readonly acceptance: AcceptService,
    private readonly contacts: ContactsService,
    private readonly numbers: PhoneNumbersService,
  ) {}

  listeners(): EventListener[] {
    return [
      { type: CONTACT_STOPPED, hear: (tx, event) => this.confirm(tx, event, 'stopped') },
      { type: CONTACT_STARTED, hear: (tx, event) => this.confirm(tx, event, 'started') },
    ];
  }

  private async confirm(tx: AgencyTx, { payload }: DomainEvent, kind: ConfirmationKind): Promise<void> {
    const { contactId, numberId } = payload;
    if (!contactId || !numberId) return;
    const [contact] = await this.contacts.resolve(tx, [{ contactId }]);
    const { mode } = await this.numbers.forSending(tx, numberId);
    const text = { body: confirmationText(kind, contact?.language ?? null) };
    try {
      await this.acceptance.accept(
        { ...tx, mode },
        { recipient: { contactId }, purpose: REPLY_PURPOSE, text, numberId, lane: 'reply' },
      );
    } catch (error) {
      // The window may have closed while the event waited; then a confirmation would come too late to be one. And an agency
      // on trial, or suspended, answers nobody who is not among its guests: the STOP itself holds all the same.
      if (!(error instanceof DomainError) || !UNANSWERED.has(error.httpStatus)) throw error;
    }
  }
}
