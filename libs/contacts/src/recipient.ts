import type { Uuid } from '#libs/kernel';

/** How a caller names a citizen: a phone number in E.164, a contact of the agency, or Meta's business-scoped user id. */
export type Recipient = { readonly phone: string } | { readonly contactId: Uuid } | { readonly userId: string };

/** A contact as the gate and the outbox need it; nothing in it has to be opened. */
export interface KnownContact {
  readonly id: Uuid;
  readonly language: string | null;
  /** What identifies the person in suppressions. */
  readonly suppressionHmacs: readonly Buffer[];
  /** Under which what is said to them is sealed, where the look-up brought it along. */
  readonly salt?: Buffer;
}

/** Where a message to a contact goes, and the salt under which what it says is sealed. */
export interface Addressee {
  readonly contactId: Uuid;
  /** E.164, or null when only a user id is known. */
  readonly phone: string | null;
  readonly userId: string | null;
  readonly salt: Buffer;
  readonly language: string | null;
  readonly suppressionHmacs: readonly Buffer[];
}

/** One keyed hash under which a person may be suppressed. */
export interface SuppressionSubject {
  readonly kind: 'phone' | 'user_id';
  readonly hmac: Buffer;
  readonly version: number;
}

/** Who wrote to a number. Either id may be missing: a citizen with a username can hide the phone. */
export interface InboundSender {
  /** Digits without a plus, as Meta writes them. */
  readonly waId?: string;
  readonly userId?: string;
  readonly parentUserId?: string;
  readonly profileName?: string;
  readonly at: Date;
  /** True for what is no message of theirs, such as news of a changed number: the 24-hour window stays as it is. */
  readonly isSilent?: boolean;
}

export interface InboundBatch {
  readonly number: { readonly id: Uuid; readonly portfolioId?: Uuid };
  readonly senders: readonly InboundSender[];
}

/** Ids that an answer or a status of Meta showed for a contact. */
export interface SeenIdentities {
  readonly contactId: Uuid;
  /** Digits; pass it only when it differs from the phone of the contact. */
  readonly waId?: string;
  readonly userId?: string;
  readonly portfolioId?: Uuid;
}

/** Two contacts that turned out to be one person: `from` is taken up by `into`. */
export interface ContactMerge {
  readonly from: Uuid;
  readonly into: Uuid;
}

/** A citizen's new phone number or user id, as WhatsApp tells it. */
export interface ChangedPerson {
  readonly before: { readonly waId?: string; readonly userId?: string };
  readonly after: { readonly waId?: string; readonly userId?: string; readonly parentUserId?: string };
  readonly portfolioId?: Uuid;
}
