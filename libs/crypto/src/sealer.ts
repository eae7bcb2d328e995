import type { AgencyKeys } from './agency-keys.js';
import { sealMisplaced } from './crypto.errors.js';
import { personKey } from './person-keys.js';
import { open, type SealPlace, seal } from './seal.js';

/**
 * Seals fields of a row: what belongs to the agency (tokens, templates) under its data key, what belongs to a person
 * under a key that ends with that person's salt.
 */
export class FieldSealer {
  sealForAgency(keys: AgencyKeys, place: SealPlace, text: Buffer | string): Buffer {
    assertOwnPlace(keys, place);
    return seal(keys.current('data'), place, text);
  }

  openForAgency(keys: AgencyKeys, place: SealPlace, blob: Buffer): Buffer {
    return open((kid) => keys.byKid(kid), place, blob);
  }

  sealForPerson(keys: AgencyKeys, salt: Buffer, place: SealPlace, text: Buffer | string): Buffer {
    assertOwnPlace(keys, place);
    const { kid, key } = keys.current('data');
    return seal({ kid, key: personKey(key, salt) }, place, text);
  }

  openForPerson(keys: AgencyKeys, salt: Buffer, place: SealPlace, blob: Buffer): Buffer {
    return open((kid) => personKey(keys.byKid(kid), salt), place, blob);
  }
}

/** Sealed under another agency's key, a row could never be opened again; better refused when it is written. */
function assertOwnPlace(keys: AgencyKeys, place: SealPlace): void {
  if (place.agencyId !== keys.agencyId) throw sealMisplaced('The place and the keys belong to different agencies.');
}
