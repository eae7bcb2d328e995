import {
  type BadRequest,
  type BadRequests,
  eachValue,
  invalid,
  massAssignments,
  NOT_FOUND,
} from './bad-input-cases.js';

const CONTENT = { category: 'UTILITY', body: 'The clinic is open today.' };
const VALID = { name: 'opening_hours', language: 'en', content: CONTENT };
const NOBODYS = '/v1/templates/tpl_01k9q3z5t8e7zv2r4m6w8x0y1a';

const content = (change: object) => ({ ...VALID, content: { ...CONTENT, ...change } });
const inContent = (name: string, change: object, ...errors: [string, string][]): BadRequest => ({
  name,
  body: content(change),
  answer: invalid(...errors.map(([field, code]) => [`content.${field}`, code] as const)),
});

export const TEMPLATES: BadRequests = {
  route: 'POST /v1/templates',
  requests: [
    {
      name: 'nothing',
      body: {},
      answer: invalid(['name', 'required'], ['language', 'required'], ['content', 'required']),
    },
    { name: 'a list', body: [VALID], answer: invalid(['body', 'not-an-object']) },
    ...eachValue(VALID, 'name', [5, {}], 'not-a-string'),
    ...eachValue(
      VALID,
      'name',
      ['Opening', 'opening-hours', 'opening hours', 'öffnung', '../x', "a';--"],
      'not-allowed',
    ),
    ...eachValue(VALID, 'name', ['a'.repeat(513)], 'too-long'),
    ...eachValue(VALID, 'name', [''], 'too-short'),
    ...eachValue(VALID, 'language', ['english', 'EN', 5, 'en_'], 'not-a-language'),
    ...eachValue(VALID, 'content', ['text', 5], 'not-an-object'),
    ...eachValue(VALID, 'wabaId', ['12a', '-1'], 'not-allowed'),
    inContent('another category', { category: 'ALERT' }, ['category', 'not-allowed']),
    inContent('a text that is none', { body: 5 }, ['body', 'not-a-string']),
    inContent('a text without end', { body: 'a'.repeat(4_097) }, ['body', 'too-long']),
    inContent('a header of no kind', { header: { format: 'gif' } }, ['header.format', 'not-allowed']),
    inContent('buttons without any', { buttons: [] }, ['buttons', 'too-short']),
    inContent('a button of no kind', { buttons: [{ type: 'pay' }] }, ['buttons.0.type', 'not-allowed']),
    inContent('a variable without a mark', { variables: [{ name: 'day', example: 'Monday' }] }, [
      'variables.0.isPersonal',
      'required',
    ]),
    inContent('a variable with another name', { variables: [{ name: 'a b', example: 'x', isPersonal: false }] }, [
      'variables.0.name',
      'not-allowed',
    ]),
    inContent('a status', { status: 'APPROVED' }, ['status', 'unknown-field']),
    ...massAssignments(VALID),
    { name: 'nobody', body: VALID, asker: 'nobody', answer: { status: 401, code: 'authentication-missing' } },
    { name: 'a key that reads', body: VALID, asker: 'reader', answer: { status: 403, code: 'permission-missing' } },
  ],
};

export const TEMPLATE_DECISIONS: BadRequests = {
  route: 'POST /v1/templates/:id/approve',
  requests: [
    {
      name: 'a key, which may write and never approve',
      path: `${NOBODYS}/approve`,
      body: { version: 1 },
      answer: { status: 403, code: 'permission-missing' },
    },
  ],
};

export const TEMPLATE_SUBMISSIONS: BadRequests = {
  route: 'POST /v1/templates/:id/submit',
  requests: [
    { name: 'a template that is not', path: `${NOBODYS}/submit`, body: { version: 1 }, answer: NOT_FOUND },
    { name: 'no version', path: `${NOBODYS}/submit`, body: {}, answer: invalid(['version', 'required']) },
    {
      name: 'a version below one',
      path: `${NOBODYS}/submit`,
      body: { version: 0 },
      answer: invalid(['version', 'out-of-range']),
    },
    {
      name: 'a version as a text',
      path: `${NOBODYS}/submit`,
      body: { version: '1' },
      answer: invalid(['version', 'not-a-whole-number']),
    },
  ],
};
