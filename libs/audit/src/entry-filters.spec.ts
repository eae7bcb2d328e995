import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DomainError, ID_PREFIXES, type IdKind, SYSTEM_ACTOR_ID, toWireId } from '#libs/kernel';
import { cursorOf, toCriteria, toDetail } from './entry-filters.js';
import { wireActorId, wireIdOf } from './target-kinds.js';

const UUID = '01930000-0000-7000-8000-000000000001';

describe(toCriteria, () => {
  it.each(Object.keys(ID_PREFIXES) as IdKind[])('finds a %s by its id', (kind) => {
    expect(toCriteria({ targetId: toWireId(kind, UUID) }).targetId).toBe(UUID);
  });

  it('finds what has no prefix by its UUID, and Belfry itself by its name', () => {
    expect(toCriteria({ targetId: UUID }).targetId).toBe(UUID);
    expect(toCriteria({ actorId: 'system' }).actorId).toBe(SYSTEM_ACTOR_ID);
  });

  it('takes a kind as the code or as the entry writes it', () => {
    expect(toCriteria({ targetKind: 'phoneNumber' }).targetKind).toBe('phone_number');
    expect(toCriteria({ targetKind: 'phone_number' }).targetKind).toBe('phone_number');
  });

  it('names every filter that cannot be read', () => {
    try {
      toCriteria({ actorId: 'usr_1', targetId: 'msg_!' }, 'not-a-cursor');
      expect.unreachable();
    } catch (error) {
      expect((error as DomainError).errors?.map(({ field }) => field)).toEqual(['actorId', 'targetId', 'after']);
    }
  });

  it('reads back every cursor, and none that it did not give', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), (seq) => {
        expect(toCriteria({}, cursorOf(String(seq))).beforeSeq).toBe(String(seq));
      }),
    );
    expect(() => toCriteria({}, cursorOf(String(2n ** 63n)))).toThrow();
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        expect(() => toCriteria({}, text)).toThrow();
      }),
    );
  });
});

describe(toDetail, () => {
  it('keeps the filters that were given', () => {
    const from = new Date('2026-11-22T10:00:00Z');
    expect(toDetail({ type: 'x', from, reason: undefined })).toEqual({ type: 'x', from: '2026-11-22T10:00:00.000Z' });
  });
});

describe(wireActorId, () => {
  it('shows actors by their ids, and what has none by its name', () => {
    expect(wireActorId({ kind: 'user', id: UUID })).toBe(toWireId('user', UUID));
    expect(wireActorId({ kind: 'api_key', id: UUID })).toBe(toWireId('apiKey', UUID));
    expect(wireActorId({ kind: 'citizen', id: UUID })).toBe(toWireId('contact', UUID));
    expect(wireActorId({ kind: 'system', id: SYSTEM_ACTOR_ID })).toBe('system');
    expect(wireIdOf('something else', UUID)).toBe(UUID);
  });
});
