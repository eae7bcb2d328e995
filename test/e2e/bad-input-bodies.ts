import { gzipSync } from 'node:zlib';
import { type BadRequest, type BadRequests, invalid, NOT_FOUND, raw } from './bad-input-cases.js';

const MALFORMED = { status: 400, code: 'malformed-json' };
const TOO_LARGE = { status: 413, code: 'body-too-large' };
const UNSUPPORTED = { status: 415, code: 'unsupported-media-type' };
const UNREADABLE = { status: 400, code: 'body-unreadable' };
const NOT_ALLOWED = { status: 405, code: 'method-not-allowed' };
const NO_OBJECT = invalid(['body', 'not-an-object']);
const EMPTY = invalid(['purpose', 'required']);

const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`;
const typed = (type: string): BadRequest => ({
  name: `content type ${type}`,
  body: raw('{"purpose":"clinic-reminders"}'),
  headers: { 'content-type': type },
  answer: UNSUPPORTED,
});

/** Bodies that are no request of any route; sent to the one that matters most. */
export const BODIES: BadRequests = {
  route: 'POST /v1/messages',
  requests: [
    { name: 'malformed JSON', body: raw('{"to": +44}'), answer: MALFORMED },
    { name: 'truncated JSON', body: raw('{"to":"+4477009'), answer: MALFORMED },
    { name: 'two JSON values', body: raw('{}{}'), answer: MALFORMED },
    { name: 'NaN', body: raw('{"purpose":NaN}'), answer: MALFORMED },
    { name: 'single quotes', body: raw("{'purpose':'x'}"), answer: MALFORMED },
    { name: 'a bare null byte', body: raw('\0'), answer: MALFORMED },
    { name: 'an empty body', body: raw(''), answer: EMPTY },
    { name: 'no body', answer: EMPTY },
    { name: 'an empty object', body: {}, answer: EMPTY },
    { name: 'null', body: raw('null'), answer: EMPTY },
    { name: 'an array', body: [], answer: NO_OBJECT },
    { name: 'an array of requests', body: [{ purpose: 'x' }], answer: NO_OBJECT },
    { name: 'a number', body: raw('5'), answer: NO_OBJECT },
    { name: 'a text', body: raw('"hello"'), answer: NO_OBJECT },
    { name: 'true', body: raw('true'), answer: NO_OBJECT },
    { name: '300 KB', body: { purpose: 'x'.repeat(300 * 1024) }, answer: TOO_LARGE },
    {
      name: '300 KB inside 1 KB of gzip',
      body: gzipSync(JSON.stringify({ purpose: 'x'.repeat(300 * 1024) })),
      headers: { 'content-encoding': 'gzip' },
      answer: TOO_LARGE,
    },
    { name: 'gzip that is none', body: raw('{}'), headers: { 'content-encoding': 'gzip' }, answer: UNREADABLE },
    { name: 'an unknown encoding', body: raw('{}'), headers: { 'content-encoding': 'zip' }, answer: UNSUPPORTED },
    typed('text/plain'),
    typed('application/x-www-form-urlencoded'),
    typed('multipart/form-data; boundary=x'),
    typed('application/xml'),
    typed('application/json; charset=latin1'),
    {
      name: 'objects 10,000 deep',
      body: raw(`{"purpose":"x","metadata":${nested(10_000, '{"a":', '}')}}`),
      answer: invalid([`metadata${'.a'.repeat(11)}`, 'too-deep']),
    },
    {
      name: 'arrays 100,000 deep',
      body: raw(nested(100_000, '[', ']')),
      answer: NO_OBJECT,
    },
    {
      name: 'arrays 100,000 deep inside a field',
      body: raw(`{"purpose":${nested(100_000, '[', ']')}}`),
      answer: invalid([`purpose${'.0'.repeat(11)}`, 'too-deep']),
    },
  ],
};

/** Paths, methods and headers. */
export const ADDRESSES: BadRequests = {
  route: 'GET /v1/messages',
  requests: [
    { name: 'an unknown route', path: '/v1/nothing', answer: NOT_FOUND },
    { name: 'an unknown route, POST', method: 'POST', path: '/v1/nothing', body: {}, answer: NOT_FOUND },
    { name: 'a route of a version that is not', path: '/v2/messages', answer: NOT_FOUND },
    { name: 'DELETE', method: 'DELETE', answer: NOT_ALLOWED },
    { name: 'PATCH', method: 'PATCH', body: {}, answer: NOT_ALLOWED },
    { name: 'GET of what is only written', path: '/v1/consents', answer: NOT_ALLOWED },
    { name: 'an id that is none', path: '/v1/messages/garbage', answer: NOT_FOUND },
    { name: 'an id of another kind', path: '/v1/messages/con_01k9q3z5t8e7zv2r4m6w8x0y1a', answer: NOT_FOUND },
    { name: 'an id nobody has', path: '/v1/messages/msg_01k9q3z5t8e7zv2r4m6w8x0y1a', answer: NOT_FOUND },
    ...['cancel', 'resend'].flatMap((action) =>
      ['garbage', 'msg_01k9q3z5t8e7zv2r4m6w8x0y1a'].map((id) => ({
        name: `${action} of ${id}`,
        method: 'POST',
        path: `/v1/messages/${id}/${action}`,
        answer: NOT_FOUND,
      })),
    ),
    { name: 'an id with a null byte', path: '/v1/messages/msg_%00', answer: NOT_FOUND },
    { name: 'an id with a path inside', path: '/v1/messages/..%2f..%2fhealth', answer: NOT_FOUND },
    { name: 'an id of 5,000 characters', path: `/v1/messages/${'a'.repeat(5000)}`, answer: NOT_FOUND },
    { name: 'a path that cannot be decoded', path: '/v1/messages/%zz', answer: { status: 400, code: 'bad-request' } },
    { name: 'SQL for an id', path: "/v1/messages/1'%20OR%20'1'='1", answer: NOT_FOUND },
    { name: 'an agency header that is none', headers: { 'belfry-agency': 'city-health' }, answer: NOT_FOUND },
  ],
};

const limit = (text: string, code: string): BadRequest => ({
  name: `limit=${text}`,
  path: `/v1/messages?limit=${text}`,
  answer: invalid(['limit', code]),
});

const query = (path: string, field: string, code: string): BadRequest => ({
  name: path,
  path,
  answer: invalid([field, code]),
});

export const LISTS: BadRequests = {
  route: 'GET /v1/messages',
  requests: [
    limit('0', 'out-of-range'),
    limit('-1', 'out-of-range'),
    limit('101', 'out-of-range'),
    limit('99999999999999999999', 'not-a-whole-number'),
    limit('1.5', 'not-a-whole-number'),
    limit('abc', 'not-a-whole-number'),
    limit('', 'not-a-whole-number'),
    limit('1&limit=2', 'not-a-whole-number'),
    query('/v1/messages?after=garbage', 'after', 'not-an-id'),
    query('/v1/messages?after=con_01k9q3z5t8e7zv2r4m6w8x0y1a', 'after', 'not-an-id'),
    query('/v1/messages?state=flying', 'state', 'not-allowed'),
    query('/v1/messages?direction=sideways', 'direction', 'not-allowed'),
    query('/v1/messages?contactId=5', 'contactId', 'not-an-id'),
    query(`/v1/messages?reference=${'x'.repeat(201)}`, 'reference', 'too-long'),
    query('/v1/messages?reference=a%00b', 'reference', 'not-allowed'),
    query('/v1/messages?agencyId=agy_1', 'agencyId', 'unknown-field'),
    query('/v1/messages?__proto__=1', '__proto__', 'unknown-field'),
    query('/v1/messages?order[by]=id', 'order[by]', 'unknown-field'),
    query('/v1/templates?after=garbage', 'after', 'not-an-id'),
    query('/v1/templates?status=approved', 'status', 'not-allowed'),
    query('/v1/templates?language=english', 'language', 'not-a-language'),
    query('/v1/audit/entries?limit=201', 'limit', 'out-of-range'),
    query('/v1/audit/entries?after=garbage', 'after', 'not-allowed'),
    query('/v1/audit/entries?from=yesterday', 'from', 'not-a-time'),
    query('/v1/audit/entries?to=2026-02-30T00:00:00Z', 'to', 'not-a-time'),
    query('/v1/audit/entries?category=gossip', 'category', 'not-allowed'),
    query('/v1/audit/entries?targetId=4711', 'targetId', 'not-an-id'),
    query("/v1/audit/entries?type=x'--", 'type', 'not-allowed'),
  ],
};
