import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newApiKey } from '../../libs/crypto/src/api-keys.js';
import { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { TestSystem } from '../support/system.js';
import { ADDRESSES, BODIES, LISTS } from './bad-input-bodies.js';
import { ATTEMPTS, CALLBACKS, CHANGED_CALLBACKS, REPLAYS, ROTATIONS } from './bad-input-callbacks.js';
import type { Asker, BadRequest, Refusal } from './bad-input-cases.js';
import { files } from './bad-input-files.js';
import { MEDIA } from './bad-input-media.js';
import { BATCHES, CANCELLATIONS, MESSAGES, VALID_MESSAGE } from './bad-input-messages.js';
import { BLOCKED_USERS, NUMBER_PINS, SHORT_LINKS, STARTERS_OF_NUMBERS } from './bad-input-numbers.js';
import { CONSENTS, CONTACTS, PURPOSES, RECOVERIES, REFRESHES, SECOND_STEPS, SESSIONS } from './bad-input-people.js';
import { TEMPLATE_DECISIONS, TEMPLATE_SUBMISSIONS, TEMPLATES } from './bad-input-templates.js';
import { badWebhooks, sign } from './bad-input-webhooks.js';
import { steppedUp } from './people-of-roles.js';

const GROUPS = [
  BODIES,
  ADDRESSES,
  LISTS,
  MESSAGES,
  BATCHES,
  CANCELLATIONS,
  CONTACTS,
  CONSENTS,
  PURPOSES,
  TEMPLATES,
  TEMPLATE_DECISIONS,
  TEMPLATE_SUBMISSIONS,
  SESSIONS,
  SECOND_STEPS,
  REFRESHES,
  RECOVERIES,
  BLOCKED_USERS,
  MEDIA,
  CALLBACKS,
  CHANGED_CALLBACKS,
  NUMBER_PINS,
  SHORT_LINKS,
  STARTERS_OF_NUMBERS,
  ROTATIONS,
  REPLAYS,
  ATTEMPTS,
];

/** What no answer may hold: a place in our code, a statement of SQL, the name of a part. */
const INSIDES =
  /\bat \S+ \(|node_modules|\.(?:ts|js):\d|\b(?:SELECT|INSERT|UPDATE|DELETE) .* (?:FROM|INTO|SET)\b|typeorm|QueryFailed|pg_|ECONN|violates/;

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly errors?: readonly { field: string; code: string; message: string }[];
}

interface BatchAnswer {
  readonly accepted: number;
  readonly rejected: number;
  readonly results: readonly { readonly index: number; readonly error?: Omit<Problem, 'requestId'> }[];
}

type Faults = readonly { readonly field: string; readonly code: string }[] | readonly (readonly [string, string])[];

const faultsOf = (errors: Faults = []) =>
  errors.map((one) => ('field' in one ? `${one.field} ${one.code}` : one.join(' '))).sort();

let system: TestSystem;
let keys: Record<string, string | undefined>;
let rowsBefore: Record<string, number>;

beforeAll(async () => {
  system = await TestSystem.start();
  keys = await makeKeys();
  rowsBefore = await rows();
});

afterAll(() => system?.stop());

describe.each(GROUPS)('$route', ({ route, requests }) => {
  it.each(requests)('refuses $name', async (request) => {
    const answer = await send(route, request);
    await expectRefusal(answer, request.answer);
  });
});

describe('After these refusals', () => {
  it('no row was written', async () => {
    expect(await rows()).toEqual(rowsBefore);
  });
});

files(() => ({ system, key: keys['key'] }));

describe('A batch', () => {
  it('refuses each wrong message at its place, in the words of the message alone, and writes nothing for it', async () => {
    const api = new ApiClient(system.apiUrl, keys['key']);
    const wrong = MESSAGES.requests.filter(({ body, asker, headers, path, method }) => {
      return typeof body === 'object' && !Buffer.isBuffer(body) && !asker && !headers && !path && !method;
    });
    const body = { messages: wrong.map((request) => request.body) };
    const { status, body: answer } = await api.post<BatchAnswer>('/v1/messages/batch', body, randomUUID());
    expect([status, answer.accepted, answer.rejected]).toEqual([202, 0, wrong.length]);
    const told = answer.results.map(({ error }) => [error?.status, error?.code, faultsOf(error?.errors)]);
    const alone = wrong.map(({ answer: { status, code, errors } }) => [status, code, errors && faultsOf(errors)]);
    expect(told).toEqual(alone.map(([status, code, errors], place) => [status, code, errors ?? told[place]?.[2]]));
  });
});

describe('An idempotency key', () => {
  const api = () => new ApiClient(system.apiUrl, keys['key']);

  it('must be there', async () => {
    const answer = await api().call('POST', '/v1/messages', VALID_MESSAGE);
    expect([answer.status, (answer.body as Problem).code]).toEqual([400, 'idempotency-key-missing']);
  });

  it('used again gives the first answer, and for another request none', async () => {
    const key = randomUUID();
    const first = await api().post<{ id: string }>('/v1/messages', VALID_MESSAGE, key);
    const again = await api().post<{ id: string }>('/v1/messages', VALID_MESSAGE, key);
    expect([first.status, again.status, again.body]).toEqual([202, 202, first.body]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const other = await api().post<Problem>('/v1/messages', { ...VALID_MESSAGE, reference: 'other' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    const elsewhere = await api().post<Problem>(
      '/v1/consents',
      {
        to: VALID_MESSAGE.to,
        purpose: 'vaccination-campaign',
        event: 'granted',
      },
      key,
    );
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('after a refusal works as soon as the cause is mended', async () => {
    const key = randomUUID();
    const body = { ...VALID_MESSAGE, purpose: 'not-yet' };
    expect((await api().post('/v1/messages', body, key)).status).toBe(422);
    const purpose = { code: 'not-yet', title: 'Now', category: 'service', basis: 'public_task' };
    expect((await api().post('/v1/purposes', purpose)).status).toBe(201);
    expect((await api().post('/v1/messages', body, key)).status).toBe(202);
  });

  it('sent ten times at once makes one message', async () => {
    const key = randomUUID();
    const body = { ...VALID_MESSAGE, reference: 'ten-at-once' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => api().post<{ id: string; code: string }>('/v1/messages', body, key)),
    );
    const accepted = answers.filter(({ status }) => status === 202);
    const busy = answers.filter(({ status }) => status === 409);
    expect(accepted.length).toBeGreaterThan(0);
    expect(accepted.length + busy.length).toBe(10);
    expect(new Set(accepted.map((one) => one.body.id)).size).toBe(1);
    expect(
      busy.every((one) => one.body.code === 'idempotency-key-in-use' && one.headers.get('retry-after') === '1'),
    ).toBe(true);
    const { body: page } = await api().get<{ data: unknown[] }>('/v1/messages?reference=ten-at-once');
    expect(page.data).toHaveLength(1);
  });
});

describe('A test key', () => {
  it('reaches the sandbox number and never a live one, and a live key the other way round', async () => {
    const live = new ApiClient(system.apiUrl, keys['key']);
    const test = new ApiClient(system.apiUrl, keys['test-key']);
    const numberOf = async (api: ApiClient) => {
      const { body } = await api.post<{ id: string }>('/v1/messages', VALID_MESSAGE);
      return (await api.get<{ from: string; mode: string }>(`/v1/messages/${body.id}`)).body;
    };
    const [ofLive, ofTest] = [await numberOf(live), await numberOf(test)];
    expect([ofLive.mode, ofTest.mode]).toEqual(['live', 'sandbox']);
    for (const [api, from] of [
      [test, ofLive.from],
      [live, ofTest.from],
    ] as const) {
      const { status, body } = await api.post<Problem>('/v1/messages', { ...VALID_MESSAGE, from });
      expect([status, body.code]).toEqual([404, 'not-found']);
    }
  });
});

describe('Odd and right', () => {
  it.each([
    ['a number written with spaces', { ...VALID_MESSAGE, to: '+44 7700 900123' }],
    ['a number with marks of direction left out', { ...VALID_MESSAGE, to: '+44 (7700) 900-123' }],
    [
      'emoji, Arabic and marks of direction in a variable',
      variables('\u202bفاطمة\u202c \u{1f468}\u200d\u{1f469}\u200d\u{1f467}'),
    ],
    ['HTML in a variable', variables('<script>alert(1)</script>')],
    ['SQL in a variable', variables("'); DROP TABLE messages; --")],
    ['braces of a template in a variable', variables('{{day}} {name} %s')],
    ['a time to send that is past', { ...VALID_MESSAGE, sendAt: '2020-01-01T00:00:00Z' }],
    ['null for what is left out', { ...VALID_MESSAGE, contactId: null, text: null, sendAt: null, metadata: null }],
    ['a language with a hyphen', { ...VALID_MESSAGE, language: 'en-GB' }],
    ['1,000 emoji for a name of metadata', { ...VALID_MESSAGE, metadata: { note: '\u{1f600}'.repeat(500) } }],
  ])('is %s', async (_name, body) => {
    const answer = await new ApiClient(system.apiUrl, keys['key']).post('/v1/messages', body);
    expect([answer.status, answer.body]).toEqual([202, expect.objectContaining({ state: 'accepted' })]);
  });
});

describe('A connection', () => {
  it('with a header that breaks the line is closed, and nothing of it comes back', async () => {
    const answer = await onSocket('GET /v1/messages HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\nX-Evil: 1\r\n\r\n');
    expect(answer).not.toMatch(/x-evil/i);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  it('gets an id of its own for one that is none', async () => {
    const { headers } = await new ApiClient(system.apiUrl).with({ 'x-request-id': '"><script>' }).get('/v1/messages');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('with 20 KB of headers is refused', async () => {
    expect(await onSocket(`GET /v1/messages HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });

  it('that ends in the middle of a body writes nothing', async () => {
    const before = await rows();
    const head = `POST /v1/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${keys['key']}\r\nIdempotency-Key: half\r\n`;
    await onSocket(`${head}Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"to":"+447700900123"`);
    expect(await rows()).toEqual(before);
  });
});

describe('A webhook', () => {
  it.each(badWebhooks({ secret: 'x', phoneNumberId: '1' }).map(({ name }) => name))(
    '%s is answered as it must be',
    async (name) => {
      const one = badWebhooks({
        secret: system.demo.webhook.appSecret,
        phoneNumberId: system.agency.phoneNumberId,
      }).find((other) => other.name === name);
      const { status, body } = await postWebhook(one?.body ?? '', one?.signature);
      expect({ status, code: (JSON.parse(body || '{}') as Problem).code }).toEqual({ code: undefined, ...one?.answer });
      expect(body).not.toMatch(INSIDES);
    },
  );

  it.each([
    ['the wrong token', 'hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong'],
    ['no token', 'hub.mode=subscribe&hub.challenge=1'],
    ['two tokens', 'hub.mode=subscribe&hub.challenge=1&hub.verify_token=token-for-tests&hub.verify_token=x'],
    ['no challenge', 'hub.mode=subscribe&hub.verify_token=token-for-tests'],
    ['another mode', 'hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=token-for-tests'],
  ])('is not confirmed with %s', async (_name, query) => {
    const { status, body } = await new ApiClient(system.apiUrl).get<Problem>(`/webhooks/whatsapp?${query}`);
    expect([status, body.code]).toEqual([403, 'verify-token-wrong']);
  });

  it('leaves nothing undone: each body is read, or set aside for a person', async () => {
    await eventually(async () => {
      const { rows: open } = await system.database.admin.query(
        `SELECT state, attempts, error FROM webhook_inbox WHERE state = 'new' OR error NOT IN ('unknown-number', 'unreadable')`,
      );
      expect(open).toEqual([]);
    });
  });
});

describe('After all of that', () => {
  it('every accepted message is whole: its row, its place in the queue or its end, its history and its entry', async () => {
    await eventually(async () => expect(await halfWritten()).toEqual([]));
  });

  it('every process still runs and none has met what it did not foresee', () => {
    for (const app of [system.api, ...system.workers]) {
      app.assertRunning();
      expect(app.log.split('\n').filter((line) => /"level":"?(?:error|fatal|50|60)/.test(line))).toEqual([]);
    }
  });

  it('an ordinary message is delivered', async () => {
    const api = new ApiClient(system.apiUrl, keys['key']);
    const { body } = await api.post<{ id: string }>('/v1/messages', system.agency.sampleMessage);
    await eventually(async () => {
      expect((await api.get<{ state: string }>(`/v1/messages/${body.id}`)).body.state).toBe('read');
    }, 60_000);
  });
});

async function send(route: string, request: BadRequest): Promise<Response> {
  const [method, path] = route.split(' ');
  const { body } = request;
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  return fetch(`${system.apiUrl}${request.path ?? path}`, {
    method: request.method ?? method,
    headers: { ...authorization(request.asker ?? 'key'), ...headersOf(request), ...request.headers },
    body: body === undefined ? undefined : isRaw ? (body as string) : JSON.stringify(body),
  });
}

function headersOf({ body }: BadRequest): Record<string, string> {
  return body === undefined
    ? { 'idempotency-key': randomUUID() }
    : { 'idempotency-key': randomUUID(), 'content-type': 'application/json' };
}

function authorization(asker: Asker): Record<string, string> {
  if (typeof asker === 'object') return { authorization: asker.header };
  return asker === 'nobody' ? {} : { authorization: `Bearer ${keys[asker]}` };
}

async function expectRefusal(response: Response, { status, code, errors }: Refusal): Promise<void> {
  const text = await response.text();
  expect(text).not.toMatch(INSIDES);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = JSON.parse(text) as Problem;
  expect({ status: response.status, code: problem.code }).toEqual({ status, code });
  expect(problem).toMatchObject({
    type: `/problems/${code}`,
    title: expect.any(String),
    status,
    detail: expect.any(String),
  });
  expect(response.headers.get('x-request-id')).toBe(problem.requestId);
  const found = (problem.errors ?? []).map((error) => `${error.field} ${error.code}`).sort();
  expect(found).toEqual((errors ?? []).map(([field, fault]) => `${field} ${fault}`).sort());
}

async function makeKeys(): Promise<Record<string, string | undefined>> {
  const createKey = await keyMaker();
  const made = {
    key: system.agency.apiKey,
    'test-key': await createKey('sandbox', ['messages:send', 'messages:read']),
    reader: await createKey('live', ['messages:read']),
    expired: await createKey('live', ['messages:send']),
    revoked: await createKey('live', ['messages:send']),
    unknown: newApiKey('live').secret,
    admin: (await adminSession()).token,
  };
  const change = (key: string, column: string) =>
    system.database.admin.query(`UPDATE api_keys SET ${column} = now() - interval '1 hour' WHERE prefix = $1`, [
      key.slice(0, 16),
    ]);
  await change(made.expired, 'expires_at');
  await change(made.revoked, 'revoked_at');
  return made;
}

async function adminSession(): Promise<{ token: string; password: string }> {
  const { email, password } = system.agency.users.find(({ role }) => role === 'agency_admin') ?? {};
  const { body } = await new ApiClient(system.apiUrl).post<{ accessToken: string }>('/v1/sessions', {
    email,
    password,
  });
  return { token: body.accessToken, password: password ?? '' };
}

/** By an administrator with a session of its own that was proved once more. */
async function keyMaker(): Promise<(mode: 'live' | 'sandbox', scopes: readonly string[]) => Promise<string>> {
  const { token, password } = await adminSession();
  const admin = await steppedUp(system, token, password);
  const departments = await admin.get<{ data: { id: string }[] }>('/v1/departments');
  const departmentId = departments.body.data[0]?.id;
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  return async (mode, scopes) => {
    const wanted = { name: 'Bad input', departmentId, mode, scopes, expiresAt };
    const created = await admin.post<{ secret: string }>('/v1/api-keys', wanted);
    expect(created).toMatchObject({ status: 201 });
    return created.body.secret;
  };
}

/** Rows that only an accepted request adds to. */
/** What requests write. Events of messages are left out: those that were accepted go on their way meanwhile. */
async function rows(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of [
    'messages',
    'contacts',
    'contact_identities',
    'consent_events',
    'purposes',
    'idempotency_keys',
    'users',
    'memberships',
    'callback_endpoints',
    'callback_deliveries',
  ]) {
    const { rows: counted } = await system.database.admin.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table}`,
    );
    found[table] = counted[0]?.n ?? 0;
  }
  return found;
}

async function halfWritten(): Promise<unknown[]> {
  const { rows: found } = await system.database.admin.query(`
    SELECT 'no place in the queue' AS what, m.id FROM messages m
      WHERE m.state IN ('accepted', 'queued', 'sending', 'in_doubt')
        AND NOT EXISTS (SELECT 1 FROM outbox_messages o WHERE o.agency_id = m.agency_id AND o.message_id = m.id)
    UNION ALL SELECT 'no message', o.message_id FROM outbox_messages o
      WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE m.agency_id = o.agency_id AND m.id = o.message_id)
    UNION ALL SELECT 'no key of the person', c.id FROM contacts c
      WHERE NOT EXISTS (SELECT 1 FROM contact_keys k WHERE k.agency_id = c.agency_id AND k.contact_id = c.id)
    UNION ALL SELECT 'no identity', c.id FROM contacts c
      WHERE NOT EXISTS (SELECT 1 FROM contact_identities i WHERE i.agency_id = c.agency_id AND i.contact_id = c.id)
    UNION ALL SELECT 'no entry', m.id FROM messages m WHERE m.direction = 'outbound'
      AND NOT EXISTS (SELECT 1 FROM audit.entries e WHERE e.agency_id = m.agency_id AND e.target_id = m.id AND e.type = 'message.accepted')`);
  return found;
}

async function postWebhook(
  body: string | Buffer,
  signature: string | null | undefined,
): Promise<{ status: number; body: string }> {
  const header = signature === undefined ? sign(body, system.demo.webhook.appSecret) : signature;
  const response = await fetch(`${system.apiUrl}/webhooks/whatsapp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(header !== null && { 'x-hub-signature-256': header }) },
    body: body as string,
  });
  return { status: response.status, body: await response.text() };
}

/** Says this and no more, and hears what comes until the other side hangs up. */
function onSocket(text: string): Promise<string> {
  const { hostname, port } = new URL(system.apiUrl);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(text));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

function variables(name: string): object {
  return { ...VALID_MESSAGE, template: { ...VALID_MESSAGE.template, variables: { name, day: 'Saturday' } } };
}
