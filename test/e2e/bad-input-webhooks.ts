import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { mutatedTrees } from '../../libs/webhooks/src/mutated-webhooks.builder.js';

export interface BadWebhook {
  readonly name: string;
  readonly body: string | Buffer;
  /** The whole header; left out, the body is signed as Meta does. */
  readonly signature?: string | null;
  readonly answer: { readonly status: number; readonly code?: string };
}

export interface WebhookWorld {
  readonly secret: string;
  readonly phoneNumberId: string;
}

/** The share of the fuzzer that goes over HTTP. */
const MUTATED = 60;

/** Nothing that a database could press together. */
const LONG = randomBytes(5_000).toString('hex');

const INVALID = { status: 401, code: 'webhook-signature-invalid' };
const STORED = { status: 200 };

export function sign(body: string | Buffer, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** Bodies that are not Meta's, or not what Meta says it sends. */
export function badWebhooks({ secret, phoneNumberId }: WebhookWorld): BadWebhook[] {
  const ordinary = JSON.stringify(statuses(phoneNumberId, [status()]));
  const signature = sign(ordinary, secret);
  const forged: [string, string | null][] = [
    ['unsigned', null],
    ['signed with another secret', sign(ordinary, 'another secret')],
    ['with a signature of another body', sign('{}', secret)],
    ['with the signature and no scheme', signature.slice('sha256='.length)],
    ['with half a signature', signature.slice(0, -10)],
    ['with a signature that is no hexadecimal', `sha256=${'z'.repeat(64)}`],
    ['signed with SHA-1', `sha1=${createHmac('sha1', secret).update(ordinary).digest('hex')}`],
  ];
  const reencoded = ordinary.replace(':', ': ');
  return [
    ...forged.map(([name, header]) => ({ name, body: ordinary, signature: header, answer: INVALID })),
    { name: 'written anew after it was signed', body: reencoded, signature, answer: INVALID },
    ...['', 'hello', '{"entry":[', '\0', '\ufeff'].map((body) => ({
      name: `signed and no JSON: ${JSON.stringify(body)}`,
      body,
      answer: STORED,
    })),
    { name: 'signed bytes that are no UTF-8', body: Buffer.from([0xff, 0xfe, 0x00]), answer: STORED },
    {
      name: 'of more than 3 MB',
      body: JSON.stringify({ object: 'x'.repeat(3 * 1024 * 1024) }),
      answer: { status: 413, code: 'body-too-large' },
    },
    ...oddShapes(phoneNumberId).map(([name, body]) => ({ name, body: JSON.stringify(body), answer: STORED })),
    ...fc.sample(mutatedTrees, { numRuns: MUTATED, seed: 20261123 }).map((text, place) => ({
      name: `a recorded one with odd values (${place + 1})`,
      body: text.replaceAll('331020410093245', phoneNumberId),
      answer: STORED,
    })),
    { name: 'arrays 20,000 deep', body: `{"entry":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, answer: STORED },
  ];
}

/** Signed by Meta and of no shape that anybody promised: stored, acknowledged, and harmful to nobody. */
function oddShapes(number: string): [string, unknown][] {
  const change = (value: unknown, field: unknown = 'messages') => ({
    entry: [{ id: '1', changes: [{ field, value }] }],
  });
  const metadata = { phone_number_id: number };
  const message = (fields: object) => change({ metadata, messages: [{ id: 'wamid.odd', ...fields }] });
  const NUL = 'a\0b';
  return [
    ['null', null],
    ['a number', 5],
    ['a text', 'hello'],
    ['a list', []],
    ['nothing', {}],
    ['entry null', { entry: null }],
    ['entry a text', { entry: 'x' }],
    ['entries that are null', { entry: [null, 5, 'x', []] }],
    ['changes null', { entry: [{ id: '1', changes: null }] }],
    ['changes that are null', { entry: [{ id: '1', changes: [null, 5] }] }],
    ['a value that is null', change(null)],
    ['a value that is a list', change([1])],
    ['a field nobody knows', change({ metadata, hello: 'world' }, 'something_new')],
    ['a field that is a number', change({ metadata }, 5)],
    ['statuses that are an object', change({ metadata, statuses: { id: 'x' } })],
    ['statuses that are null', change({ metadata, statuses: [null, 5, 'x', []] })],
    ['a status without an id', statuses(number, [{ ...status(), id: undefined }])],
    ['a status nobody knows', statuses(number, [{ ...status(), status: 'evaporated' }])],
    ['a status of no time', statuses(number, [{ ...status(), timestamp: undefined }])],
    ['a status of a time that is none', statuses(number, [{ ...status(), timestamp: 'yesterday' }])],
    ['a status of the year 30,000', statuses(number, [{ ...status(), timestamp: '884541600000' }])],
    ['a status of a negative time', statuses(number, [{ ...status(), timestamp: '-1' }])],
    ['a status of a time with 400 digits', statuses(number, [{ ...status(), timestamp: '9'.repeat(400) }])],
    ['a status with a null byte in its id', statuses(number, [{ ...status(), id: NUL }])],
    ['a status with half a surrogate pair in its id', statuses(number, [{ ...status(), id: 'a\ud800' }])],
    ['a status with an id of 10,000 characters', statuses(number, [{ ...status(), id: LONG }])],
    ['a message with an id of 10,000 characters', message({ ...text('447700900128'), id: LONG })],
    ['a message of a user id of 10,000 characters', message({ ...text('447700900129'), from_user_id: `GB.${LONG}` })],
    ['a message from 10,000 digits', message({ ...text('447700900129'), from: '4'.repeat(10_000) })],
    ['an answer to an id of 10,000 characters', message({ ...text('447700900129'), context: { id: LONG } })],
    ['a status with a null byte in its error', statuses(number, [failed({ code: 131000, title: NUL, message: NUL })])],
    ['a status with an error code that is a text', statuses(number, [failed({ code: '131000', title: 'x' })])],
    ['a status with an error code beyond 32 bits', statuses(number, [failed({ code: 2 ** 40, title: 'x' })])],
    ['a status with an error code that is a fraction', statuses(number, [failed({ code: 1.5, title: 'x' })])],
    ['a status with errors null', statuses(number, [{ ...status(), status: 'failed', errors: null }])],
    [
      'a status with callback data of ours for a message that is not',
      statuses(number, [callback('belfry:1:msg_01k9q3z5t8e7zv2r4m6w8x0y1a:1')]),
    ],
    [
      'a status with callback data that is broken',
      statuses(number, [callback('belfry:1:msg_x:-1'), callback('belfry:9')]),
    ],
    [
      'a status with callback data of an attempt beyond counting',
      statuses(number, [callback('belfry:1:msg_01k9q3z5t8e7zv2r4m6w8x0y1a:99999999')]),
    ],
    ['a message from nobody', message({ type: 'text', text: { body: 'x' }, timestamp: now() })],
    ['a message from a number that is a number', message({ from: 447700900123, type: 'text', timestamp: now() })],
    ['a message from letters', message({ from: 'abc', type: 'text', text: { body: 'x' }, timestamp: now() })],
    ['a message of no type', message({ from: '447700900124', timestamp: now() })],
    [
      'a message of a type nobody knows',
      message({ from: '447700900124', type: 'hologram', hologram: {}, timestamp: now() }),
    ],
    ['a text without a text', message({ from: '447700900124', type: 'text', timestamp: now() })],
    ['a text that is a number', message({ from: '447700900124', type: 'text', text: { body: 5 }, timestamp: now() })],
    [
      'a text with a null byte',
      message({ id: 'wamid.nul', from: '447700900124', type: 'text', text: { body: NUL }, timestamp: now() }),
    ],
    [
      'a message with a null byte in its id',
      message({ id: NUL, from: '447700900124', type: 'text', timestamp: now() }),
    ],
    ['a message with a null byte in its sender', message({ from: NUL, type: 'text', timestamp: now() })],
    [
      'a message of a time that is none',
      message({ id: 'wamid.when', from: '447700900124', type: 'text', text: { body: 'x' }, timestamp: 'x' }),
    ],
    [
      'a message of the year 30,000',
      message({ id: 'wamid.far', from: '447700900124', type: 'text', text: { body: 'x' }, timestamp: '884541600000' }),
    ],
    [
      'a message without a time',
      message({ id: 'wamid.never', from: '447700900124', type: 'text', text: { body: 'x' } }),
    ],
    ['a type with a null byte', message({ id: 'wamid.type', from: '447700900124', type: NUL, timestamp: now() })],
    [
      'a type of 10,000 characters',
      message({ id: 'wamid.long', from: '447700900124', type: 'x'.repeat(10_000), timestamp: now() }),
    ],
    ['contacts that are texts', change({ metadata, contacts: ['x', null], messages: [] })],
    [
      'a profile that is null',
      change({ metadata, contacts: [{ wa_id: '447700900125', profile: null }], messages: [text('447700900125')] }),
    ],
    [
      'a name with a null byte',
      change({
        metadata,
        contacts: [{ wa_id: '447700900126', profile: { name: NUL } }],
        messages: [text('447700900126')],
      }),
    ],
    ['a user id with a null byte', change({ metadata, messages: [{ ...text('447700900127'), from_user_id: NUL }] })],
    ['a number nobody knows', change({ metadata: { phone_number_id: '999999999999999' }, statuses: [status()] })],
    ['a number that is a number', change({ metadata: { phone_number_id: 5 }, statuses: [status()] })],
    ['a number with a null byte', change({ metadata: { phone_number_id: NUL }, statuses: [status()] })],
    ['a number that is an object', change({ metadata: { phone_number_id: {} }, statuses: [status()] })],
    ['__proto__ as a field', JSON.parse('{"__proto__":{"entry":[]},"constructor":5,"entry":[]}')],
  ];
}

function statuses(phoneNumberId: string, list: readonly object[]) {
  const value = { messaging_product: 'whatsapp', metadata: { phone_number_id: phoneNumberId }, statuses: list };
  return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] };
}

let count = 0;

function status() {
  return { id: `wamid.unknown${count++}`, status: 'delivered', timestamp: now(), recipient_id: '447700900123' };
}

function failed(error: object) {
  return { ...status(), status: 'failed', errors: [error] };
}

function callback(data: string) {
  return { ...status(), biz_opaque_callback_data: data };
}

function text(from: string) {
  return { id: `wamid.text${count++}`, from, type: 'text', text: { body: 'Hello' }, timestamp: now() };
}

function now(): string {
  return String(Math.floor(Date.now() / 1000));
}
