import type { Uuid } from '#libs/kernel';
import type { IdentityKind } from './identity.js';

/** Somebody named by a phone number, a user id or both, as found in a request or a webhook. */
export interface Person {
  /** E.164. */
  readonly phone?: string;
  readonly userId?: string;
  /** The user id across linked portfolios, where Meta shows it. */
  readonly parentUserId?: string;
  /** The portfolio to which the user id belongs, when known. */
  readonly portfolioId?: Uuid;
  readonly language?: string;
  readonly name?: string;
  /**
   * `agency`: what the agency says replaces what is known. `whatsapp`: ids are added beside what is known, and a profile
   * name, which anybody may choose freely, is taken only for a new contact.
   */
  readonly saidBy: 'agency' | 'whatsapp';
}

/** An identity of a person that leads to a contact. */
export interface IdentityMatch {
  /** Place of the person in the list that was looked up. */
  readonly place: number;
  readonly kind: IdentityKind;
  readonly scope: string;
  readonly version: number;
  readonly contact: StoredContact;
}

export interface StoredContact {
  readonly id: Uuid;
  readonly language: string | null;
  readonly suppressionHmacs: readonly Buffer[];
  readonly hasPhone: boolean;
  readonly nameSealed: Buffer | null;
  /** Null once the person was erased: nothing can be sealed for them any more. */
  readonly salt: Buffer | null;
}

/** The contact of a person after all their identities were tied to it. */
export interface MatchedContact {
  readonly id: Uuid;
  readonly language: string | null;
  readonly suppressionHmacs: readonly Buffer[];
  readonly isNew: boolean;
}
