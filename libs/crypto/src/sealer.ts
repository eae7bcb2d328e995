import { LRUCache } from 'lru-cache';
import type { AgencyKeys } from './agency-keys.js';
import { sealMisplaced } from './crypto.errors.js';
import { personKey } from './person-keys.js';
import { open, type SealPlace, seal } from './seal.js';

const HELD_PERSONS = 5_000;

/**
 * Seals fields of a row: what belongs to the agency (tokens, templates) under its data key, what belongs to a person
 * under a key that ends with that person's salt.
 */
export class FieldSealer {
  /** Derived keys leave memory together with the data keys that they were derived from. */
  private readonly derived = new WeakMap<AgencyKeys, LRUCache<string, Buffer>>();

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
    return seal({ kid, key: this.keyOfPerson(keys, kid, key, salt) }, place, text);
  }

  openForPerson(keys: AgencyKeys, salt: Buffer, place: SealPlace, blob: Buffer): Buffer {
    return open((kid) => this.keyOfPerson(keys, kid, keys.byKid(kid), salt), place, blob);
  }

  /** A batch opens several fields of the same person, and deriving costs more than opening. */
  private keyOfPerson(keys: AgencyKeys, kid: number, dataKey: Buffer, salt: Buffer): Buffer {
    const known = this.derived.get(keys) ?? new LRUCache<string, Buffer>({ max: HELD_PERSONS });
    this.derived.set(keys, known);
    const name = `${kid}:${salt.toString('base64')}`;
    const held = known.get(name);
    if (held) return held;
    const key = personKey(dataKey, salt);
    known.set(name, key);
    return key;
  }
}

/** Sealed under another agency's key, a row could never be opened again; better refused when it is written. */
function assertOwnPlace(keys: AgencyKeys, place: SealPlace): void {
  if (place.agencyId !== keys.agencyId) throw sealMisplaced('The place and the keys belong to different agencies.');
}
