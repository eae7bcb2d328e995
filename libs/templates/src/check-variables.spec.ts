import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkVariables } from './check-variables.js';
import { aTemplate } from './template.builder.js';
import { templateVariables } from './template-slots.js';

const named = aTemplate();
const good = { name: 'Fatima', day: 'Saturday' };

const REFUSED: readonly [string, Record<string, string>, { field: string; code: string }][] = [
  ['a variable that is missing', { name: 'Fatima' }, { field: 'template.variables.day', code: 'required' }],
  ['a variable that is unknown', { ...good, time: '9' }, { field: 'template.variables.time', code: 'unknown-field' }],
  ['an empty variable', { ...good, day: '' }, { field: 'template.variables.day', code: 'empty' }],
  ['a variable of spaces only', { ...good, day: '  ' }, { field: 'template.variables.day', code: 'empty' }],
  ['a line break', { ...good, day: 'Sat\nurday' }, { field: 'template.variables.day', code: 'line-break' }],
  ['a tab', { ...good, day: 'Sat\turday' }, { field: 'template.variables.day', code: 'line-break' }],
  ['five spaces in a row', { ...good, day: 'Sat     urday' }, { field: 'template.variables.day', code: 'spaces' }],
  [
    'a body over 1,024 characters',
    { ...good, day: 'x'.repeat(1024) },
    { field: 'template.variables', code: 'too-long' },
  ],
];

describe(checkVariables, () => {
  it.each(REFUSED)('refuses %s', (_, variables, problem) => {
    expect(checkVariables(named, variables)).toMatchObject([problem]);
  });

  it('accepts four spaces in a row and a value of one character', () => {
    expect(checkVariables(named, { name: 'F', day: 'a    b' })).toEqual([]);
  });

  it('names every problem at once', () => {
    const problems = checkVariables(named, { nmae: 'Fatima', day: '' });
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'template.variables.name required',
      'template.variables.nmae unknown-field',
      'template.variables.day empty',
    ]);
  });

  it('does not take inherited properties for variables', () => {
    const template = aTemplate({ components: [{ type: 'BODY', text: 'To {{constructor}}.' }] });
    expect(checkVariables(template, {})).toMatchObject([{ field: 'template.variables.constructor', code: 'required' }]);
  });

  it('counts positions by their number and asks for those of header and button under their own names', () => {
    const template = aTemplate({
      parameterFormat: 'POSITIONAL',
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'Case {{1}}' },
        { type: 'BODY', text: '{{2}} then {{1}} then {{2}}.' },
        { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Open', url: 'https://example.org/{{1}}' }] },
      ],
    });
    expect(templateVariables(template)).toEqual(['header.1', '1', '2', 'button.0']);
  });

  it('refuses a one-time code over 15 characters and asks for it once', () => {
    const template = aTemplate({ category: 'AUTHENTICATION', ...oneTimeCode });
    expect(templateVariables(template)).toEqual(['1']);
    expect(checkVariables(template, { '1': '1234567890123456' })).toMatchObject([{ code: 'too-long' }]);
  });

  it.each([
    ['a moving picture in the header', { type: 'HEADER', format: 'GIF' }],
    ['a question for leave to call', { type: 'CALL_PERMISSION_REQUEST' }],
    ['a catalogue button', { type: 'BUTTONS', buttons: [{ type: 'CATALOG', text: 'See all' }] }],
  ])('refuses a template with %s, which Belfry does not send', (_, component) => {
    const template = aTemplate({ components: [{ type: 'BODY', text: 'Hello.' }, component] });
    expect(checkVariables(template, {})).toMatchObject([{ field: 'template.name', code: 'unsupported' }]);
  });

  it('accepts any printable text that fits', () => {
    const printable = fc.string({
      unit: fc.constantFrom('a', 'é', 'ش', '$', '&', '{', '}', '1'),
      minLength: 1,
      maxLength: 40,
    });
    const accepts = (name: string, day: string) => checkVariables(named, { name, day }).length === 0;
    fc.assert(fc.property(printable, printable, accepts));
  });
});

const oneTimeCode = {
  parameterFormat: 'POSITIONAL',
  components: [
    { type: 'BODY', text: '*{{1}}* is your verification code.' },
    {
      type: 'BUTTONS',
      buttons: [{ type: 'URL', text: 'Copy code', url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}' }],
    },
  ],
} as const;
