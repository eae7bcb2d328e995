import { Injectable } from '@nestjs/common';
import { ContactsService, maskPhone, phoneOfWaId } from '#libs/contacts';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, invalidRequest, notFound, toWireId, type Uuid } from '#libs/kernel';
import type { BlockedUser, BlockOutcome, BlockSubject } from '#libs/whatsapp';
import type { BlockedUserDto, BlockOutcomeDto, PersonToBlockDto } from './dto/blocked-user.dto.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users */
const REASONS: Readonly<Record<number, string>> = {
  131026: 'person-unknown',
  131030: 'person-unknown',
  131047: 'no-recent-message',
  139101: 'list-full',
};

/** Between the agency's contacts and the phone numbers and user ids by which WhatsApp blocks. */
@Injectable()
export class BlockedPeople {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly contacts: ContactsService,
  ) {}

  /** @throws `not-found` for a contact of another agency, as for one that does not exist */
  async subjects(ctx: AgencyContext, people: readonly PersonToBlockDto[]): Promise<BlockSubject[]> {
    assertNamedOnce(people);
    const contactIds = people.flatMap(({ contactId }) => contactId ?? []);
    const addressees = await this.database.agencyTransaction(ctx, (tx) => this.contacts.addressees(tx, contactIds));
    return people.map(({ to, userId, contactId }) => {
      if (to !== undefined) return { phone: to };
      if (userId !== undefined) return { userId };
      const addressee = addressees.get(contactId as Uuid);
      if (!addressee) throw notFound();
      return addressee.phone === null ? { userId: addressee.userId ?? '' } : { phone: addressee.phone };
    });
  }

  /** Phones are hidden but for their last digits; whoever is a contact is named by its id. */
  async describe(ctx: AgencyContext, users: readonly BlockedUser[]): Promise<BlockedUserDto[]> {
    return this.database.agencyTransaction(ctx, (tx) => this.describeIn(tx, users));
  }

  private async describeIn(tx: AgencyTx, users: readonly BlockedUser[]): Promise<BlockedUserDto[]> {
    const phones = users.map(({ phone }) => (phone === null ? null : phoneOfWaId(phone)));
    const named = users.map(({ userId }, index) => {
      const phone = phones[index] ?? null;
      return phone !== null ? { phone } : userId !== null ? { userId } : null;
    });
    const known = await this.contacts.resolve(
      tx,
      named.filter((one) => one !== null),
    );
    let next = 0;
    return users.map(({ userId }, index) => {
      const contact = named[index] ? known[next++] : null;
      const phone = phones[index] ?? null;
      return {
        contactId: contact ? toWireId('contact', contact.id) : null,
        phone: phone && maskPhone(phone),
        userId,
      };
    });
  }
}

/** In the order of the request; Meta names each person as the request did. */
export function toBlockOutcomes(
  subjects: readonly BlockSubject[],
  outcomes: readonly BlockOutcome[],
): BlockOutcomeDto[] {
  const byInput = new Map(outcomes.map(({ input, error }) => [keyOf(input), error]));
  return subjects.map((subject, index) => {
    const error = byInput.get(keyOf('phone' in subject ? subject.phone : subject.userId));
    const isDone = error === null;
    return {
      index,
      isDone,
      code: isDone ? null : (REASONS[error?.code ?? 0] ?? 'provider-refused'),
      text: error?.details ?? null,
    };
  });
}

function keyOf(input: string): string {
  return /^\+?[\d\s()-]+$/.test(input) ? input.replaceAll(/\D/g, '') : input;
}

function assertNamedOnce(people: readonly PersonToBlockDto[]): void {
  const problems = people.flatMap(({ to, userId, contactId }, index) => {
    const names = [to, userId, contactId].filter((name) => name !== undefined).length;
    return names === 1
      ? []
      : [{ field: `people.${index}`, code: 'one-of', message: 'name the person by to, userId or contactId' }];
  });
  if (problems.length > 0) throw invalidRequest(problems);
}
