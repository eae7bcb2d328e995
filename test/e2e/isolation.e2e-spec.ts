import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { KEY_SCOPES, type Marking, markingOf, permissionsOf, ROLES, type Role } from '#libs/access';
import { Env } from '#libs/config';
import { isUuid, parseWireId } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { routesOf } from '../architecture/routes-of.js';
import { agencyTables } from '../integration/made-rows.js';
import { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { TestSystem } from '../support/system.js';
import { CASES, type Call, type Probe } from './isolation-cases.js';
import { type Credential, MARKER, markAgency, strangersOf, type Target, unknownTarget } from './isolation-world.js';
import { peopleOfRoles, steppedUp } from './people-of-roles.js';

const routes = routesOf(ApiModule.forRoot(new Env(), new Logger({ app: 'test', level: 'silent' })));
const routeNames = routes.map(({ name }) => name).sort();
const guarded = new Map(
  routes.flatMap(({ name, handler, controller }) => {
    const marking = markingOf(handler, controller);
    return marking && marking !== 'public' ? [[name, marking] as const] : [];
  }),
);

/** Routes that the OpenAPI document leaves out: pages, and what only Meta calls. */
const UNDOCUMENTED = [
  'GET /',
  'GET /home.css',
  'GET /media/:token',
  'GET /webhooks/whatsapp',
  'POST /webhooks/whatsapp',
];

/** What each stranger may do; whoever lacks the permission of a route is told so, whatever the request names. */
const HELD: Readonly<Record<string, ReadonlySet<string>>> = {
  'API key': new Set(KEY_SCOPES),
  'test key': new Set(KEY_SCOPES),
  'agency admin': permissionsOf(['agency_admin']),
  auditor: permissionsOf(['auditor']),
  'platform admin': permissionsOf(['platform_admin']),
  nobody: new Set(),
};

const STRANGERS = ['API key', 'test key', 'agency admin', 'auditor', 'platform admin', 'nobody'];

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: string;
}

let system: TestSystem;
let theirs: Target;
let unknown: Target;
let strangers: Map<string, Credential>;
let before: Record<string, number>;
let earlyLogs: string;
const redisCommands: string[] = [];
let redis: Redis;

beforeAll(async () => {
  redis = new Redis(inject('services').redisUrl);
  const monitor = await redis.monitor();
  monitor.on('monitor', (_time: string, args: string[]) => redisCommands.push(args.join(' ')));
  system = await TestSystem.start({ env: { LOG_LEVEL: 'debug' } });
  theirs = await markAgency(system);
  unknown = unknownTarget();
  strangers = new Map((await strangersOf(system)).map((one) => [one.name, one]));
  earlyLogs = logs();
  before = await quietCounts();
});

afterAll(async () => {
  redis?.disconnect();
  await system?.stop();
});

describe('The cases', () => {
  it('cover every route there is', () => {
    expect(Object.keys(CASES).sort()).toEqual(routeNames);
  });

  it('are written for the routes that the API documents', async () => {
    const { body } = await new ApiClient(system.apiUrl).get<{ paths: Record<string, object> }>('/openapi.json');
    const documented = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect([...documented, ...UNDOCUMENTED].sort()).toEqual(routeNames);
  });
});

describe.each(Object.keys(CASES))('%s', (route) => {
  it.each(STRANGERS)('answers as if nothing of another agency were there: %s', async (who) => {
    for (const probe of probesOf(route, mayAsk(who, route))) {
      const call = probe.call(theirs);
      const foreign = await ask(who, route, call);
      expect(foreign.status, probe.name).toBe(expectedStatus(who, route, probe));
      expect(secretsIn(foreign.text + foreign.headers, who, call), probe.name).toEqual([]);
      if (probe.compare === 'scan' || probe.knownTo === who) continue;
      const missing = await ask(who, route, probe.call(unknown));
      expect(anonymous(foreign, theirs), probe.name).toEqual(anonymous(missing, unknown));
    }
  });
});

describe.each([...guarded.keys()])('%s in the name of another agency', (route) => {
  it.each(STRANGERS)('is refused as in the name of none: %s', async (who) => {
    for (const probe of probesOf(route, false)) {
      const foreign = await ask(who, route, named(probe.call(theirs), theirs));
      expect(foreign.status, probe.name).toBe(who === 'nobody' ? 401 : 404);
      const missing = await ask(who, route, named(probe.call(unknown), unknown));
      expect(anonymous(foreign, theirs), probe.name).toEqual(anonymous(missing, unknown));
    }
  });
});

describe('With a session of their own', () => {
  let people: Map<Role, ApiClient>;

  beforeAll(async () => {
    const password = (role: string) => system.otherAgency.users.find((one) => one.role === role)?.password ?? '';
    const inAgency = await steppedUp(system, strangers.get('agency admin')?.token, password('agency_admin'));
    const platformPassword = system.demo.platformAdmin.password;
    const onPlatform = await steppedUp(system, strangers.get('platform admin')?.token, platformPassword);
    people = await peopleOfRoles(system, { inAgency, onPlatform });
  });

  it.each(Object.keys(ROLES) as Role[])(
    'is refused a route exactly when its role lacks the right, which is named: %s',
    async (role) => {
      const refusals = await Promise.all(
        [...guarded].map(async ([route, marking]) => {
          const [probe] = CASES[route] ?? [];
          const answer = probe && (await callAs(people.get(role), route, probe.call(unknown)));
          return [
            route,
            mayCall(role, marking) ? answer?.refused === '' : answer?.refused === marking.permission,
            answer,
          ];
        }),
      );
      expect(refusals.filter(([, isRight]) => !isRight)).toEqual([]);
    },
  );
});

describe('After all of that', () => {
  it('the agency has every row that it had, and no more', async () => {
    expect(await quietCounts()).toEqual(before);
  });

  it('its planned message still waits, and its purpose is what it was', async () => {
    const api = new ApiClient(system.apiUrl, system.agency.apiKey);
    expect((await api.get(`/v1/messages/${theirs.message}`)).body).toMatchObject({ state: 'accepted' });
    const { body } = await api.get<{ data: { code: string; version: number }[] }>('/v1/purposes');
    expect(body.data.find(({ code }) => code === MARKER)).toMatchObject({ id: theirs.purpose, version: 1 });
  });

  it('its idempotency key still gives its own answer', async () => {
    const api = new ApiClient(system.apiUrl, system.agency.apiKey);
    const variables = { name: MARKER, day: 'Saturday' };
    const body = {
      to: theirs.phone,
      purpose: MARKER,
      template: { name: 'clinic_reminder', language: 'en', variables },
      reference: MARKER,
      metadata: { note: MARKER },
    };
    const again = await api.post<{ id: string }>('/v1/messages', body, theirs.idempotencyKey);
    expect([again.status, again.body.id, again.headers.get('idempotent-replayed')]).toEqual([
      202,
      theirs.sentMessage,
      'true',
    ]);
  });

  it('no log of a process holds its texts or its phone number', () => {
    const lines = `${earlyLogs}\n${logs()}`.split('\n');
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => line.includes(MARKER) || line.includes(digits(theirs.phone)))).toEqual([]);
  });

  it('neither does anything that was told to Redis', async () => {
    const held = await everythingIn(redis);
    expect(redisCommands.length).toBeGreaterThan(10);
    const found = [...redisCommands, ...held].filter(
      (text) => text.includes(MARKER) || text.includes(digits(theirs.phone)),
    );
    expect(found).toEqual([]);
  });

  it('a person who named an agency that is not theirs stands in the log of the platform', async () => {
    const api = new ApiClient(system.apiUrl, strangers.get('platform admin')?.token);
    await eventually(async () => {
      const { body } = await api.get<{ data: unknown[] }>('/v1/audit/entries?type=access.cross_agency_blocked');
      expect(body.data.length).toBeGreaterThan(0);
    });
  });
});

async function ask(who: string, route: string, { path, body, headers = {} }: Call): Promise<Answer> {
  const [method = 'GET'] = route.split(' ');
  const api = new ApiClient(system.apiUrl, strangers.get(who)?.token, headers);
  const answer = await (method === 'POST' && !headers['idempotency-key']
    ? api.post(path, body)
    : api.call(method, path, body));
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  return { status: answer.status, text, headers: JSON.stringify([...answer.headers]) };
}

/** As the role table says: any one of the rights that a route names opens it. */
function mayCall(role: Role, { permission, others = [] }: Exclude<Marking, 'public'>): boolean {
  const held = permissionsOf([role]);
  return [permission, ...others].some((one) => held.has(one));
}

/** What the answer says is missing; nothing when it is not a refusal for want of a right. */
async function callAs(person: ApiClient | undefined, route: string, { path, body, headers }: Call) {
  const [method = 'GET'] = route.split(' ');
  const api = person?.with({ ...(method === 'POST' && { 'idempotency-key': randomUUID() }), ...headers });
  const answer = await api?.call<{ code?: string; detail?: string }>(method, path, body);
  const { code, detail = '' } = answer?.body ?? {};
  const isRefused = answer?.status === 403 && code === 'permission-missing';
  return { status: answer?.status, code, refused: isRefused ? (/permission ([\w:-]+)/.exec(detail)?.[1] ?? '?') : '' };
}

/** Whoever is turned away at the door is so before the request is read: one way of naming a thing is as good as all. */
function probesOf(route: string, isLetIn: boolean): readonly Probe[] {
  const probes = CASES[route] ?? [];
  return isLetIn ? probes : probes.slice(0, 1);
}

function mayAsk(who: string, route: string): boolean {
  const marking = guarded.get(route);
  return !marking || HELD[who]?.has(marking.permission) === true;
}

function expectedStatus(who: string, route: string, { status = 404 }: Probe): number {
  if (mayAsk(who, route)) return status;
  return who === 'nobody' ? 401 : 403;
}

function named(call: Call, { agency }: Target): Call {
  return { ...call, headers: { ...call.headers, 'belfry-agency': agency } };
}

/** The answer without the id of the request and without what the caller itself had named. */
function anonymous({ status, text }: Answer, target: Target): { status: number; text: string } {
  const places = Object.entries(target).sort(([, a], [, b]) => b.length - a.length);
  const withoutNames = places.reduce((rest, [name, value]) => rest.replaceAll(value, `<${name}>`), text);
  return {
    status,
    text: withoutNames
      .replace(/"requestId":"[^"]*"/, '"requestId":""')
      // One word for two names of the same value.
      .replaceAll('<reference>', '<purposeCode>'),
  };
}

/** What of the other agency stands in an answer without having stood in the question. */
function secretsIn(text: string, who: string, call: Call): string[] {
  const question = JSON.stringify(call);
  const { templateName: _, metaNumber: __, email: ___, agency, session, person, number, ...ids } = theirs;
  // Who runs the platform knows the agencies, their numbers and, from its log, who signed in; what they write they must not see.
  const known = who === 'platform admin' ? [] : [agency, session, person, number, ...uuidIn(number)];
  const secrets = [...Object.values(ids), digits(theirs.phone), ...known];
  const uuids = Object.values(ids).flatMap(uuidIn);
  return [...secrets, ...uuids].filter((secret) => text.includes(secret) && !question.includes(secret));
}

function uuidIn(wireId: string): string[] {
  const kinds = [
    'contact',
    'message',
    'purpose',
    'phoneNumber',
    'template',
    'event',
    'auditEntry',
    'apiKey',
    'trialGuest',
    'department',
  ] as const;
  return kinds.map((kind) => parseWireId(kind, wireId)).filter((id): id is string => id !== null && isUuid(id));
}

const digits = (phone: string) => phone.slice(1);

function logs(): string {
  return [system.api, ...system.workers].map(({ log }) => log).join('\n');
}

/** Rows of the agency by table, once they stand still. */
async function quietCounts(): Promise<Record<string, number>> {
  let last = await counts();
  return eventually(async () => {
    const now = await counts();
    const isQuiet = JSON.stringify(now) === JSON.stringify(last) && now['audit.staging'] === 0;
    last = now;
    expect(isQuiet).toBe(true);
    return now;
  });
}

async function counts(): Promise<Record<string, number>> {
  const { admin } = system.database;
  const agencyId = parseWireId('agency', theirs.agency);
  const found: Record<string, number> = {};
  for (const { name } of await agencyTables(admin)) {
    const { rows } = await admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name} WHERE agency_id = $1`, [
      agencyId,
    ]);
    found[name] = rows[0]?.n ?? 0;
  }
  return found;
}

async function everythingIn(client: Redis): Promise<string[]> {
  const keys = await client.keys('*');
  const values = await Promise.all(keys.map((key) => valueIn(client, key)));
  return [...keys, ...values.map((value) => JSON.stringify(value))];
}

async function valueIn(client: Redis, key: string): Promise<unknown> {
  const readers: Readonly<Record<string, () => Promise<unknown>>> = {
    string: () => client.get(key),
    hash: () => client.hgetall(key),
    list: () => client.lrange(key, 0, -1),
    set: () => client.smembers(key),
    zset: () => client.zrange(key, 0, -1),
    stream: () => client.xrange(key, '-', '+'),
  };
  return readers[await client.type(key)]?.() ?? null;
}
