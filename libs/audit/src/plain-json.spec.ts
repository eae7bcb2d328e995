import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditRecordError } from './audit.errors.js';
import { assertPlainJson } from './plain-json.js';

const ring: Record<string, unknown> = {};
ring['self'] = ring;

describe(assertPlainJson, () => {
  it.each([
    ['a fraction', 1.5],
    ['a number beyond 2^53', 2 ** 53],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['null', null],
    ['undefined', undefined],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a buffer', Buffer.from('x')],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a lone surrogate', 'a\ud800b'],
    ['a value that contains itself', ring],
  ])('refuses %s, also deep inside', (_, value) => {
    expect(() => assertPlainJson(value)).toThrow(AuditRecordError);
    expect(() => assertPlainJson({ list: [{ value }] })).toThrow(AuditRecordError);
  });

  it('refuses a key with a lone surrogate, and a list with a hole', () => {
    expect(() => assertPlainJson({ '\udc00': 1 })).toThrow(AuditRecordError);
    expect(() => assertPlainJson(new Array(2))).toThrow(AuditRecordError);
  });

  it('names the place of the fault', () => {
    expect(() => assertPlainJson({ lines: [{ price: 0.5 }] })).toThrow('detail.lines[0].price');
  });

  it('lets through only what survives canonical JSON unchanged', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        try {
          assertPlainJson(value);
        } catch {
          return;
        }
        const back: unknown = JSON.parse(canonicalize(value) ?? '');
        expect(canonicalize(back)).toBe(canonicalize(value));
      }),
      { numRuns: 2000 },
    );
  });
});
