import type { FieldErrors } from 'react-hook-form';
import { describe, expect, it } from 'vitest';
import { inPageOrder, type Places, problemsOf } from './form-problems.js';
import { isRequiredBy, resolverOf } from './form-resolver.js';
import { choice, code, fields, into, list, optionalText, rule, text, textOrNothing, tick } from './schema.js';

const SCHEMA = fields({
  name: text().check(rule((typed) => typed !== 'root', 'Choose another')),
  note: optionalText(),
  code: code(),
  mode: choice(['live', 'sandbox']),
  roles: list('Choose one'),
  agreed: tick(),
  portfolio: fields({ id: into(text(), (typed) => typed.toUpperCase()) }),
});

const FILLED = {
  name: ' Amina ',
  note: '',
  code: '123 456',
  mode: 'live',
  roles: ['editor'],
  agreed: true,
  portfolio: { id: 'abc' },
};

const ask = async (values: object) =>
  resolverOf(SCHEMA, 'Fill this in')(values, undefined, { fields: {}, shouldUseNativeValidation: false });
const problemsWith = async (values: object) => problemsOf((await ask({ ...FILLED, ...values })).errors as FieldErrors);

describe('A form', () => {
  it('makes of its fields what the API takes', async () => {
    expect((await ask(FILLED)).values).toEqual({
      name: 'Amina',
      note: undefined,
      code: '123456',
      mode: 'live',
      roles: ['editor'],
      agreed: true,
      portfolio: { id: 'ABC' },
    });
  });

  it('says of each field what is wrong with it, once', async () => {
    expect(await problemsWith({ name: '  ', roles: [], portfolio: { id: '' } })).toEqual([
      { name: 'portfolio.id', words: 'Fill this in' },
      { name: 'roles', words: 'Choose one' },
      { name: 'name', words: 'Fill this in' },
    ]);
    expect(await problemsWith({ name: 'root', mode: '' })).toEqual([
      { name: 'mode', words: 'Fill this in' },
      { name: 'name', words: 'Choose another' },
    ]);
  });

  it('tells a rule about two fields at one of them', async () => {
    const twice = fields({ password: text(), again: text() }).check(
      rule(({ password, again }) => password === again, 'Not the same', 'again'),
    );
    const { errors } = await resolverOf(twice, '')({ password: 'a', again: 'b' }, undefined, {
      fields: {},
      shouldUseNativeValidation: false,
    });
    expect(problemsOf(errors as FieldErrors)).toEqual([{ name: 'again', words: 'Not the same' }]);
  });

  it('knows from its schema which fields must be filled', () => {
    const isRequired = (name: string, empty: unknown = '') => isRequiredBy(SCHEMA, FILLED, name, empty);
    expect(['name', 'code', 'mode', 'portfolio.id'].filter((name) => isRequired(name))).toHaveLength(4);
    expect(isRequired('note')).toBe(false);
    expect(isRequired('agreed', false)).toBe(false);
  });

  it('leaves out what is optional and was not filled', () => {
    expect(fields({ a: textOrNothing(), b: optionalText(), c: tick(), d: list() }).parse({})).toEqual({
      a: '',
      b: undefined,
      c: false,
      d: [],
    });
  });

  it('tells what is wrong in the order of the page', () => {
    const at = (place: number) =>
      ({
        DOCUMENT_POSITION_FOLLOWING: 4,
        place,
        compareDocumentPosition: (other: { place: number }) => (other.place > place ? 4 : 2),
      }) as unknown as Element;
    const places: Places = new Map([
      ['last', { label: 'Last', element: at(3) }],
      ['first', { label: 'First', element: at(1) }],
    ]);
    const problems = [
      { name: 'last', words: '' },
      { name: 'first', words: '' },
    ];
    expect(inPageOrder(problems, places).map(({ name }) => name)).toEqual(['first', 'last']);
  });
});
