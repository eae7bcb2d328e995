import {
  type BadRequest,
  type BadRequests,
  eachValue,
  invalid,
  massAssignments,
  NOT_FOUND,
} from './bad-input-cases.js';

const NOBODYS = '/v1/numbers/num_01k9q3z5t8e7zv2r4m6w8x0y1a';
const LINK = { prefilledMessage: 'Report a leak' };
const PEOPLE = { people: [{ to: '+447700900123' }] };
const STARTERS = { prompts: ['Report a leak'], commands: [{ name: 'waste', description: 'When bins are emptied' }] };
const PIN = { pin: '739104' };

/** Numbers are looked after by people; the number itself is nobody's, so that what is right gets as far as that. */
const at = (path: string, requests: readonly BadRequest[], method = 'POST'): BadRequest[] =>
  requests.map((request) => ({ asker: 'admin', method, path: `${NOBODYS}${path}`, ...request }));

export const NUMBER_PINS: BadRequests = {
  route: 'POST /v1/numbers/:id/pin',
  requests: at('/pin', [
    { name: 'nothing', body: {}, answer: invalid(['pin', 'required']) },
    ...eachValue(PIN, 'pin', [739104, ['739104']], 'not-a-string'),
    ...eachValue(PIN, 'pin', ['73910', '73910a', '٧٣٩١٠٤'], 'not-allowed'),
    ...eachValue(PIN, 'pin', ['7391042'], 'too-long'),
    { name: 'a number that is not', body: PIN, answer: NOT_FOUND },
    {
      name: 'an id of another kind',
      path: '/v1/numbers/con_01k9q3z5t8e7zv2r4m6w8x0y1a/pin',
      body: PIN,
      answer: NOT_FOUND,
    },
    { name: 'a key', body: PIN, asker: 'key', answer: { status: 403, code: 'permission-missing' } },
    { name: 'nobody', body: PIN, asker: 'nobody', answer: { status: 401, code: 'authentication-missing' } },
  ]),
};

export const SHORT_LINKS: BadRequests = {
  route: 'POST /v1/numbers/:id/short-links',
  requests: [
    ...at('/short-links', [
      { name: 'nothing', body: {}, answer: invalid(['prefilledMessage', 'required']) },
      { name: 'a list', body: [LINK], answer: invalid(['body', 'not-an-object']) },
      ...eachValue(LINK, 'prefilledMessage', [5, ['x']], 'not-a-string'),
      ...eachValue(LINK, 'prefilledMessage', [''], 'too-short'),
      ...eachValue(LINK, 'prefilledMessage', ['x'.repeat(141)], 'too-long'),
      ...eachValue(LINK, 'prefilledMessage', ['a\0b'], 'not-allowed'),
      ...massAssignments(LINK),
      { name: 'a number that is not', body: LINK, answer: NOT_FOUND },
      { name: 'a key', body: LINK, asker: 'key', answer: { status: 403, code: 'permission-missing' } },
    ]),
    ...at('/short-links/..%2Fblock_users', [{ name: 'a code that is a path', body: LINK, answer: NOT_FOUND }], 'PUT'),
  ],
};

export const BLOCKED_USERS: BadRequests = {
  route: 'POST /v1/numbers/:id/blocked-users',
  requests: at('/blocked-users', [
    { name: 'nothing', body: {}, answer: invalid(['people', 'required']) },
    ...eachValue(PEOPLE, 'people', ['+447700900123', {}], 'not-a-list'),
    { name: 'nobody to block', body: { people: [] }, answer: invalid(['people', 'too-short']) },
    {
      name: 'too many people',
      body: { people: Array.from({ length: 101 }, () => PEOPLE.people[0]) },
      answer: invalid(['people', 'too-many']),
    },
    { name: 'a person without a name', body: { people: [{}] }, answer: invalid(['people.0', 'one-of']) },
    {
      name: 'a person with two names',
      body: { people: [{ to: '+447700900123', userId: 'GB.1' }] },
      answer: invalid(['people.0', 'one-of']),
    },
    {
      name: 'no phone number',
      body: { people: [{ to: 'me' }] },
      answer: invalid(['people.0.to', 'not-a-phone-number']),
    },
    {
      name: 'a contact that is not',
      body: { people: [{ contactId: 'con_01k9q3z5t8e7zv2r4m6w8x0y1a' }] },
      answer: NOT_FOUND,
    },
    { name: 'a number that is not', body: PEOPLE, answer: NOT_FOUND },
  ]),
};

export const STARTERS_OF_NUMBERS: BadRequests = {
  route: 'PUT /v1/numbers/:id/conversation-starters',
  requests: at(
    '/conversation-starters',
    [
      { name: 'nothing', body: {}, answer: invalid(['prompts', 'required'], ['commands', 'required']) },
      ...eachValue(STARTERS, 'prompts', ['Report a leak', {}], 'not-a-list'),
      ...eachValue(STARTERS, 'prompts', [['a', 'b', 'c', 'd', 'e']], 'too-many'),
      {
        name: 'a prompt that is too long',
        body: { ...STARTERS, prompts: ['x'.repeat(81)] },
        answer: invalid(['prompts.0', 'too-long']),
      },
      {
        name: 'a command with a slash',
        body: { ...STARTERS, commands: [{ name: '/waste', description: 'When bins are emptied' }] },
        answer: invalid(['commands.0.name', 'not-allowed']),
      },
      { name: 'a number that is not', body: STARTERS, answer: NOT_FOUND },
    ],
    'PUT',
  ),
};
