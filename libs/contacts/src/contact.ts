import type { Uuid } from '#libs/kernel';
import type { IdentityKind } from './identity.js';

/** What an agency may say about a person when it writes the contact. */
export interface NewContact {
  readonly phone?: string;
  readonly userId?: string;
  readonly language?: string;
  readonly name?: string;
}

/** A contact as the API shows it. */
export interface Contact {
  readonly id: Uuid;
  readonly created: boolean;
  readonly language: string | null;
  /** `+44•••••••123`, or null when the phone is not known. */
  readonly maskedPhone: string | null;
  readonly identities: readonly IdentityKind[];
  readonly createdAt: Date;
}
