import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { type AgencyKeys, KeyRing, newPersonSalt } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import { type ContactChange, isEmptyChange, mergeChanges } from './contact-change.js';
import { ContactMerger } from './contact-merger.js';
import { ContactSealer } from './contact-sealer.js';
import { type ContactDraft, ContactsRepository } from './contacts.repository.js';
import { type IdentityKind, identityKey, indexed, suppressionSubjects } from './identity.js';
import { type FoundPerson, findIn, lookedUp, missingIdentities, sameAs, seenIdentities } from './identity-ties.js';
import type { IdentityMatch, MatchedContact, Person, StoredContact } from './person.js';
import { phoneOfWaId } from './phone.js';
import type { SeenIdentities } from './recipient.js';

/**
 * Finds the contact of each person by whichever of their ids is known, makes the ones that are missing, and ties the ids
 * that are new to them. The number of statements does not depend on the number of people.
 */
@Injectable()
export class ContactMatcher {
  constructor(
    private readonly repository: ContactsRepository,
    private readonly sealer: ContactSealer,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditService,
    private readonly merger: ContactMerger,
  ) {}

  /** One contact per person, in order; the same person twice gives the same contact. */
  async match(tx: AgencyTx, people: readonly Person[]): Promise<MatchedContact[]> {
    if (people.length === 0) return [];
    const keys = await this.keyRing.load(tx.agencyId);
    const known = await this.find(tx, people);
    const created = await this.createMissing(tx, keys, people, known);
    const found = created ? await this.find(tx, people) : known;
    return this.tie(
      tx,
      keys,
      people.map((person, place) => findIn(person, found[place] ?? [])),
      created ?? new Set(),
    );
  }

  /** Ties ids to contacts that are known already. One statement when they were all seen before. */
  async add(tx: AgencyTx, seen: readonly SeenIdentities[]): Promise<void> {
    const keys = await this.keyRing.load(tx.agencyId);
    const links = seen.flatMap(({ contactId, ...ids }) =>
      seenIdentities(ids).flatMap((identity) => indexed(keys, identity).map((index) => ({ ...index, contactId }))),
    );
    const unique = new Map(links.map((link) => [identityKey(link), link]));
    if (unique.size === 0) return;
    const gained = new Set(await this.repository.link(tx, [...unique.values()]));
    if (gained.size > 0)
      await this.writeSeen(
        tx,
        keys,
        seen.filter(({ contactId }) => gained.has(contactId)),
      );
  }

  /** What the ids of each person lead to, by place. One statement. */
  async find(tx: AgencyTx, people: readonly Omit<Person, 'saidBy'>[]): Promise<IdentityMatch[][]> {
    const keys = await this.keyRing.load(tx.agencyId);
    const wanted = people.flatMap((person, place) =>
      lookedUp(person).flatMap((identity) => indexed(keys, identity).map((index) => ({ ...index, place }))),
    );
    const byPlace: IdentityMatch[][] = people.map(() => []);
    for (const match of await this.repository.match(tx, wanted)) byPlace[match.place]?.push(match);
    return byPlace;
  }

  /** The ids of the contacts that were made, or null when nobody was missing. */
  private async createMissing(
    tx: AgencyTx,
    keys: AgencyKeys,
    people: readonly Person[],
    known: readonly (readonly IdentityMatch[])[],
  ): Promise<Set<Uuid> | null> {
    const drafts = new Map<string, ContactDraft>();
    for (const [place, person] of people.entries()) {
      if (known[place]?.length) continue;
      const draft = this.draft(keys, person);
      const key = identityKey(draft.claim);
      if (!drafts.has(key)) drafts.set(key, draft);
    }
    if (drafts.size === 0) return null;
    const created = await this.repository.claim(tx, [...drafts.values()]);
    await this.audit.record(
      tx,
      created.map((id) => ({ type: 'contact.created', target: { kind: 'contact', id } })),
    );
    return new Set(created);
  }

  /** Claimed under the oldest readable key, which every process holds while a new one is being made. */
  private draft(keys: AgencyKeys, person: Person): ContactDraft {
    const seal = { contactId: newId(), salt: newPersonSalt() };
    const [identity] = lookedUp(person);
    const claim = identity && indexed(keys, identity).at(-1);
    if (!claim) throw new Error('a person without an id cannot become a contact');
    return {
      id: seal.contactId,
      salt: seal.salt,
      claim,
      phoneSealed: this.sealer.seal(keys, seal, 'phone_sealed', person.phone),
      userIdSealed: this.sealer.seal(keys, seal, 'user_id_sealed', person.userId),
      nameSealed: this.sealer.seal(keys, seal, 'name_sealed', person.name),
      language: person.language ?? null,
      suppressionHmacs: suppressionSubjects(keys, person).map(({ hmac }) => hmac),
    };
  }

  private async writeSeen(tx: AgencyTx, keys: AgencyKeys, seen: readonly SeenIdentities[]): Promise<void> {
    const rows = await this.repository.listAddressees(tx, [...new Set(seen.map(({ contactId }) => contactId))]);
    const salts = new Map(rows.map(({ id, salt }) => [id, salt]));
    const changes = seen.flatMap(({ contactId, userId, waId }): ContactChange[] => {
      const salt = salts.get(contactId);
      if (!salt) return [];
      const subjects = suppressionSubjects(keys, { userId, phone: waId && phoneOfWaId(waId) });
      const userIdSealed = this.sealer.seal(keys, { contactId, salt }, 'user_id_sealed', userId);
      const suppressionHmacs = subjects.map(({ hmac }) => hmac);
      return [{ id: contactId, phoneSealed: null, userIdSealed, nameSealed: null, language: null, suppressionHmacs }];
    });
    const merged = mergeChanges(changes);
    if (merged.size > 0) await this.repository.change(tx, [...merged.values()]);
    await this.recordChanged(tx, [...merged.keys()]);
  }

  private async tie(
    tx: AgencyTx,
    keys: AgencyKeys,
    found: readonly FoundPerson[],
    created: ReadonlySet<Uuid>,
  ): Promise<MatchedContact[]> {
    await this.mergeSame(tx, found);
    const missing = found.map((one) => missingIdentities(keys, one));
    const links = new Map(missing.flat().map((link) => [identityKey(link), link]));
    if (links.size > 0) await this.repository.link(tx, [...links.values()]);
    const changes = mergeChanges(
      found
        .map((one, place) => this.changeOf(keys, one, new Set(missing[place]?.map(({ kind }) => kind))))
        .filter((change) => !isEmptyChange(change)),
    );
    if (changes.size > 0) await this.repository.change(tx, [...changes.values()]);
    await this.recordChanged(
      tx,
      [...changes.keys()].filter((id) => !created.has(id)),
    );
    return found.map(({ contact }) => matched(contact, changes.get(contact.id), created.has(contact.id)));
  }

  /** A contact that two people of the batch could be goes to the first of them. */
  private async mergeSame(tx: AgencyTx, found: readonly FoundPerson[]): Promise<void> {
    const merges = found.flatMap((one) => sameAs(one).map((from) => [from, { from, into: one.contact.id }] as const));
    if (merges.length > 0) await this.merger.merge(tx, [...new Map(merges.toReversed()).values()]);
  }

  private async recordChanged(tx: AgencyTx, ids: readonly Uuid[]): Promise<void> {
    await this.audit.record(
      tx,
      ids.map((id) => ({ type: 'contact.changed', target: { kind: 'contact', id } })),
    );
  }

  private changeOf(keys: AgencyKeys, found: FoundPerson, gained: ReadonlySet<IdentityKind>): ContactChange {
    const { person, contact } = found;
    const isStated = person.saidBy === 'agency';
    const hmacs = suppressionSubjects(keys, person).map(({ hmac }) => hmac);
    return {
      id: contact.id,
      ...this.sealedChange(keys, found, {
        phone: gained.has('phone') && (isStated || !contact.hasPhone) ? person.phone : undefined,
        userId: gained.has('bsuid') ? person.userId : undefined,
        name: isStated ? person.name : undefined,
      }),
      language: isStated && person.language !== contact.language ? (person.language ?? null) : null,
      suppressionHmacs: hmacs.filter((hmac) => !contact.suppressionHmacs.some((known) => known.equals(hmac))),
    };
  }

  private sealedChange(keys: AgencyKeys, { contact }: FoundPerson, said: Pick<Person, 'phone' | 'userId' | 'name'>) {
    if (!contact.salt) return { phoneSealed: null, userIdSealed: null, nameSealed: null };
    const seal = { contactId: contact.id, salt: contact.salt };
    const isSameName = this.sealer.open(keys, seal, 'name_sealed', contact.nameSealed) === said.name;
    return {
      phoneSealed: this.sealer.seal(keys, seal, 'phone_sealed', said.phone),
      userIdSealed: this.sealer.seal(keys, seal, 'user_id_sealed', said.userId),
      nameSealed: isSameName ? null : this.sealer.seal(keys, seal, 'name_sealed', said.name),
    };
  }
}

function matched(contact: StoredContact, change: ContactChange | undefined, isNew: boolean): MatchedContact {
  return {
    id: contact.id,
    language: change?.language ?? contact.language,
    suppressionHmacs: [...contact.suppressionHmacs, ...(change?.suppressionHmacs ?? [])],
    isNew,
  };
}
