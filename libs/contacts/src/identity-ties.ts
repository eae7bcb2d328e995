import type { AgencyKeys } from '#libs/crypto';
import type { Uuid } from '#libs/kernel';
import {
  type Identity,
  type IdentityKind,
  type IndexedIdentity,
  indexed,
  parentIdentities,
  userIdentities,
} from './identity.js';
import type { IdentityMatch, Person, StoredContact } from './person.js';
import { phoneOfWaId } from './phone.js';
import type { SeenIdentities } from './recipient.js';

/** A person with the contact that is theirs, and what their ids led to when they were looked up. */
export interface FoundPerson {
  readonly person: Person;
  readonly contact: StoredContact;
  readonly matches: readonly IdentityMatch[];
}

export type IdentityLink = IndexedIdentity & { readonly contactId: Uuid };

/** The ids by which a person is looked up; the first one claims a new contact. */
export function lookedUp({
  phone,
  userId,
  parentUserId,
  portfolioId,
}: Pick<Person, 'phone' | 'userId' | 'parentUserId' | 'portfolioId'>): Identity[] {
  const phones = phone ? phoneIdentities(phone) : [];
  const parents = parentUserId ? parentIdentities(parentUserId) : [];
  return [...phones, ...(userId ? userIdentities(userId, portfolioId) : []), ...parents];
}

/** In both forms in which a phone may be tied to somebody. */
export function phoneIdentities(phone: string): Identity[] {
  return PHONE_KINDS.map((kind) => ({ kind, scope: '', value: phone }));
}

/** The ids that Meta showed beside a contact. */
export function seenIdentities({ waId, userId, portfolioId }: Omit<SeenIdentities, 'contactId'>): Identity[] {
  const phone = waId === undefined ? null : phoneOfWaId(waId);
  const forms: Identity[] = phone ? [{ kind: 'wa_id', scope: '', value: phone }] : [];
  return [...forms, ...(userId ? userIdentities(userId, portfolioId) : [])];
}

const USER_KINDS: readonly IdentityKind[] = ['bsuid', 'parent_bsuid'];
const PHONE_KINDS: readonly IdentityKind[] = ['phone', 'wa_id'];

/** Of several contacts that a person's ids lead to, the phone's is theirs: an agency knows people by their phone. */
export function chooseMatch(matches: readonly IdentityMatch[]): IdentityMatch | undefined {
  return matches.toSorted((a, b) => precedence(a) - precedence(b))[0];
}

function precedence({ kind, scope }: IdentityMatch): number {
  if (kind === 'phone') return 0;
  if (kind === 'wa_id') return 1;
  if (kind === 'parent_bsuid') return 4;
  return scope === '' ? 3 : 2;
}

/**
 * Contacts that are the same person as the chosen one: WhatsApp shows a phone and a user id together, and the user id was
 * known before the phone was. Of two that have a phone each, neither is taken for the other, because numbers change hands.
 */
export function sameAs({ person, contact, matches }: FoundPerson): Uuid[] {
  if (person.saidBy !== 'whatsapp' || !person.phone) return [];
  const others = matches.filter((match) => match.contact.id !== contact.id && !match.contact.hasPhone);
  return [...new Set(others.map((match) => match.contact.id))];
}

export function findIn(person: Person, matches: readonly IdentityMatch[]): FoundPerson {
  const chosen = chooseMatch(matches);
  if (!chosen) throw new Error('the contact just made is not there');
  return { person, contact: chosen.contact, matches };
}

/** The ids of a person that do not lead to their contact yet. */
export function missingIdentities(keys: AgencyKeys, { person, contact, matches }: FoundPerson): IdentityLink[] {
  const own = matches.filter((match) => match.contact.id === contact.id);
  const phoneKind = own.find(({ kind }) => PHONE_KINDS.includes(kind))?.kind ?? newPhoneKind(person, contact);
  return lookedUp(person)
    .filter(({ kind }) => USER_KINDS.includes(kind) || kind === phoneKind)
    .flatMap((identity) => indexed(keys, identity))
    .filter((index) => !own.some((match) => isSame(match, index)))
    .map((index) => ({ ...index, contactId: contact.id }));
}

/** A number that WhatsApp shows beside the one that the agency knows is another form of it. */
function newPhoneKind(person: Person, contact: StoredContact): IdentityKind {
  return contact.hasPhone && person.saidBy === 'whatsapp' ? 'wa_id' : 'phone';
}

function isSame(match: IdentityMatch, index: IndexedIdentity): boolean {
  return match.kind === index.kind && match.scope === index.scope && match.version === index.version;
}
