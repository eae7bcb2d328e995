import { describe, expect, it } from 'vitest';
import { DomainError, toWireId } from '#libs/kernel';
import { Flag } from './flag.decorator.js';
import { Id } from './id.decorator.js';
import { IdList } from './id-list.decorator.js';
import { IsoTime } from './iso-time.decorator.js';
import { LanguageCode } from './language-code.decorator.js';
import { ListQueryDto } from './list-query.dto.js';
import { Nested } from './nested.decorator.js';
import { OneOf } from './one-of.decorator.js';
import { OptionalField } from './optional-field.decorator.js';
import { PhoneNumber } from './phone-number.decorator.js';
import { RequestValidationPipe, readRequest } from './request-validation.pipe.js';
import { Text } from './text.decorator.js';
import { TextList } from './text-list.decorator.js';
import { TextMap } from './text-map.decorator.js';
import { WholeNumber } from './whole-number.decorator.js';

const UUID = '01930000-0000-7000-8000-000000000000';

class TemplateDto {
  @Text({ max: 10 })
  name: string;

  @TextMap({ maxKeys: 2, maxValueLength: 5 })
  @OptionalField()
  variables?: Record<string, string>;
}

class SampleDto {
  @PhoneNumber()
  @OptionalField()
  to?: string;

  @Id('contact')
  @OptionalField()
  contactId?: string;

  @Text({ min: 2, max: 5, pattern: /^[a-z😀]+$/u })
  @OptionalField()
  word?: string;

  @OneOf(['live', 'sandbox'])
  @OptionalField()
  mode?: string = 'live';

  @IsoTime()
  @OptionalField()
  sendAt?: Date;

  @LanguageCode()
  @OptionalField()
  language?: string;

  @WholeNumber({ min: 1, max: 80 })
  @OptionalField()
  rate?: number;

  @Flag()
  @OptionalField()
  isUrgent?: boolean;

  @TextList({ max: 2, each: { max: 3 } })
  @OptionalField()
  scopes?: string[];

  @IdList('message', { max: 2 })
  @OptionalField()
  ids?: string[];

  @Nested(() => TemplateDto)
  @OptionalField()
  template?: TemplateDto;

  @Nested(() => TemplateDto, { listOf: 2 })
  @OptionalField()
  templates?: TemplateDto[];
}

class RequiredDto {
  @Text({ max: 5 })
  name: string;

  @Nested(() => TemplateDto)
  template: TemplateDto;
}

function problems(body: unknown, dto: new () => object = SampleDto): string[] {
  try {
    readRequest(dto, body, 'body');
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe('invalid-request');
    return (error.errors ?? []).map(({ field, code }) => `${field} ${code}`);
  }
  return [];
}

function deep(levels: number, leaf: unknown = 1): unknown {
  return levels === 0 ? leaf : [deep(levels - 1, leaf)];
}

const parsed = (json: string): unknown => JSON.parse(json);
const manyDeep = parsed(`{"word":${'['.repeat(60_000)}${']'.repeat(60_000)}}`);

const REFUSED: [string, unknown, string[]][] = [
  ['a phone number without a plus', { to: '447700900123' }, ['to not-a-phone-number']],
  ['a phone number too short to exist', { to: '+44770' }, ['to not-a-phone-number']],
  ['a phone number of no country', { to: '+9991234567' }, ['to not-a-phone-number']],
  ['letters in a phone number', { to: '+44CALLME1234' }, ['to not-a-phone-number']],
  ['an extension', { to: '+442079460000;ext=5' }, ['to not-a-phone-number']],
  ['a number instead of a phone number', { to: 447700900123 }, ['to not-a-phone-number']],
  ['an empty phone number', { to: '' }, ['to not-a-phone-number']],
  ['a list of phone numbers', { to: ['+447700900123'] }, ['to not-a-phone-number']],
  ['an id of another kind', { contactId: 'msg_01jcxw0000e00800000000000' }, ['contactId not-an-id']],
  ['one id for a list', { ids: 'msg_01jcxw0000e00800000000000' }, ['ids not-a-list']],
  ['an empty list of ids', { ids: [] }, ['ids too-short']],
  ['too many ids', { ids: [1, 2, 3] }, ['ids too-many']],
  [
    'an id of another kind in a list',
    { ids: [toWireId('message', UUID), toWireId('contact', UUID)] },
    ['ids.1 not-an-id'],
  ],
  ['a bare UUID', { contactId: '01930000-0000-7000-8000-000000000000' }, ['contactId not-an-id']],
  ['an id that is an object', { contactId: { $ne: null } }, ['contactId not-an-id']],
  ['a number instead of a text', { word: 5 }, ['word not-a-string']],
  ['a list instead of a text', { word: ['ab'] }, ['word not-a-string']],
  ['an object with a toString', { word: { a: 1 } }, ['word not-a-string']],
  ['a text too short', { word: 'a' }, ['word too-short']],
  ['an empty text', { word: '' }, ['word too-short']],
  ['a text too long', { word: 'abcdef' }, ['word too-long']],
  ['characters beside the pattern', { word: 'AB' }, ['word not-allowed']],
  ['a null character', { word: 'a\0b' }, ['word not-allowed']],
  ['half of a surrogate pair', { word: 'ab\ud800' }, ['word not-allowed']],
  [
    'a null character in a name',
    { template: { name: 'a', variables: { 'x\0': 'y' } } },
    ['template.variables not-allowed'],
  ],
  ['a text that is none of the choices', { mode: 'test' }, ['mode not-allowed']],
  ['a number where a choice stands', { mode: 1 }, ['mode not-a-string']],
  ['a time without an offset', { sendAt: '2026-11-22T09:30:00' }, ['sendAt not-a-time']],
  ['a day that no month has', { sendAt: '2026-02-31T09:30:00Z' }, ['sendAt not-a-time']],
  ['hour 24', { sendAt: '2026-02-01T24:00:00Z' }, ['sendAt not-a-time']],
  ['the year 0', { sendAt: '0000-01-01T00:00:00Z' }, ['sendAt not-a-time']],
  ['a time in milliseconds', { sendAt: 1_795_341_600_000 }, ['sendAt not-a-time']],
  ['a language by name', { language: 'english' }, ['language not-a-language']],
  ['a fraction', { rate: 1.5 }, ['rate not-a-whole-number']],
  ['a number in a text', { rate: '5' }, ['rate not-a-whole-number']],
  ['a number beyond the safe integers', { rate: 1e21 }, ['rate not-a-whole-number']],
  ['a number too small', { rate: 0 }, ['rate out-of-range']],
  ['a number too large', { rate: 81 }, ['rate out-of-range']],
  ['true', { rate: true }, ['rate not-a-whole-number']],
  ['a text instead of true', { isUrgent: 'true' }, ['isUrgent not-a-flag']],
  ['1 instead of true', { isUrgent: 1 }, ['isUrgent not-a-flag']],
  ['a text instead of a list', { scopes: 'a' }, ['scopes not-a-list']],
  ['too many entries', { scopes: ['a', 'b', 'c'] }, ['scopes too-many']],
  ['a bad entry', { scopes: ['a', 'abcd'] }, ['scopes.1 too-long']],
  ['a null entry', { scopes: [null] }, ['scopes.0 not-a-string']],
  ['a text instead of an object', { template: 'a' }, ['template not-an-object']],
  ['a list instead of an object', { template: [{ name: 'a' }] }, ['template not-an-object']],
  ['a number instead of an object', { template: 1 }, ['template not-an-object']],
  ['an empty object where a field is required', { template: {} }, ['template.name required']],
  ['null where a field is required', { template: { name: null } }, ['template.name required']],
  ['an unknown field inside', { template: { name: 'a', colour: 1 } }, ['template.colour unknown-field']],
  ['a list of variables', { template: { name: 'a', variables: ['x'] } }, ['template.variables not-an-object']],
  ['a number as a variable', { template: { name: 'a', variables: { x: 1 } } }, ['template.variables.x not-a-string']],
  ['null as a variable', { template: { name: 'a', variables: { x: null } } }, ['template.variables.x not-a-string']],
  ['a variable without a name', { template: { name: 'a', variables: { '': '' } } }, ['template.variables. too-short']],
  ['a variable too long', { template: { name: 'a', variables: { x: '123456' } } }, ['template.variables.x too-long']],
  [
    'too many variables',
    { template: { name: 'a', variables: { a: '', b: '', c: '' } } },
    ['template.variables too-many'],
  ],
  ['an object instead of a list', { templates: { name: 'a' } }, ['templates not-a-list']],
  ['an empty list', { templates: [] }, ['templates too-short']],
  ['too many objects', { templates: [{ name: 'a' }, { name: 'a' }, { name: 'a' }] }, ['templates too-many']],
  ['a fault in one object of a list', { templates: [{ name: 'a' }, { name: '' }] }, ['templates.1.name too-short']],
  ['a text among objects', { templates: [{ name: 'a' }, 'b'] }, ['templates.1 not-an-object']],
  ['null among objects', { templates: [null] }, ['templates.0 not-an-object']],
  ['a list among objects', { templates: [[]] }, ['templates.0 not-an-object']],
  ['unknown fields, all of them', { a: 1, b: 2 }, ['a unknown-field', 'b unknown-field']],
  ['__proto__', parsed('{"__proto__":{"isAdmin":true}}'), ['__proto__ unknown-field']],
  ['constructor', parsed('{"constructor":{"prototype":{"x":1}}}'), ['constructor unknown-field']],
  ['toString', { toString: 'x' }, ['toString unknown-field']],
  [
    '__proto__ among variables',
    parsed('{"template":{"name":"a","variables":{"__proto__":"x"}}}'),
    ['template.variables.__proto__ unknown-field'],
  ],
  ['a list as the body', [], ['body not-an-object']],
  ['a text as the body', 'x', ['body not-an-object']],
  ['null as the body', null, ['body not-an-object']],
  ['nesting 60,000 levels deep', manyDeep, [`word${'.0'.repeat(11)} too-deep`]],
  ['nesting in an unknown field', { x: deep(20) }, [`x${'.0'.repeat(11)} too-deep`]],
];

describe(readRequest.name, () => {
  it.each(REFUSED)('refuses %s', (_label, body, expected) => {
    expect(problems(body)).toEqual(expected);
  });

  it('names every required field that is missing', () => {
    expect(problems({}, RequiredDto)).toEqual(['name required', 'template required']);
    expect(problems({ name: null, template: null }, RequiredDto)).toEqual(['name required', 'template required']);
  });

  it('reads each field into the form the code works with', () => {
    const body = {
      to: '+44 7700 900-123',
      contactId: toWireId('contact', '01930000-0000-7000-8000-00000000000a'),
      word: '😀😀😀😀😀',
      sendAt: '2026-11-22T10:30:00.5+01:00',
      language: 'pt-BR',
      rate: 80,
      scopes: ['a'],
      template: { name: 'reminder', variables: { name: 'Eva' } },
      templates: [{ name: 'a' }],
    };
    const dto = readRequest(SampleDto, body, 'body');
    expect(dto).toMatchObject({
      to: '+447700900123',
      contactId: '01930000-0000-7000-8000-00000000000a',
      sendAt: new Date('2026-11-22T09:30:00.500Z'),
      language: 'pt_BR',
      mode: 'live',
      template: { name: 'reminder', variables: { name: 'Eva' } },
    });
    expect(dto.template).toBeInstanceOf(TemplateDto);
    expect(dto.templates?.[0]).toBeInstanceOf(TemplateDto);
  });

  it('takes the numbers that regulators reserve for examples', () => {
    for (const to of ['+447700900123', '+12025550123', '+33199001234', '+61491570006', '+5511987654321']) {
      expect(readRequest(SampleDto, { to }, 'body')).toMatchObject({ to });
    }
  });

  it('treats null as absent, so that a default stays', () => {
    const dto = readRequest(SampleDto, { mode: null, to: null, template: null }, 'body');
    expect(dto).toEqual(Object.assign(new SampleDto(), { mode: 'live' }));
    expect(Object.keys(dto)).toEqual(['mode']);
  });

  it('lists at most fifty problems', () => {
    const body = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x${index}`, 1]));
    expect(problems(body)).toHaveLength(50);
  });

  it('shortens the path of a field with an endless name', () => {
    expect(problems({ ['x'.repeat(10_000)]: 1 })[0]?.length).toBeLessThan(250);
  });

  it('leaves Object.prototype as it was', () => {
    problems(parsed('{"__proto__":{"polluted":1},"template":{"__proto__":{"polluted":1}}}'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe(RequestValidationPipe.name, () => {
  const pipe = new RequestValidationPipe();

  it('reads numbers of a query from text', () => {
    expect(pipe.transform({ limit: '20' }, { type: 'query', metatype: ListQueryDto })).toMatchObject({ limit: 20 });
    expect(pipe.transform(Object.create(null), { type: 'query', metatype: ListQueryDto })).toMatchObject({ limit: 50 });
  });

  it.each([
    ['0', 'out-of-range'],
    ['101', 'out-of-range'],
    ['1e1', 'not-a-whole-number'],
    ['', 'not-a-whole-number'],
    [['1', '2'], 'not-a-whole-number'],
  ])('refuses the limit %j', (limit, code) => {
    expect(() => pipe.transform({ limit }, { type: 'query', metatype: ListQueryDto })).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ field: 'limit', code })] }),
    );
  });

  it('reads an absent body as an empty object', () => {
    expect(pipe.transform(undefined, { type: 'body', metatype: SampleDto })).toBeInstanceOf(SampleDto);
  });

  it('leaves parameters that are no DTO alone', () => {
    expect(pipe.transform('x', { type: 'param', metatype: String })).toBe('x');
    expect(pipe.transform({ a: 1 }, { type: 'body', metatype: Object })).toEqual({ a: 1 });
    expect(pipe.transform({ a: 1 }, { type: 'custom', metatype: SampleDto })).toEqual({ a: 1 });
  });
});
