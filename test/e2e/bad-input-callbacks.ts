import {
  type BadRequest,
  type BadRequests,
  eachValue,
  type Fault,
  invalid,
  massAssignments,
  NOT_FOUND,
} from './bad-input-cases.js';

const VALID = { url: 'https://appointments.example/belfry', events: ['message.delivered'] };
const NOBODYS = '/v1/callbacks/cbk_01k9q3z5t8e7zv2r4m6w8x0y1a';
const ATTEMPT = 'cba_01k9q3z5t8e7zv2r4m6w8x0y1a';
const EVENT = 'evt_01k9q3z5t8e7zv2r4m6w8x0y1a';

/** Endpoints are made by people; keys have no such right. */
const asAdmin = (requests: readonly BadRequest[]): BadRequest[] =>
  requests.map((request) => ({ asker: 'admin', ...request }));

const url = (code: string, urls: readonly unknown[]): BadRequest[] => eachValue(VALID, 'url', urls, code);

export const CALLBACKS: BadRequests = {
  route: 'POST /v1/callbacks',
  requests: asAdmin([
    { name: 'nothing', body: {}, answer: invalid(['url', 'required'], ['events', 'required']) },
    { name: 'a list', body: [VALID], answer: invalid(['body', 'not-an-object']) },
    ...url('not-a-string', [5, true, [VALID.url], { href: VALID.url }]),
    ...url('too-short', ['']),
    ...url('too-long', [`https://appointments.example/${'x'.repeat(2_000)}`]),
    ...url('not-a-url', ['appointments.example', '//appointments.example', 'https://', 'https://999.1.1.1/']),
    ...url('not-https', [
      'http://appointments.example/',
      'ftp://appointments.example/',
      'javascript:alert(1)',
      'file:///etc/passwd',
    ]),
    ...url('has-credentials', ['https://user:pass@appointments.example/', 'https://appointments.example/#part']),
    ...url('port-not-allowed', ['https://appointments.example:8443/']),
    ...url('address-not-allowed', ['https://10.0.0.1/', 'https://169.254.169.254/latest', 'https://[fd00::1]/']),
    ...eachValue(VALID, 'events', ['message.delivered', 5, {}], 'not-a-list'),
    ...eachValue(VALID, 'events', [[], ['message.nothing'], ['message.delivered', 'callback.test']], 'not-allowed'),
    ...eachValue(VALID, 'events', [Array.from({ length: 100 }, () => 'message.delivered')], 'too-many'),
    {
      name: 'an event that is no text',
      body: { ...VALID, events: ['message.delivered', 5] },
      answer: invalid(['events.1', 'not-a-string']),
    },
    ...eachValue(VALID, 'departmentId', ['garbage', 'con_01k9q3z5t8e7zv2r4m6w8x0y1a', 5], 'not-an-id'),
    {
      name: 'a department that is not',
      body: { ...VALID, departmentId: 'dep_01k9q3z5t8e7zv2r4m6w8x0y1a' },
      answer: NOT_FOUND,
    },
    ...eachValue(VALID, 'description', ['x'.repeat(501)], 'too-long'),
    ...eachValue(VALID, 'description', ['a\0b'], 'not-allowed'),
    ...eachValue(VALID, 'signature', ['v2', 'none', ''], 'not-allowed'),
    ...massAssignments(VALID).filter(({ name }) => name !== 'the field departmentId'),
    { name: 'a key', body: VALID, asker: 'key', answer: { status: 403, code: 'permission-missing' } },
    { name: 'nobody', body: VALID, asker: 'nobody', answer: { status: 401, code: 'authentication-missing' } },
  ]),
};

const change = (field: string, value: unknown, code: string): BadRequest => ({
  name: `${field} ${JSON.stringify(value)}`,
  body: { [field]: value },
  answer: invalid([field, code]),
});

export const CHANGED_CALLBACKS: BadRequests = {
  route: `PATCH ${NOBODYS}`,
  requests: asAdmin([
    change('url', '', 'too-short'),
    change('url', 'http://appointments.example/', 'not-https'),
    change('description', 5, 'not-a-string'),
    change('events', 'message.delivered', 'not-a-list'),
    change('state', 'active', 'unknown-field'),
    change('departmentId', 'dep_01k9q3z5t8e7zv2r4m6w8x0y1a', 'unknown-field'),
    change('signature', 'v1', 'unknown-field'),
    change('secret', 'whsec_x', 'unknown-field'),
    { name: 'an endpoint that is not', body: { description: 'x' }, answer: NOT_FOUND },
    { name: 'an id that is none', path: '/v1/callbacks/garbage', body: { description: 'x' }, answer: NOT_FOUND },
  ]),
};

const rotation = (overlapHours: unknown, code: string): BadRequest => ({
  name: `an overlap of ${JSON.stringify(overlapHours) ?? 'nothing'}`,
  body: { overlapHours },
  answer: invalid(['overlapHours', code]),
});

export const ROTATIONS: BadRequests = {
  route: `POST ${NOBODYS}/rotate-secret`,
  requests: asAdmin([
    rotation(undefined, 'required'),
    ...[-1, 169, 1e9].map((hours) => rotation(hours, 'out-of-range')),
    ...['24', 1.5, true, []].map((hours) => rotation(hours, 'not-a-whole-number')),
    { name: 'an endpoint that is not', body: { overlapHours: 24 }, answer: NOT_FOUND },
  ]),
};

const replay = (name: string, body: object, ...faults: readonly Fault[]): BadRequest => ({
  name,
  body,
  answer: invalid(...faults),
});

const FROM = '2026-01-01T00:00:00Z';
const TO = '2026-01-02T00:00:00Z';

export const REPLAYS: BadRequests = {
  route: `POST ${NOBODYS}/replay`,
  requests: asAdmin([
    replay('no choice', {}, ['from', 'not-allowed']),
    replay('both choices', { ids: [EVENT], from: FROM, to: TO }, ['ids', 'not-allowed']),
    replay('half a time', { from: FROM }, ['from', 'not-allowed']),
    replay('times that are none', { from: 'monday', to: 5 }, ['from', 'not-a-time'], ['to', 'not-a-time']),
    replay('ids that are no list', { ids: EVENT }, ['ids', 'not-a-list']),
    replay('an id of another kind', { ids: [EVENT, 'msg_01k9q3z5t8e7zv2r4m6w8x0y1a'] }, ['ids.1', 'not-an-id']),
    replay('a flag that is none', { ids: [EVENT], countOnly: 'yes' }, ['countOnly', 'not-a-flag']),
    replay('an unknown field', { ids: [EVENT], rate: 100 }, ['rate', 'unknown-field']),
    { name: 'an endpoint that is not', body: { from: FROM, to: TO }, answer: NOT_FOUND },
  ]),
};

const attempts = (query: string, field: string, code: string): BadRequest => ({
  name: query,
  path: `${NOBODYS}/attempts?${query}`,
  answer: invalid([field, code]),
});

/** What is asked about an endpoint, and what is done with it without a body. */
export const ATTEMPTS: BadRequests = {
  route: `GET ${NOBODYS}/attempts`,
  requests: asAdmin([
    attempts('limit=0', 'limit', 'out-of-range'),
    attempts('limit=x', 'limit', 'not-a-whole-number'),
    attempts('after=garbage', 'after', 'not-an-id'),
    attempts('outcome=maybe', 'outcome', 'not-allowed'),
    attempts('event=message.nothing', 'event', 'not-allowed'),
    attempts('eventId=msg_01k9q3z5t8e7zv2r4m6w8x0y1a', 'eventId', 'not-an-id'),
    attempts('state=failed', 'state', 'unknown-field'),
    { name: 'an endpoint that is not', answer: NOT_FOUND },
    { name: 'an attempt that is not', path: `${NOBODYS}/attempts/${ATTEMPT}`, answer: NOT_FOUND },
    { name: 'an attempt of another kind', path: `${NOBODYS}/attempts/${EVENT}`, answer: NOT_FOUND },
    { name: 'the endpoint itself', path: NOBODYS, answer: NOT_FOUND },
    ...['enable', 'disable', 'test'].flatMap((act) =>
      [NOBODYS, '/v1/callbacks/garbage'].map((path) => ({
        name: `${act} of ${path}`,
        method: 'POST',
        path: `${path}/${act}`,
        answer: NOT_FOUND,
      })),
    ),
    { name: 'removing what is not', method: 'DELETE', path: NOBODYS, answer: NOT_FOUND },
    {
      name: 'the secret without a fresh proof',
      path: `${NOBODYS}/secret`,
      answer: { status: 403, code: 'step-up-required' },
    },
    { name: 'PUT', method: 'PUT', path: NOBODYS, body: VALID, answer: { status: 405, code: 'method-not-allowed' } },
  ]),
};
