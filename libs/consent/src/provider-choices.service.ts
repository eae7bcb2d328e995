import { Injectable } from '@nestjs/common';
import { ContactsService } from '#libs/contacts';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, type Uuid } from '#libs/kernel';
import type { PreferenceEvent } from '#libs/whatsapp';
import { ConsentsService } from './consents.service.js';

/** Where the choices were told. */
export interface ChoicePlace {
  readonly id: Uuid;
  readonly portfolioId?: Uuid;
}

interface PlacedChoice {
  readonly choice: string;
  readonly contactId: Uuid;
  readonly at: Date;
  readonly signupId?: string;
}

/** The one category that citizens can stop inside WhatsApp. */
const MARKETING = 'marketing_messages';

/**
 * Citizens who stop, resume or ask for marketing inside WhatsApp. Their word there and the agency's own consent must both
 * allow it, so a stop acts at once, and a resume gives nothing that the agency has to ask for itself.
 */
@Injectable()
export class ProviderChoices {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly contacts: ContactsService,
    private readonly consents: ConsentsService,
    private readonly clock: Clock,
  ) {}

  /** In the order in which they were made, whatever the order in which they come. */
  async apply(ctx: AgencyContext, number: ChoicePlace, told: readonly PreferenceEvent[]): Promise<void> {
    const choices = told.filter(({ category }) => category === MARKETING);
    if (choices.length === 0) return;
    await this.database.agencyTransaction(ctx, async (tx) => {
      const placed = await this.place(tx, number, choices);
      for (const choice of placed.sort((a, b) => a.at.getTime() - b.at.getTime())) await this.act(tx, choice);
    });
  }

  /** Somebody whom nobody knows here becomes a contact: their stop must hold for whatever is sent later. */
  private async place(tx: AgencyTx, number: ChoicePlace, choices: readonly PreferenceEvent[]): Promise<PlacedChoice[]> {
    const now = this.clock.now();
    const timed = choices.map((choice) => ({ ...choice, at: choice.at && choice.at < now ? choice.at : now }));
    const senders = timed.map(({ waId, userId, parentUserId, at }) => ({
      waId,
      userId,
      parentUserId,
      at,
      isSilent: true,
    }));
    const contacts = await this.contacts.recordInbound(tx, { number, senders });
    return timed.flatMap(({ choice, at, signupId }, place) => {
      const contactId = contacts[place]?.id;
      return contactId ? [{ choice, at, signupId, contactId }] : [];
    });
  }

  private async act(tx: AgencyTx, { choice, contactId, at, signupId }: PlacedChoice): Promise<void> {
    if (choice === 'stop') await this.consents.recordProviderStopIn(tx, { contactId, at });
    if (choice === 'resume' || choice === 'signup') await this.consents.recordProviderResumeIn(tx, { contactId, at });
    if (choice !== 'signup') return;
    const evidence = signupId === undefined ? undefined : `WhatsApp sign-up ${signupId}`;
    await this.consents.recordOptInIn(tx, contactId, { method: 'whatsapp_button', at, evidence });
  }
}
