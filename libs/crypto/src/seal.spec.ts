import { createDecipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SealBrokenError } from './crypto.errors.js';
import { kidOf, open, type SealPlace, seal } from './seal.js';

const key = randomBytes(32);
const keyForKid = () => key;
const kids = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const place: SealPlace = { table: 'contacts', column: 'phone', rowId: 'row-1', agencyId: 'agency-1' };
const PLACE_PARTS = ['table', 'column', 'rowId', 'agencyId'] as const;

function breakOf(work: () => unknown): SealBrokenError {
  try {
    work();
  } catch (error) {
    if (error instanceof SealBrokenError) return error;
    throw error;
  }
  throw new Error('it opened');
}

describe('seal', () => {
  it('opens to the same text in the same place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), kids, (text, kid) => {
        const blob = seal({ kid, key }, place, text);
        expect(open(keyForKid, place, blob).toString('utf8')).toBe(text);
        expect(kidOf(blob)).toBe(kid);
      }),
    );
  });

  it('opens to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const blob = seal({ kid: 1, key }, place, Buffer.from(bytes));
        expect(open(keyForKid, place, blob).equals(bytes)).toBe(true);
      }),
    );
  });

  it('has the published form', () => {
    const blob = seal({ kid: 0x01020304, key }, place, 'text');
    expect(blob.subarray(0, 5).toString('hex')).toBe('0101020304');
    expect(blob.length).toBe(1 + 4 + 12 + 4 + 16);
    const decipher = createDecipheriv('aes-256-gcm', key, blob.subarray(5, 17));
    decipher.setAAD(Buffer.from('contacts|phone|row-1|agency-1|16909060'));
    decipher.setAuthTag(blob.subarray(-16));
    expect(decipher.update(blob.subarray(17, -16), undefined, 'utf8') + decipher.final('utf8')).toBe('text');
  });

  it('uses a new nonce each time', () => {
    const nonces = Array.from({ length: 200 }, () => seal({ kid: 1, key }, place, 'x').toString('hex', 5, 17));
    expect(new Set(nonces).size).toBe(200);
  });

  it.each(PLACE_PARTS)('does not open when the %s differs', (part) => {
    const blob = seal({ kid: 1, key }, place, 'text');
    expect(breakOf(() => open(keyForKid, { ...place, [part]: 'other' }, blob)).reason).toBe('tag');
  });

  it('does not open with any one bit flipped', () => {
    const blob = seal({ kid: 7, key }, place, 'Fatima');
    for (let bit = 0; bit < blob.length * 8; bit++) {
      const flipped = Buffer.from(blob);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => open(keyForKid, place, flipped)).toThrow(SealBrokenError);
    }
  });

  it('does not open with another key or an unknown one', () => {
    const blob = seal({ kid: 1, key }, place, 'text');
    expect(breakOf(() => open(() => randomBytes(32), place, blob)).reason).toBe('tag');
    const unknown = () => {
      throw new Error('no such key');
    };
    expect(breakOf(() => open(unknown, place, blob)).reason).toBe('key');
  });

  it('refuses bytes that are no blob, of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(() => open(keyForKid, place, Buffer.from(bytes))).toThrow(SealBrokenError);
      }),
    );
    expect(() => kidOf(Buffer.alloc(32, 1))).toThrow(SealBrokenError);
  });

  it('names the place and nothing of the content in its error', () => {
    const blob = seal({ kid: 1, key }, place, 'Fatima');
    const error = breakOf(() => open(keyForKid, { ...place, rowId: 'row-2' }, blob));
    expect(error.place).toBe('contacts.phone row-2');
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('Fatima');
  });

  it.each(PLACE_PARTS)('refuses a %s with the separator in it', (part) => {
    expect(() => seal({ kid: 1, key }, { ...place, [part]: 'a|b' }, 'text')).toThrow('seal-misplaced');
  });

  it.each([-1, 2 ** 32, 1.5, '7'])('refuses the kid %j, which is no whole number of four bytes', (kid) => {
    expect(() => seal({ kid: kid as number, key }, place, 'text')).toThrow(RangeError);
  });
});
