import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AgencyKeys } from './agency-keys.js';
import { SealBrokenError } from './crypto.errors.js';
import type { DataKeyState } from './data-keys.js';
import { newPersonSalt, personKey } from './person-keys.js';
import type { SealPlace } from './seal.js';
import { FieldSealer } from './sealer.js';

const AGENCY = '01900000-0000-7000-8000-00000000000a';
const OTHER_AGENCY = '01900000-0000-7000-8000-00000000000b';
const sealer = new FieldSealer();

interface KeyOfTest {
  kid: number;
  version: number;
  state: DataKeyState;
  key: Buffer;
}

function aKey(fields: Partial<KeyOfTest> = {}): KeyOfTest {
  return { kid: 1, version: 1, state: 'current', key: randomBytes(32), ...fields };
}

function keysOf(agencyId: string, keys: KeyOfTest[]): AgencyKeys {
  const rows = keys.map(({ kid, version, state }) => {
    return {
      agencyId,
      kid,
      version,
      state,
      keyClass: 'data' as const,
      wrapped: Buffer.alloc(0),
      createdAt: new Date(0),
    };
  });
  return new AgencyKeys(
    agencyId,
    rows,
    keys.map((key) => ({ ...key, keyClass: 'data' as const })),
  );
}

function placeIn(agencyId: string, rowId = 'row-1'): SealPlace {
  return { table: 'contacts', column: 'name', rowId, agencyId };
}

describe(FieldSealer.name, () => {
  const keys = keysOf(AGENCY, [aKey()]);
  const place = placeIn(AGENCY);

  it('opens what it sealed, for the agency and for a person', () => {
    const salt = newPersonSalt();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const ofAgency = sealer.sealForAgency(keys, place, text);
        const ofPerson = sealer.sealForPerson(keys, salt, place, text);
        expect(sealer.openForAgency(keys, place, ofAgency).toString()).toBe(text);
        expect(sealer.openForPerson(keys, salt, place, ofPerson).toString()).toBe(text);
      }),
    );
  });

  it('cannot open what a person owns once their salt is gone', () => {
    const blob = sealer.sealForPerson(keys, newPersonSalt(), place, 'Fatima');
    for (const salt of [newPersonSalt(), Buffer.alloc(16), Buffer.alloc(0)]) {
      expect(() => sealer.openForPerson(keys, salt, place, blob)).toThrow(SealBrokenError);
    }
    expect(() => sealer.openForAgency(keys, place, blob)).toThrow(SealBrokenError);
  });

  it('refuses a blob copied to another agency, with that agency’s keys and with the same ones', () => {
    const blob = sealer.sealForAgency(keys, place, 'text');
    const others = keysOf(OTHER_AGENCY, [aKey()]);
    expect(() => sealer.openForAgency(others, placeIn(OTHER_AGENCY), blob)).toThrow(SealBrokenError);
    expect(() => sealer.openForAgency(keys, placeIn(OTHER_AGENCY), blob)).toThrow(SealBrokenError);
  });

  it('refuses to seal a row of one agency with the keys of another', () => {
    expect(() => sealer.sealForAgency(keys, placeIn(OTHER_AGENCY), 'text')).toThrow('seal-misplaced');
    expect(() => sealer.sealForPerson(keys, newPersonSalt(), placeIn(OTHER_AGENCY), 'text')).toThrow('seal-misplaced');
  });

  it('opens old blobs after a rotation and seals with the new key', () => {
    const old = aKey();
    const blob = sealer.sealForAgency(keysOf(AGENCY, [old]), place, 'text');
    const rotated = keysOf(AGENCY, [{ ...old, state: 'readable' }, aKey({ kid: 2, version: 2 })]);
    expect(sealer.openForAgency(rotated, place, blob).toString()).toBe('text');
    expect(sealer.sealForAgency(rotated, place, 'text').readUInt32BE(1)).toBe(2);
    expect(rotated.all('data').map((key) => key.version)).toEqual([2, 1]);
  });
});

describe(personKey.name, () => {
  it('is HKDF-SHA-256 with the published info', () => {
    const key = personKey(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
    expect(key.toString('hex')).toBe('66f3b978783b244e3696f82affba55e24ea953535d61e41ceaaf8a41b926c6b2');
  });

  it.each([0, 15, 17])('refuses a salt of %d bytes', (length) => {
    expect(() => personKey(randomBytes(32), Buffer.alloc(length))).toThrow(RangeError);
  });
});
