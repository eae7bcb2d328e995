import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditRecordError } from './audit.errors.js';
import {
  ACTOR_KINDS,
  type AuditEntry,
  ENTRY_FORMS,
  ENTRY_MAX_BYTES,
  entryTime,
  readEntry,
  writeEntry,
} from './audit-entry.js';
import { ENTRY_OUTCOMES, ENTRY_TYPES } from './entry-types.js';
import { networkOf } from './network.js';

const ID = '01930000-0000-7000-8000-000000000001';
const AGENCY = '01930000-0000-7000-8000-0000000000aa';

const smallest: AuditEntry = {
  actor: { id: ID, kind: 'system' },
  agency: AGENCY,
  at: '2026-11-22T10:00:01.123000Z',
  category: 'message',
  id: ID,
  outcome: 'success',
  type: 'message.accepted',
  v: 1,
};

const code = fc.stringMatching(/^[a-z0-9][a-z0-9_.:-]{0,99}$/);
const noun = fc.stringMatching(/^[a-z][a-z0-9_]{0,49}$/);
const uuid = fc.uuid();
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });

/** Any entry that can be made, its fields in any order, absent ones there as undefined. */
const anyEntry: fc.Arbitrary<AuditEntry> = fc
  .record({
    facts: fc.constantFrom(...ENTRY_TYPES.values()),
    actor: fc.record({ kind: fc.constantFrom(...ACTOR_KINDS), role: maybe(noun), id: uuid }),
    outcome: fc.constantFrom(...ENTRY_OUTCOMES),
    target: maybe(fc.record({ kind: noun, id: uuid })),
    reason: maybe(code),
    basis: maybe(code),
    req: maybe(uuid),
    ip: maybe(fc.oneof(fc.ipV4(), fc.ipV6()).map(networkOf)),
    commit: maybe(
      fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64')),
    ),
    at: moment.map(entryTime),
    agency: uuid,
    id: uuid,
  })
  .map(({ facts, ...entry }) => ({ ...entry, type: facts.type, category: facts.category, v: 1 as const }));

describe(writeEntry, () => {
  it('writes what a JCS library writes', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(writeEntry(entry)).toBe(canonicalize(entry));
      }),
      { numRuns: 1000 },
    );
  });

  it('writes the entry of the README', () => {
    expect(writeEntry({ ...smallest, reason: 'consent-withdrawn', target: { id: ID, kind: 'message' } })).toBe(
      `{"actor":{"id":"${ID}","kind":"system"},"agency":"${AGENCY}","at":"2026-11-22T10:00:01.123000Z",` +
        `"category":"message","id":"${ID}","outcome":"success","reason":"consent-withdrawn",` +
        `"target":{"id":"${ID}","kind":"message"},"type":"message.accepted","v":1}`,
    );
  });

  it('stays within the longest entry and within ASCII, without a line feed', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(writeEntry(entry)).toMatch(/^[ -~]+$/);
        expect(writeEntry(entry).length).toBeLessThanOrEqual(ENTRY_MAX_BYTES);
      }),
    );
  });

  it.each<[string, Partial<AuditEntry>]>([
    ['free text as a reason', { reason: 'Fatima asked by phone' }],
    ['a phone number as a reason', { reason: '+447700900123' }],
    ['an id in capitals', { id: AGENCY.toUpperCase() }],
    ['a wire id', { req: 'msg_01jb6000000000000000000000' }],
    ['a full address', { ip: '203.0.113.5' }],
    ['milliseconds only', { at: '2026-11-22T10:00:01.123Z' }],
    ['an unknown outcome', { outcome: 'maybe' as 'unknown' }],
    ['a category of another type', { category: 'consent' }],
    ['a quotation mark', { basis: 'a","x":"' }],
    ['a trailing line feed', { reason: 'late\n' }],
    ['null', { reason: null as unknown as string }],
    ['a role with capitals', { actor: { id: ID, kind: 'user', role: 'Admin' } }],
  ])('refuses %s', (_, change) => {
    expect(() => writeEntry({ ...smallest, ...change })).toThrow(AuditRecordError);
  });
});

describe(readEntry, () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(readEntry(Buffer.from(writeEntry(entry)))).toEqual(entry);
      }),
    );
  });

  const text = writeEntry(smallest);
  it.each([
    ['nothing', ''],
    ['no JSON', 'x'],
    ['a text', '"entry"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another order', text.replace('"v":1}', '"v":1,"agency":"x"}')],
    ['a space', text.replace('{', '{ ')],
    ['an unknown field', text.replace('"v":1', '"u":1,"v":1')],
    ['another version', text.replace('"v":1', '"v":2')],
    ['an escape that need not be', text.replace('system', 'syst\\u0065m')],
    ['a byte order mark', `\ufeff${text}`],
    ['a text instead of the actor', text.replace(/"actor":\{.*?\}/, '"actor":"x"')],
    ['null instead of the actor', text.replace(/"actor":\{.*?\}/, '"actor":null')],
    ['too much', text.padEnd(ENTRY_MAX_BYTES + 1)],
  ])('refuses %s', (_, altered) => {
    expect(() => readEntry(Buffer.from(altered))).toThrow();
  });
});

describe('entry-schema.json', () => {
  const schema = JSON.parse(readFileSync(new URL('../entry-schema.json', import.meta.url), 'utf8')) as Schema;

  it('fits every entry that can be made', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(faults(schema, JSON.parse(writeEntry(entry)))).toEqual([]);
      }),
    );
  });

  it('sets the forms that entries are written by', () => {
    for (const [field, form] of Object.entries(ENTRY_FORMS)) expect(patternOf(schema, field)).toBe(form.source);
  });

  it('fits nothing else', () => {
    expect(faults(schema, { ...smallest, phone: '+447700900123' })).toEqual(['phone: unknown']);
    expect(faults(schema, { ...smallest, id: undefined, v: 2 })).toEqual(['id: missing', 'v: not 1']);
    expect(faults(schema, { ...smallest, actor: { id: ID, kind: 'robot' } })).toEqual(['actor.kind: form']);
  });
});

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** The few words of JSON Schema that ours uses. */
function faults(schema: Schema, value: unknown, path = ''): string[] {
  if ('const' in schema) return value === schema.const ? [] : [`${path}: not ${schema.const}`];
  if (schema.type === 'string') {
    return typeof value === 'string' && new RegExp(schema.pattern ?? '').test(value) ? [] : [`${path}: form`];
  }
  if (schema.type !== 'object' || typeof value !== 'object' || value === null) return [`${path}: not an object`];
  const at = (key: string) => (path === '' ? key : `${path}.${key}`);
  const given = new Map(Object.entries(value).filter(([, member]) => member !== undefined));
  const missing = (schema.required ?? []).filter((key) => !given.has(key)).map((key) => `${at(key)}: missing`);
  const wrong = [...given].flatMap(([key, member]) => {
    const inner = schema.properties?.[key];
    return inner ? faults(inner, member, at(key)) : [`${at(key)}: unknown`];
  });
  return [...missing, ...wrong];
}

function patternOf(schema: Schema, field: string): string | undefined {
  return field.split('.').reduce<Schema | undefined>((inner, key) => inner?.properties?.[key], schema)?.pattern;
}
