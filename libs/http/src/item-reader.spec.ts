import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError, type FieldProblem } from '#libs/kernel';
import { Flag } from './flag.decorator.js';
import { Id } from './id.decorator.js';
import { IsoTime } from './iso-time.decorator.js';
import { itemReader } from './item-reader.js';
import { Items } from './items.decorator.js';
import { Nested } from './nested.decorator.js';
import { OptionalField } from './optional-field.decorator.js';
import { PhoneNumber } from './phone-number.decorator.js';
import { readRequest } from './request-validation.pipe.js';
import { Text } from './text.decorator.js';
import { TextMap } from './text-map.decorator.js';

class InnerDto {
  @Text({ max: 5 })
  body: string;

  @OptionalField()
  @Flag()
  loud?: boolean;

  @OptionalField()
  @TextMap({ maxKeys: 2, maxValueLength: 3 })
  names?: Record<string, string>;
}

class OuterDto {
  @OptionalField()
  @PhoneNumber()
  to?: string;

  @Text({ max: 4, pattern: /^[a-z]+$/ })
  purpose: string;

  @OptionalField()
  @Nested(() => InnerDto)
  inner?: InnerDto;

  @OptionalField()
  @Nested(() => InnerDto, { textAs: 'body' })
  text?: InnerDto;

  @OptionalField()
  @Id('contact')
  contactId?: string;

  @OptionalField()
  @IsoTime()
  sendAt?: Date;
}

class ListDto {
  @Nested(() => InnerDto, { listOf: 2 })
  inner: InnerDto[];
}

class BatchDto {
  @Items(OuterDto, { max: 3 })
  messages: unknown[];
}

type Answer = { readonly value: unknown } | { readonly problems: readonly FieldProblem[] };

function answerOf(read: () => unknown): Answer {
  try {
    return { value: JSON.parse(JSON.stringify(read())) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { problems: (error.errors ?? []).toSorted((a, b) => (a.field < b.field ? -1 : 1)) };
  }
}

const readItem = itemReader(OuterDto, 'body');

const inner = fc.oneof(
  fc.record(
    {
      body: fc.oneof(fc.string({ maxLength: 8 }), fc.constant(null), fc.integer()),
      loud: fc.oneof(fc.boolean(), fc.constant('yes'), fc.constant(null)),
      names: fc.oneof(
        fc.dictionary(fc.string({ maxLength: 3 }), fc.oneof(fc.string({ maxLength: 5 }), fc.integer()), { maxKeys: 3 }),
        fc.constant(['a']),
      ),
      other: fc.constant(1),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
);

const request = fc.oneof({ weight: 10, arbitrary: outer() }, { weight: 1, arbitrary: fc.jsonValue() });

function outer(): fc.Arbitrary<unknown> {
  return fc.record(
    {
      to: fc.oneof(fc.constantFrom('+447700900123', '07700', ''), fc.jsonValue()),
      purpose: fc.oneof(fc.constantFrom('abc', 'ABC', 'abcdef', ''), fc.jsonValue()),
      inner,
      text: fc.oneof(inner, fc.string({ maxLength: 8 })),
      contactId: fc.constantFrom('con_01k9q3z5t8e7zv2r4m6w8x0y1a', 'con_x', null, 5),
      sendAt: fc.constantFrom('2026-11-22T09:30:00Z', '2026-02-30T09:30:00Z', 5, null),
      __proto: fc.constant(1),
    },
    { requiredKeys: ['purpose'] },
  );
}

describe(itemReader, () => {
  it('reads what the whole validation reads, and refuses what it refuses in the same words', () => {
    fc.assert(
      fc.property(request, (value) => {
        expect(answerOf(() => readItem(value))).toEqual(answerOf(() => readRequest(OuterDto, value, 'body')));
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves the items of a body alone, and looks at everything else', () => {
    const messages = [{ purpose: 5 }, 'no object', { text: 'half a \ud800 pair' }];
    expect(readRequest(BatchDto, { messages }, 'body').messages).toBe(messages);
    const problemsOf = (value: unknown) => answerOf(() => readRequest(BatchDto, value, 'body'));
    expect(problemsOf([])).toMatchObject({ problems: [{ field: 'body', code: 'not-an-object' }] });
    expect(problemsOf({})).toMatchObject({ problems: [{ field: 'messages', code: 'required' }] });
    expect(problemsOf({ messages: 'x' })).toMatchObject({ problems: [{ code: 'not-a-list' }] });
    expect(problemsOf({ messages: [] })).toMatchObject({ problems: [{ code: 'too-short' }] });
    expect(problemsOf({ messages: [1, 2, 3, 4] })).toMatchObject({ problems: [{ code: 'too-many' }] });
    expect(problemsOf({ messages, mode: 'x' })).toMatchObject({ problems: [{ field: 'mode', code: 'unknown-field' }] });
    expect(problemsOf({ messages, x: '\0' })).toMatchObject({ problems: [{ field: 'x', code: 'not-allowed' }] });
  });

  it('reads a list of objects and names the place of each fault', () => {
    const read = itemReader(ListDto, 'body');
    expect(read({ inner: [{ body: 'a' }, { body: 'b', loud: true }] })).toEqual({
      inner: [{ body: 'a' }, { body: 'b', loud: true }],
    });
    const faults = (value: unknown) => {
      try {
        read(value);
      } catch (error) {
        if (error instanceof DomainError) return error.errors?.map(({ field, code, limit }) => [field, code, limit]);
      }
      return [];
    };
    expect(faults({ inner: [{ body: 'abcdef' }, 7] })).toEqual([
      ['inner.0.body', 'too-long', 5],
      ['inner.1', 'not-an-object', undefined],
    ]);
    expect(faults({ inner: [{}, {}, {}] })).toEqual([['inner', 'too-many', 2]]);
    expect(faults({ inner: [] })).toEqual([['inner', 'too-short', 1]]);
    expect(faults({ inner: {} })).toEqual([['inner', 'not-a-list', undefined]]);
  });
});
