import {
  type BadRequest,
  type BadRequests,
  eachValue,
  invalid,
  massAssignments,
  NOT_FOUND,
  raw,
  refused,
  withField,
} from './bad-input-cases.js';

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

export const VALID_MESSAGE = {
  to: '+447700900123',
  purpose: 'clinic-reminders',
  template: { name: 'clinic_reminder', language: 'en', variables: { name: 'Fatima', day: 'Saturday' } },
};

const changed = (path: string, value: unknown) => withField(VALID_MESSAGE, path, value);
const { template: _, ...WITHOUT_CONTENT } = VALID_MESSAGE;
const { to: __, ...WITHOUT_RECIPIENT } = VALID_MESSAGE;
const text = (body: unknown) => ({ ...WITHOUT_CONTENT, text: { body } });
const wrong = (path: string, values: readonly unknown[], code: string) => eachValue(VALID_MESSAGE, path, values, code);

const LINK = 'https://files.harbour.example/a.png';
const BUTTON = { id: 'y', title: 'Yes' };

const fault = (name: string, content: object, field: string, code: string): BadRequest => ({
  name,
  body: { ...WITHOUT_CONTENT, ...content },
  answer: invalid([field, code]),
});

/** A fault of each family of messages; the unit tests have them all. */
const KINDS: readonly BadRequest[] = [
  fault('a picture without https', { image: { link: 'http://example.org/a' } }, 'image.link', 'not-https'),
  fault('a picture from nowhere', { image: {} }, 'image.link', 'required'),
  fault('a caption on sound', { audio: { link: LINK, caption: 'x' } }, 'audio.caption', 'unknown-field'),
  fault('a latitude of 91', { location: { latitude: 91, longitude: 0 } }, 'location.latitude', 'out-of-range'),
  fault('a card without name', { contacts: [{ name: { formatted: 'A' } }] }, 'contacts.0.name.first', 'required'),
  fault('four buttons', { buttons: { body: 'x', buttons: Array(4).fill(BUTTON) } }, 'buttons.buttons', 'too-many'),
  fault(
    'a long row',
    { list: { body: 'x', button: 'y', sections: [{ rows: [{ id: 'a', title: 'x'.repeat(25) }] }] } },
    'list.sections.0.rows.0.title',
    'too-long',
  ),
  fault('a carousel of one card', { carousel: { body: 'x', cards: [{}] } }, 'carousel.cards', 'too-short'),
];

const PHONES = [
  '447700900123',
  '07700900123',
  '0044 7700 900123',
  '+44',
  '+44123',
  '+447700900123456789',
  '+44abcdefghij',
  '+0000000000',
  '+999123456789',
  '',
  ' ',
  '+',
  '+447700900123 ext 5',
  'tel:+447700900123',
  '+44\u0667\u0667\u0660\u0660\u0669\u0660\u0660\u0661\u0662\u0663',
  '\u200f+447700900123',
  '+447700900123\n',
  '+4477009001\u{1f600}',
  447700900123,
  true,
  ['+447700900123'],
  { number: '+447700900123' },
];

const FIELDS: readonly BadRequest[] = [
  ...wrong('to', PHONES, 'not-a-phone-number'),
  ...wrong('purpose', [5, true, [], {}], 'not-a-string'),
  ...wrong('purpose', [''], 'too-short'),
  ...wrong('purpose', ['x'.repeat(64)], 'too-long'),
  ...wrong('purpose', [null], 'required'),
  ...wrong('template', ['x', 5, []], 'not-an-object'),
  ...wrong('template.name', [5, []], 'not-a-string'),
  ...wrong('template.name', [null], 'required'),
  ...wrong('template.name', ['Clinic Reminder', 'a/b', "x' OR 1=1"], 'not-allowed'),
  ...wrong('template.language', ['english', 'EN', '', 5], 'not-a-language'),
  ...wrong('template.variables', ['x', ['Fatima'], 5], 'not-an-object'),
  ...wrong('template.variables.name', [5, null, {}, []], 'not-a-string'),
  ...wrong('template.variables.name', ['x'.repeat(1025)], 'too-long'),
  ...wrong('template.extra', ['x'], 'unknown-field'),
  ...wrong('reference', [5, {}], 'not-a-string'),
  ...wrong('reference', ['x'.repeat(201)], 'too-long'),
  ...wrong('reference', ['a\0b', 'a\ud800b', '\udc00'], 'not-allowed'),
  ...wrong('metadata', ['x', []], 'not-an-object'),
  ...wrong('metadata', [Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`k${i}`, 'v']))], 'too-many'),
  ...wrong('metadata.note', [5, {}], 'not-a-string'),
  ...wrong('metadata.note', ['x'.repeat(501)], 'too-long'),
  ...wrong('metadata.note', ['a\0b'], 'not-allowed'),
  ...wrong('from', ['num_x', 'msg_01k9q3z5t8e7zv2r4m6w8x0y1a', 5, '100100000000001'], 'not-an-id'),
  ...wrong(
    'sendAt',
    ['tomorrow', '2026-02-30T00:00:00Z', '2026-11-22T09:30:00', '2026-11-22', 1_790_000_000, []],
    'not-a-time',
  ),
  {
    name: 'a local sendAt in no place',
    body: changed('sendAt', { local: '2026-11-22T09:30' }),
    answer: invalid(['sendAt.timeZone', 'required']),
  },
  {
    name: 'a local sendAt in a place that does not exist',
    body: changed('sendAt', { local: '2026-11-22T09:30', timeZone: 'Europe/Atlantis' }),
    answer: invalid(['sendAt.timeZone', 'not-allowed']),
  },
  {
    name: 'a local sendAt with an offset',
    body: changed('sendAt', { local: '2026-11-22T09:30Z', timeZone: 'UTC' }),
    answer: invalid(['sendAt.local', 'not-a-time']),
  },
  ...wrong('ttlSeconds', [0, 30 * 86_400 + 1], 'out-of-range'),
  ...wrong('ttlSeconds', ['60', 1.5], 'not-a-whole-number'),
  ...wrong('overrideQuietHours', [true, 'why'], 'not-an-object'),
  ...wrong('overrideQuietHours.reason', ['', 'x'], 'too-short'),
  {
    name: 'both ends',
    body: { ...VALID_MESSAGE, expiresAt: inDays(1), ttlSeconds: 60 },
    answer: invalid(['ttlSeconds', 'ambiguous']),
  },
  ...wrong('expiresAt', ['never', '', 5], 'not-a-time'),
  ...wrong('lane', ['urgent', 'ALERT', ''], 'not-allowed'),
  ...wrong('lane', [0, 2], 'not-a-string'),
  ...wrong('language', ['xx-yyyy', 'deutsch', 5], 'not-a-language'),
  ...wrong('callbackUrl', ['https://example.org'], 'unknown-field'),
  { name: 'purpose 1e400', body: raw('{"purpose":1e400}'), answer: invalid(['purpose', 'not-a-string']) },
  {
    name: 'a null byte in the name of a field',
    body: raw('{"purpose":"x","a\\u0000b":1}'),
    answer: invalid(['', 'not-allowed']),
  },
  {
    name: 'several faults at once',
    body: { to: 5, purpose: '', template: { name: 'X' }, lane: 'no' },
    answer: invalid(
      ['to', 'not-a-phone-number'],
      ['purpose', 'too-short'],
      ['template.name', 'not-allowed'],
      ['lane', 'not-allowed'],
    ),
  },
];

const WHO: readonly BadRequest[] = [
  { name: 'no recipient', body: WITHOUT_RECIPIENT, answer: invalid(['to', 'required']) },
  {
    name: 'all recipients null',
    body: { ...WITHOUT_RECIPIENT, to: null, contactId: null, userId: null },
    answer: invalid(['to', 'required']),
  },
  {
    name: 'two recipients',
    body: changed('contactId', 'con_01k9q3z5t8e7zv2r4m6w8x0y1a'),
    answer: invalid(['contactId', 'ambiguous']),
  },
  {
    name: 'three recipients',
    body: { ...VALID_MESSAGE, contactId: 'con_01k9q3z5t8e7zv2r4m6w8x0y1a', userId: 'GB.abc' },
    answer: invalid(['contactId', 'ambiguous'], ['userId', 'ambiguous']),
  },
  {
    name: 'a contact id that is none',
    body: { ...WITHOUT_RECIPIENT, contactId: 'con_zzz' },
    answer: invalid(['contactId', 'not-an-id']),
  },
  {
    name: 'an unknown contact',
    body: { ...WITHOUT_RECIPIENT, contactId: 'con_01k9q3z5t8e7zv2r4m6w8x0y1a' },
    answer: NOT_FOUND,
  },
  {
    name: 'a user id that is none',
    body: { ...WITHOUT_RECIPIENT, userId: 'fatima' },
    answer: invalid(['userId', 'not-allowed']),
  },
  { name: 'an unknown user id', body: { ...WITHOUT_RECIPIENT, userId: 'GB.nobody0000' }, answer: NOT_FOUND },
  { name: 'an unknown number', body: changed('from', 'num_01k9q3z5t8e7zv2r4m6w8x0y1a'), answer: NOT_FOUND },
];

const WHAT: readonly BadRequest[] = [
  { name: 'no content', body: WITHOUT_CONTENT, answer: invalid(['template', 'required']) },
  { name: 'two contents', body: changed('text', { body: 'Hello' }), answer: invalid(['text', 'ambiguous']) },
  {
    name: 'neither recipient nor content',
    body: { purpose: 'x' },
    answer: invalid(['to', 'required'], ['template', 'required']),
  },
  { name: 'a text of 4,097 characters', body: text('x'.repeat(4097)), answer: invalid(['text.body', 'too-long']) },
  { name: 'an empty text', body: text(''), answer: invalid(['text.body', 'too-short']) },
  { name: 'a text with a null byte', body: text('a\0b'), answer: invalid(['text.body', 'not-allowed']) },
  { name: 'a text with half an emoji', body: text('a\ud83d'), answer: invalid(['text.body', 'not-allowed']) },
  { name: 'a text that is a number', body: text(5), answer: invalid(['text.body', 'not-a-string']) },
  { name: 'a text without a body', body: { ...WITHOUT_CONTENT, text: {} }, answer: invalid(['text.body', 'required']) },
  {
    name: 'a text that is a list',
    body: { ...WITHOUT_CONTENT, text: ['x'] },
    answer: invalid(['text', 'not-an-object']),
  },
  {
    name: 'a preview that is no flag',
    body: { ...WITHOUT_CONTENT, text: { body: 'x', previewUrl: 'yes' } },
    answer: invalid(['text.previewUrl', 'not-a-flag']),
  },
  {
    name: 'a field inside the text that is none',
    body: { ...WITHOUT_CONTENT, text: { body: 'x', bold: true } },
    answer: invalid(['text.bold', 'unknown-field']),
  },
  { name: 'a text outside the window', body: text('Hello'), answer: refused('window-closed') },
  {
    name: 'a template nobody knows',
    body: changed('template.name', 'no_such_template'),
    answer: refused('template-not-approved'),
  },
  {
    name: 'a template in a language it has not',
    body: changed('template.language', 'fr'),
    answer: refused('template-not-approved'),
  },
  {
    name: 'a variable missing',
    body: changed('template.variables', { name: 'Fatima' }),
    answer: refused('template-parameters', ['template.variables.day', 'required']),
  },
  {
    name: 'no variables',
    body: { ...WITHOUT_CONTENT, template: { name: 'clinic_reminder', language: 'en' } },
    answer: refused(
      'template-parameters',
      ['template.variables.name', 'required'],
      ['template.variables.day', 'required'],
    ),
  },
  {
    name: 'a variable too many',
    body: changed('template.variables.hour', '9'),
    answer: refused('template-parameters', ['template.variables.hour', 'unknown-field']),
  },
  ...[
    ['', 'empty'],
    ['   ', 'empty'],
    ['a\nb', 'line-break'],
    ['a\tb', 'line-break'],
    ['a\u2028b', 'line-break'],
    ['a     b', 'spaces'],
  ].map(([value, code]) => ({
    name: `a variable ${JSON.stringify(value)}`,
    body: changed('template.variables.name', value),
    answer: refused('template-parameters', ['template.variables.name', code ?? '']),
  })),
  {
    name: 'variables that make the text too long',
    body: changed('template.variables.name', 'x'.repeat(1000)),
    answer: refused('template-parameters', ['template.variables', 'too-long']),
  },
];

const WHETHER: readonly BadRequest[] = [
  {
    name: 'an unknown purpose',
    body: changed('purpose', 'no-such-purpose'),
    answer: refused('purpose-unknown', ['purpose', 'purpose-unknown']),
  },
  { name: 'nobody agreed to WhatsApp', body: changed('to', '+447700900199'), answer: refused('opt-in-missing') },
  {
    name: 'no consent to marketing',
    body: changed('purpose', 'vaccination-campaign'),
    answer: refused('consent-missing'),
  },
  { name: 'the lane of alerts', body: changed('lane', 'alert'), answer: { status: 403, code: 'lane-reserved' } },
  { name: 'sendAt 91 days ahead', body: changed('sendAt', inDays(91)), answer: invalid(['sendAt', 'out-of-range']) },
  {
    name: 'sendAt in the year 9999',
    body: changed('sendAt', '9999-12-31T23:59:59Z'),
    answer: invalid(['sendAt', 'out-of-range']),
  },
  {
    name: 'expiresAt before sendAt',
    body: { ...VALID_MESSAGE, sendAt: inDays(2), expiresAt: inDays(1) },
    answer: invalid(['expiresAt', 'out-of-range']),
  },
  {
    name: 'expiresAt in the past',
    body: changed('expiresAt', inDays(-1)),
    answer: invalid(['expiresAt', 'out-of-range']),
  },
];

const idempotencyKey = (name: string, value: string): BadRequest => ({
  name,
  body: VALID_MESSAGE,
  headers: { 'idempotency-key': value },
  answer: { status: 400, code: value === '' ? 'idempotency-key-missing' : 'idempotency-key-invalid' },
});

const KEYS: readonly BadRequest[] = [
  idempotencyKey('an empty idempotency key', ''),
  idempotencyKey('an idempotency key of 256 characters', 'x'.repeat(256)),
  idempotencyKey('an idempotency key with a space', 'a b'),
  idempotencyKey('an idempotency key with an accent', 'caf\u00e9'),
];

const unauthenticated = (name: string, asker: BadRequest['asker'], code: string): BadRequest => ({
  name,
  body: VALID_MESSAGE,
  asker,
  answer: { status: 401, code },
});

const UNSIGNED_JWT = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"x"}')}.`.replaceAll('=', '');

const CREDENTIALS: readonly BadRequest[] = [
  unauthenticated('no key', 'nobody', 'authentication-missing'),
  unauthenticated('an expired key', 'expired', 'key-expired'),
  unauthenticated('a revoked key', 'revoked', 'key-revoked'),
  unauthenticated('a key nobody made', 'unknown', 'key-invalid'),
  unauthenticated(
    'a key with a wrong checksum',
    { header: `Bearer bf_live_${'a'.repeat(8)}_${'b'.repeat(38)}` },
    'key-invalid',
  ),
  unauthenticated('half a key', { header: 'Bearer bf_live_' }, 'key-invalid'),
  unauthenticated('Basic', { header: 'Basic YTpi' }, 'authentication-missing'),
  unauthenticated('Bearer and nothing', { header: 'Bearer ' }, 'authentication-missing'),
  unauthenticated('a token that is none', { header: 'Bearer abc' }, 'token-invalid'),
  unauthenticated('a token without a signature', { header: `Bearer ${UNSIGNED_JWT}` }, 'token-invalid'),
  {
    name: 'a key without the permission',
    body: VALID_MESSAGE,
    asker: 'reader',
    answer: { status: 403, code: 'permission-missing' },
  },
];

/** What is wrong with one message of a batch is in its answer, which is 202; here is what refuses the whole. */
export const BATCHES: BadRequests = {
  route: 'POST /v1/messages/batch',
  requests: [
    { name: 'no list', body: {}, answer: invalid(['messages', 'required']) },
    { name: 'null', body: { messages: null }, answer: invalid(['messages', 'required']) },
    {
      name: 'an object for a list',
      body: { messages: { 0: VALID_MESSAGE } },
      answer: invalid(['messages', 'not-a-list']),
    },
    { name: 'an empty list', body: { messages: [] }, answer: invalid(['messages', 'too-short']) },
    {
      name: 'more than a thousand',
      body: { messages: Array.from({ length: 1_001 }, () => ({})) },
      answer: invalid(['messages', 'too-many']),
    },
    { name: 'a bare list', body: [VALID_MESSAGE], answer: invalid(['body', 'not-an-object']) },
    {
      name: 'more than 2 MB',
      body: { messages: [{ ...VALID_MESSAGE, reference: 'x'.repeat(2 * 1024 * 1024) }] },
      answer: { status: 413, code: 'body-too-large' },
    },
    ...massAssignments({ messages: [{}] }),
  ],
};

const PLANNED = 'msg_01k9q3z5t8e7zv2r4m6w8x0y1a';

/** An id that nobody has is refused at its place in the answer, which is 200; here is what refuses the whole. */
export const CANCELLATIONS: BadRequests = {
  route: 'POST /v1/messages/cancel',
  requests: [
    { name: 'no list', body: {}, answer: invalid(['ids', 'required']) },
    { name: 'null', body: { ids: null }, answer: invalid(['ids', 'required']) },
    ...eachValue({}, 'ids', [PLANNED, 5, { 0: PLANNED }], 'not-a-list'),
    { name: 'an empty list', body: { ids: [] }, answer: invalid(['ids', 'too-short']) },
    {
      name: 'more than a thousand',
      body: { ids: Array.from({ length: 1_001 }, () => PLANNED) },
      answer: invalid(['ids', 'too-many']),
    },
    ...['garbage', 'con_01k9q3z5t8e7zv2r4m6w8x0y1a', 5, null, [PLANNED], "msg_' OR 1=1 --"].map((id) => ({
      name: `among right ones ${JSON.stringify(id)}`,
      body: { ids: [PLANNED, id, PLANNED] },
      answer: invalid(['ids.1', 'not-an-id']),
    })),
    { name: 'a bare list', body: [PLANNED], answer: invalid(['body', 'not-an-object']) },
    {
      name: 'a key that may only read',
      body: { ids: [PLANNED] },
      asker: 'reader',
      answer: { status: 403, code: 'permission-missing' },
    },
    ...massAssignments({ ids: [PLANNED] }),
  ],
};

export const MESSAGES: BadRequests = {
  route: 'POST /v1/messages',
  requests: [
    ...FIELDS,
    ...KINDS,
    ...WHO,
    ...WHAT,
    ...WHETHER,
    ...KEYS,
    ...CREDENTIALS,
    ...massAssignments(VALID_MESSAGE),
  ],
};
