import { Injectable } from '@nestjs/common';
import { type Contact, ContactsService, type NewContact } from '#libs/contacts';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import type { AgencyContext, Uuid } from '#libs/kernel';
import type { OptIn } from './consent-event.js';
import { ConsentsService, type OptInRequest } from './consents.service.js';

/** A contact together with the evidence that they may be messaged at all. */
export interface Enrolled {
  readonly contact: Contact;
  readonly optIn: OptIn | null;
}

/** Writes and reads contacts with their opt-in, which an agency gets from a citizen at one moment. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly contacts: ContactsService,
    private readonly consents: ConsentsService,
  ) {}

  /** Both or neither: a contact without the opt-in that came with it would be refused later for no visible reason. */
  async put(ctx: AgencyContext, contact: NewContact, optIn?: OptInRequest): Promise<Enrolled> {
    return this.database.agencyTransaction(ctx, (tx) => this.putIn(tx, contact, optIn));
  }

  async putIn(tx: AgencyTx, contact: NewContact, optIn?: OptInRequest): Promise<Enrolled> {
    const written = await this.contacts.putIn(tx, contact);
    const evidence = optIn
      ? await this.consents.recordOptInIn(tx, written.id, optIn)
      : await this.consents.findOptIn(tx, written.id);
    return { contact: written, optIn: evidence };
  }

  async get(ctx: AgencyContext, id: Uuid): Promise<Enrolled> {
    return this.database.agencyTransaction(ctx, async (tx) => ({
      contact: await this.contacts.getIn(tx, id),
      optIn: await this.consents.findOptIn(tx, id),
    }));
  }
}
