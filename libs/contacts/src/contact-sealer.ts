import { Injectable } from '@nestjs/common';
import { type AgencyKeys, FieldSealer } from '#libs/crypto';
import type { Uuid } from '#libs/kernel';

export type SealedContactField = 'phone_sealed' | 'user_id_sealed' | 'name_sealed';

/** Whose field it is: the contact, and the salt that ends their key. */
export interface ContactSeal {
  readonly contactId: Uuid;
  readonly salt: Buffer;
}

/** Seals and opens the personal columns of `contacts`, each under the person's own key. */
@Injectable()
export class ContactSealer {
  constructor(private readonly sealer: FieldSealer) {}

  seal(keys: AgencyKeys, seal: ContactSeal, column: SealedContactField, text: string | undefined): Buffer | null {
    return text === undefined ? null : this.sealer.sealForPerson(keys, seal.salt, placeOf(keys, seal, column), text);
  }

  open(keys: AgencyKeys, seal: ContactSeal, column: SealedContactField, blob: Buffer | null): string | null {
    if (!blob) return null;
    return this.sealer.openForPerson(keys, seal.salt, placeOf(keys, seal, column), blob).toString('utf8');
  }
}

function placeOf(keys: AgencyKeys, { contactId }: ContactSeal, column: SealedContactField) {
  return { table: 'contacts', column, rowId: contactId, agencyId: keys.agencyId };
}
