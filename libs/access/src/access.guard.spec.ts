import type { ExecutionContext } from '@nestjs/common';
import { beforeEach, describe, expect, it } from 'vitest';
import { hashApiKey, newApiKey } from '#libs/crypto';
import { Public } from '#libs/http';
import { newId, PLATFORM_AGENCY_ID, toWireId } from '#libs/kernel';
import { tokenExpired } from './access.errors.js';
import { AccessGuard } from './access.guard.js';
import { Allow } from './allow.decorator.js';
import type { KeyLookUpRow } from './api-keys/api-keys.repository.js';
import { KeyLookUps } from './api-keys/key-look-ups.js';
import { DenialsService } from './denials.service.js';
import { JwtStrategy } from './jwt.strategy.js';
import { MembershipsService } from './memberships.service.js';
import { PeopleService } from './people.service.js';
import type { LiveSession } from './sessions/live-sessions.service.js';
import { StepUp } from './sessions/step-up.decorator.js';

class OpenRoutes {
  @Allow('messages:send')
  send(): void {}

  @Allow('audit:read')
  readLog(): void {}

  @Allow('account:self')
  readOwn(): void {}

  @Allow('messages:send')
  @StepUp()
  dangerous(): void {}

  @Public()
  open(): void {}

  unmarked(): void {}

  @Public()
  @Allow('messages:send')
  both(): void {}
}

@Public()
class PublicRoutes {
  @Allow('messages:send')
  send(): void {}

  open(): void {}
}

const pepper = { kid: 1, version: 1, key: Buffer.alloc(32, 1) };
const agencyA = newId();
const agencyB = newId();
const userId = newId();
const sessionId = newId();
const live = newApiKey('live');
const DAY = 86_400_000;

let row: KeyLookUpRow;
let session: LiveSession | null;
let members: { agency_id: string; role: string }[];
let recorded: { type: string; agencyId: string }[];
let lookUps: number;
let uses: string[];
let guard: AccessGuard;

/** The services are real; only the database, the audit log and the tokens are not. */
beforeEach(() => {
  row = {
    agency_id: agencyA,
    id: newId(),
    department_id: newId(),
    mode: 'live',
    key_hash: hashApiKey(pepper.key, live.secret),
    scopes: ['messages:send', 'no-such:scope'],
    ip_allow_list: [],
    expires_at: new Date(Date.now() + DAY),
    revoked_at: null,
    agency_status: 'live',
  };
  members = [{ agency_id: agencyA, role: 'agency_admin' }];
  session = { id: sessionId, userId, epoch: 0, mustEnrol: false, steppedUpUntil: null };
  recorded = [];
  lookUps = 0;
  const database = {
    agencyTransaction: (ctx: object, work: (tx: object) => unknown) => work(ctx),
    acrossAgencies: async () => members,
  };
  const audit = {
    record: async (tx: { agencyId: string }, action: { type: string }) =>
      void recorded.push({ type: action.type, agencyId: tx.agencyId }),
  };
  const repository = {
    acrossAgenciesByPrefix: async (prefix: string) => {
      lookUps++;
      return prefix === live.prefix ? [row] : [];
    },
  };
  const tokens = {
    verify: async (token: string) => {
      if (token !== 'token') throw tokenExpired();
      return { userId, sessionId, epoch: 0 };
    },
  };
  const apiKeys = new KeyLookUps(repository as never, { all: async () => [pepper] } as never);
  uses = [];
  const denials = new DenialsService(database as never, audit as never, { failure: () => undefined } as never);
  const people = new PeopleService(
    new JwtStrategy(tokens as never),
    { find: async () => session } as never,
    new MembershipsService(database as never),
    denials,
  );
  const noted = { note: (key: { id: string }) => void uses.push(key.id) };
  guard = new AccessGuard(apiKeys, noted as never, people, denials);
});

interface TestRequest {
  headers: Record<string, string>;
  ip?: string;
  agencyContext?: { agencyId: string; permissions: Set<string>; mode: string; actor: object };
}

async function ask(method: string, headers: Record<string, string> = {}, controller: new () => object = OpenRoutes) {
  const { 'test-ip': ip, ...others } = headers;
  const request: TestRequest = { headers: others, ip };
  const handler = (controller.prototype as Record<string, unknown>)[method];
  const execution = {
    getHandler: () => handler,
    getClass: () => controller,
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({}) }),
  } as unknown as ExecutionContext;
  try {
    await guard.canActivate(execution);
    return { code: 'allowed', ctx: request.agencyContext };
  } catch (error) {
    return { code: (error as { code: string }).code, ctx: undefined };
  }
}

const bearer = (credential: string, more: Record<string, string> = {}) => ({
  authorization: `Bearer ${credential}`,
  ...more,
});

const agencyHeader = (id: string) => ({ 'belfry-agency': toWireId('agency', id) });

describe('a route', () => {
  it('without a marking is closed to everyone', async () => {
    expect((await ask('unmarked')).code).toBe('forbidden');
    expect((await ask('unmarked', bearer(live.secret))).code).toBe('forbidden');
  });

  it('marked public asks for nothing', async () => {
    expect((await ask('open')).code).toBe('allowed');
    expect((await ask('open', {}, PublicRoutes)).code).toBe('allowed');
  });

  it('with both markings is closed, whichever way round', async () => {
    expect((await ask('both')).code).toBe('authentication-missing');
    expect((await ask('send', {}, PublicRoutes)).code).toBe('authentication-missing');
  });
});

describe('credentials', () => {
  it.each([
    ['none', {}, 'authentication-missing'],
    ['an empty header', { authorization: '' }, 'authentication-missing'],
    ['no scheme', { authorization: live.secret }, 'authentication-missing'],
    [
      'Basic',
      { authorization: `Basic ${Buffer.from(`a:${live.secret}`).toString('base64')}` },
      'authentication-missing',
    ],
    ['nothing after Bearer', { authorization: 'Bearer ' }, 'authentication-missing'],
    ['two credentials', { authorization: `Bearer ${live.secret} ${live.secret}` }, 'authentication-missing'],
    ['two credentials with a comma', { authorization: `Bearer a, Bearer ${live.secret}` }, 'authentication-missing'],
    ['a key in another header', { 'x-api-key': live.secret }, 'authentication-missing'],
    ['the key', bearer(live.secret), 'allowed'],
    ['the key with a small scheme', { authorization: `bearer ${live.secret}` }, 'allowed'],
    ['a shortened key', bearer(live.secret.slice(0, -1)), 'key-invalid'],
    ['a lengthened key', bearer(`${live.secret}a`), 'key-invalid'],
    ['a key whose prefix is in capitals', bearer(live.secret.replace('bf_live', 'BF_LIVE')), 'token-expired'],
    ['another key', bearer(newApiKey('live').secret), 'key-invalid'],
    ['a test key of the same shape', bearer(newApiKey('test').secret), 'key-invalid'],
    ['only the prefix', bearer(live.prefix), 'key-invalid'],
    ['an endless key', bearer(`bf_live_${'a'.repeat(7000)}`), 'key-invalid'],
    ['an expired token', bearer('expired'), 'token-expired'],
  ])('%s: %s', async (_label, headers, code) => {
    expect((await ask('send', headers as Record<string, string>)).code).toBe(code);
  });

  it('with the prefix of a real key and another secret find nothing', async () => {
    const other = newApiKey('live');
    row = { ...row, key_hash: hashApiKey(pepper.key, other.secret) };
    expect((await ask('send', bearer(live.secret))).code).toBe('key-invalid');
  });
});

describe('a key', () => {
  it('never steps up', async () => {
    expect((await ask('dangerous', bearer(live.secret))).code).toBe('step-up-required');
  });

  it('makes the context of its agency, with its known scopes only', async () => {
    const { ctx } = await ask('send', bearer(live.secret));
    expect(ctx).toMatchObject({ agencyId: agencyA, mode: 'live', actor: { kind: 'api_key', id: row.id } });
    expect([...(ctx?.permissions ?? [])]).toEqual(['messages:send']);
  });

  it.each([
    ['revoked', { revoked_at: new Date() }, 'key-revoked'],
    ['expired', { expires_at: new Date(Date.now() - 1) }, 'key-expired'],
    ['of a suspended agency', { agency_status: 'suspended' }, 'agency-suspended'],
    ['of a closed agency', { agency_status: 'closed' }, 'agency-suspended'],
  ])('that is %s is refused', async (_label, change, code) => {
    row = { ...row, ...change };
    expect((await ask('send', bearer(live.secret))).code).toBe(code);
  });

  it('without the permission is refused, and that is recorded in its agency', async () => {
    expect((await ask('readLog', bearer(live.secret))).code).toBe('permission-missing');
    expect(recorded).toEqual([{ type: 'access.denied', agencyId: agencyA }]);
  });

  it('that is refused again and again fills no log', async () => {
    for (let count = 0; count < 50; count++) await ask('readLog', bearer(live.secret));
    expect(recorded).toHaveLength(10);
  });

  it('may name its own agency and no other', async () => {
    expect((await ask('send', bearer(live.secret, agencyHeader(agencyA)))).code).toBe('allowed');
    expect((await ask('send', bearer(live.secret, agencyHeader(agencyB)))).code).toBe('not-found');
    expect((await ask('send', bearer(live.secret, { 'belfry-agency': 'x' }))).code).toBe('not-found');
  });

  it('used many times at once is looked up once', async () => {
    await Promise.all(Array.from({ length: 100 }, () => ask('send', bearer(live.secret))));
    expect(lookUps).toBe(1);
  });

  it('with a list of networks is used from there and nowhere else, and that is recorded', async () => {
    row = { ...row, ip_allow_list: ['203.0.113.0/24'] };
    expect((await ask('send', bearer(live.secret, { 'test-ip': '::ffff:203.0.113.9' }))).code).toBe('allowed');
    expect((await ask('send', bearer(live.secret, { 'test-ip': '198.51.100.1' }))).code).toBe('address-not-allowed');
    expect((await ask('send', bearer(live.secret))).code).toBe('address-not-allowed');
    expect(recorded).toEqual(Array.from({ length: 2 }, () => ({ type: 'apikey.ip_blocked', agencyId: agencyA })));
    expect(uses).toEqual([row.id]);
  });

  it('revoked elsewhere stops working within a second', async () => {
    expect((await ask('send', bearer(live.secret))).code).toBe('allowed');
    row = { ...row, revoked_at: new Date() };
    const revokedAt = performance.now();
    await expect.poll(async () => (await ask('send', bearer(live.secret))).code).toBe('key-revoked');
    expect(performance.now() - revokedAt).toBeLessThan(1000);
  });
});

describe('a person', () => {
  it('of one agency acts there', async () => {
    const { ctx } = await ask('send', bearer('token'));
    expect(ctx).toMatchObject({
      agencyId: agencyA,
      mode: 'live',
      actor: { kind: 'user', id: userId, role: 'agency_admin' },
    });
  });

  it('of several agencies must name one', async () => {
    members.push({ agency_id: agencyB, role: 'auditor' });
    expect((await ask('send', bearer('token'))).code).toBe('agency-header-missing');
    expect((await ask('send', bearer('token', agencyHeader(agencyA)))).ctx?.agencyId).toBe(agencyA);
  });

  it('holds in each agency only the roles of that agency', async () => {
    members.push({ agency_id: agencyB, role: 'auditor' });
    expect((await ask('send', bearer('token', agencyHeader(agencyB)))).code).toBe('permission-missing');
    expect((await ask('readLog', bearer('token', agencyHeader(agencyB)))).code).toBe('allowed');
  });

  it('gets the same answer for a foreign agency as for one that does not exist', async () => {
    expect((await ask('send', bearer('token', agencyHeader(agencyB)))).code).toBe('not-found');
    expect((await ask('send', bearer('token', { 'belfry-agency': "agy_' OR 1=1" }))).code).toBe('not-found');
    expect(recorded[0]).toEqual({ type: 'access.cross_agency_blocked', agencyId: PLATFORM_AGENCY_ID });
  });

  it.each([
    ['without any role', []],
    ['whose role this release does not know', [{ agency_id: agencyA, role: 'wizard' }]],
  ])('%s has their own account and nothing else', async (_label, rows) => {
    members = rows;
    expect((await ask('send', bearer('token'))).code).toBe('permission-missing');
    expect((await ask('readOwn', bearer('token'))).code).toBe('allowed');
  });

  it.each([
    ['session is over', null],
    ["session is somebody else's", { userId: newId() }],
    ['sessions were all ended', { epoch: 1 }],
  ])('whose %s is signed out', async (_label, change) => {
    session = change && session && { ...session, ...change };
    expect((await ask('send', bearer('token'))).code).toBe('token-invalid');
    expect((await ask('readOwn', bearer('token'))).code).toBe('token-invalid');
  });

  it('reaches their own account, under the platform, without naming an agency', async () => {
    members.push({ agency_id: agencyB, role: 'auditor' });
    const { ctx } = await ask('readOwn', bearer('token'));
    expect(ctx).toMatchObject({ agencyId: PLATFORM_AGENCY_ID, actor: { id: userId } });
    expect([...(ctx?.permissions ?? [])]).toEqual(['account:self']);
    expect((await ask('readOwn', bearer('token', agencyHeader(agencyB)))).ctx?.agencyId).toBe(PLATFORM_AGENCY_ID);
    expect((await ask('readOwn', bearer('token', agencyHeader(newId())))).code).toBe('not-found');
  });

  it('without a mandatory second step may do nothing but add one', async () => {
    session = session && { ...session, mustEnrol: true };
    expect((await ask('send', bearer('token'))).code).toBe('permission-missing');
    expect((await ask('readOwn', bearer('token'))).code).toBe('allowed');
  });

  it.each([
    ['never', null, 'step-up-required'],
    ['too long ago', new Date(Date.now() - 1), 'step-up-required'],
    ['just now', new Date(Date.now() + 60_000), 'allowed'],
  ])('who stepped up %s and does something dangerous: %s', async (_label, steppedUpUntil, code) => {
    session = session && { ...session, steppedUpUntil };
    expect((await ask('dangerous', bearer('token'))).code).toBe(code);
  });

  it('who runs the platform may not act in agencies', async () => {
    members = [{ agency_id: PLATFORM_AGENCY_ID, role: 'platform_admin' }];
    expect((await ask('send', bearer('token'))).code).toBe('permission-missing');
    expect((await ask('send', bearer('token', agencyHeader(agencyA)))).code).toBe('not-found');
    expect((await ask('readLog', bearer('token'))).ctx?.agencyId).toBe(PLATFORM_AGENCY_ID);
  });

  it('whose role ended loses it within a second', async () => {
    expect((await ask('send', bearer('token'))).code).toBe('allowed');
    members = [];
    await expect.poll(async () => (await ask('send', bearer('token'))).code).toBe('permission-missing');
  });
});
