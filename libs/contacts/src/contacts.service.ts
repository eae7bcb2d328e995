import { Injectable } from '@nestjs/common';
import { KeyRing, kidOf } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, notFound, type Uuid } from '#libs/kernel';
import { ChangedPeople } from './changed-people.js';
import type { Contact, NewContact } from './contact.js';
import { ContactMatcher } from './contact-matcher.js';
import { ContactMerger, type MergeListener } from './contact-merger.js';
import { ContactSealer } from './contact-sealer.js';
import { type ContactWindow, ContactWindowsRepository } from './contact-windows.repository.js';
import { contactWithoutId } from './contacts.errors.js';
import { type ContactRow, ContactsRepository } from './contacts.repository.js';
import { suppressionSubjects } from './identity.js';
import { chooseMatch } from './identity-ties.js';
import { inboundPeople } from './inbound-people.js';
import { maskPhone } from './phone.js';
import type {
  Addressee,
  ChangedPerson,
  ContactMerge,
  InboundBatch,
  KnownContact,
  Recipient,
  SeenIdentities,
  SuppressionSubject,
} from './recipient.js';

/** What agencies and messages ask about citizens. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: ContactsRepository,
    private readonly windowsRepository: ContactWindowsRepository,
    private readonly matcher: ContactMatcher,
    private readonly sealer: ContactSealer,
    private readonly keyRing: KeyRing,
    private readonly merger: ContactMerger,
    private readonly changed: ChangedPeople,
  ) {}

  async put(ctx: AgencyContext, contact: NewContact): Promise<Contact> {
    return this.database.agencyTransaction(ctx, (tx) => this.putIn(tx, contact));
  }

  /** Makes the contact or writes what the agency says over what is known. The same call twice changes nothing more. */
  async putIn(tx: AgencyTx, contact: NewContact): Promise<Contact> {
    if (!contact.phone && !contact.userId) throw contactWithoutId();
    const [matched] = await this.matcher.match(tx, [{ ...contact, saidBy: 'agency' }]);
    if (!matched) throw notFound();
    return { ...(await this.getIn(tx, matched.id)), created: matched.isNew };
  }

  async get(ctx: AgencyContext, id: Uuid): Promise<Contact> {
    return this.database.agencyTransaction(ctx, (tx) => this.getIn(tx, id));
  }

  async getIn(tx: AgencyTx, id: Uuid): Promise<Contact> {
    const row = await this.repository.find(tx, id);
    if (!row) throw notFound();
    const { id: current, language, identities, createdAt } = row;
    return {
      id: current,
      created: false,
      language,
      maskedPhone: await this.maskedPhone(tx, row),
      identities,
      createdAt,
    };
  }

  /** The contact of each recipient, in order; null for somebody the agency does not know. At most two statements. */
  async resolve(tx: AgencyTx, recipients: readonly Recipient[]): Promise<(KnownContact | null)[]> {
    const ids = recipients.flatMap((recipient) => ('contactId' in recipient ? [recipient.contactId] : []));
    const byId = ids.length > 0 ? await this.repository.listKnown(tx, ids) : new Map<Uuid, KnownContact>();
    const isNamed = ids.length < recipients.length;
    const matches = isNamed ? await this.matcher.find(tx, recipients.map(toNamed)) : [];
    return recipients.map((recipient, place) => {
      if ('contactId' in recipient) return byId.get(recipient.contactId) ?? null;
      const contact = chooseMatch(matches[place] ?? [])?.contact;
      return contact ? toKnown(contact) : null;
    });
  }

  /** Under which hashes each recipient may be suppressed, also when they are not a contact (any more). */
  async suppressionHmacs(
    tx: AgencyTx,
    recipients: readonly Exclude<Recipient, { contactId: Uuid }>[],
  ): Promise<Buffer[][]> {
    const keys = await this.keyRing.load(tx.agencyId);
    return recipients.map((recipient) => suppressionSubjects(keys, toNamed(recipient)).map(({ hmac }) => hmac));
  }

  /** The contact of a recipient who is not known yet; when another request made it meanwhile, that one. */
  async create(tx: AgencyTx, recipient: Recipient, { language }: { language?: string } = {}): Promise<KnownContact> {
    const [created] = await this.createAll(tx, [{ recipient, language }]);
    if (!created) throw notFound();
    return created;
  }

  /** The same for many, in order; somebody who is named twice is made once. Constant number of statements. */
  async createAll(
    tx: AgencyTx,
    people: readonly { readonly recipient: Recipient; readonly language?: string }[],
  ): Promise<KnownContact[]> {
    const named = people.map(({ recipient, language }) => {
      if ('contactId' in recipient) throw notFound();
      return { ...recipient, language, saidBy: 'whatsapp' as const };
    });
    return (await this.matcher.match(tx, named)).map(toKnown);
  }

  /**
   * The contacts of people who just wrote, in order, made where they are missing, and the time from which their 24-hour
   * window counts. A sender who shows neither phone nor user id gives null. Constant number of statements.
   */
  async recordInbound(tx: AgencyTx, { number, senders }: InboundBatch): Promise<(KnownContact | null)[]> {
    const people = inboundPeople(senders, number.portfolioId);
    const places = people.flatMap((person, place) => (person ? [place] : []));
    const matched = await this.matcher.match(
      tx,
      people.filter((person) => person !== null),
    );
    const found = new Map(places.map((place, index) => [place, matched[index]]));
    const opened = senders.flatMap(({ at, isSilent }, place) => {
      const contactId = found.get(place)?.id;
      return contactId && !isSilent ? [{ contactId, at }] : [];
    });
    if (opened.length > 0) await this.windowsRepository.open(tx, number.id, opened);
    return senders.map((_, place) => {
      const contact = found.get(place);
      return contact ? toKnown(contact) : null;
    });
  }

  /** Remembers ids that Meta showed beside a contact, such as a `wa_id` that differs from the number written to. */
  async addIdentities(tx: AgencyTx, seen: readonly SeenIdentities[]): Promise<void> {
    await this.matcher.add(tx, seen);
  }

  /** A citizen has a new number or user id. @returns their contact, or null for somebody whom the agency does not know */
  async applyChange(tx: AgencyTx, change: ChangedPerson): Promise<Uuid | null> {
    return this.changed.apply(tx, change);
  }

  /** Under which ids a person's messages stand: their contact's and those of contacts that it took up. */
  async membersOf(tx: AgencyTx, contactId: Uuid): Promise<Uuid[]> {
    return this.repository.listMembers(tx, contactId);
  }

  /** The contacts that each of these took up. */
  async takenUpBy(tx: AgencyTx, contactIds: readonly Uuid[]): Promise<ContactMerge[]> {
    return this.repository.listTakenUp(tx, contactIds);
  }

  /** Asks to be told of every merge, in its transaction. */
  onMerge(listener: MergeListener): void {
    this.merger.onMerge(listener);
  }

  /** Where messages to these contacts go. Erased people are left out. One statement. */
  async addressees(tx: AgencyTx, contactIds: readonly Uuid[]): Promise<Map<Uuid, Addressee>> {
    const rows = await this.repository.listAddressees(tx, contactIds);
    const blobs = rows.flatMap(({ phoneSealed, userIdSealed }) => [phoneSealed, userIdSealed]);
    const keys = await this.keyRing.load(
      tx.agencyId,
      blobs.flatMap((blob) => (blob ? [kidOf(blob)] : [])),
    );
    return new Map(
      rows.map(({ id, salt, phoneSealed, userIdSealed, ...known }) => {
        const seal = { contactId: id, salt };
        const phone = this.sealer.open(keys, seal, 'phone_sealed', phoneSealed);
        const userId = this.sealer.open(keys, seal, 'user_id_sealed', userIdSealed);
        return [id, { contactId: id, phone, userId, salt, ...known }];
      }),
    );
  }

  /** What seals what is written to these contacts. Erased people are left out. One statement, and nothing is opened. */
  async salts(tx: AgencyTx, contactIds: readonly Uuid[]): Promise<Map<Uuid, Buffer>> {
    return contactIds.length === 0 ? new Map() : this.repository.listSalts(tx, contactIds);
  }

  /** The hashes to write when these people are suppressed: one per phone and user id, under the newest key. */
  async subjects(tx: AgencyTx, addressees: Iterable<Addressee>): Promise<Map<Uuid, SuppressionSubject[]>> {
    const keys = await this.keyRing.load(tx.agencyId);
    const { version } = keys.current('index');
    const newest = (addressee: Addressee) =>
      suppressionSubjects(keys, addressee).filter((subject) => subject.version === version);
    return new Map([...addressees].map((addressee) => [addressee.contactId, newest(addressee)]));
  }

  /** When each of these contacts last wrote to one number. */
  async windows(tx: AgencyTx, phoneNumberId: Uuid, contactIds: readonly Uuid[]): Promise<Map<Uuid, Date>> {
    const last = await this.windowsOf(
      tx,
      contactIds.map((contactId) => ({ phoneNumberId, contactId })),
    );
    return new Map(contactIds.flatMap((id, place) => (last[place] ? [[id, last[place]] as const] : [])));
  }

  /** When each contact last wrote to each number, in order; null for never. One statement. */
  async windowsOf(tx: AgencyTx, windows: readonly ContactWindow[]): Promise<(Date | null)[]> {
    return windows.length > 0 ? this.windowsRepository.lastInbound(tx, windows) : [];
  }

  /** Held until the transaction ends, so that two changes of one person's consent do not cross. */
  async lock(tx: AgencyTx, contactIds: readonly Uuid[]): Promise<void> {
    await this.repository.lock(tx, contactIds);
  }

  private async maskedPhone(tx: AgencyTx, { id, salt, phoneSealed }: ContactRow): Promise<string | null> {
    if (!salt || !phoneSealed) return null;
    const keys = await this.keyRing.load(tx.agencyId, [kidOf(phoneSealed)]);
    const phone = this.sealer.open(keys, { contactId: id, salt }, 'phone_sealed', phoneSealed);
    return phone && maskPhone(phone);
  }
}

function toNamed(recipient: Recipient): { phone?: string; userId?: string } {
  return 'contactId' in recipient ? {} : recipient;
}

type Looked = Omit<KnownContact, 'salt'> & { readonly salt?: Buffer | null };

function toKnown({ id, language, suppressionHmacs, salt }: Looked): KnownContact {
  return salt ? { id, language, suppressionHmacs, salt } : { id, language, suppressionHmacs };
}
