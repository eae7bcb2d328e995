import { randomBytes } from 'node:crypto';
import { Controller, Get, Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessGuard, AccessModule, Allow, ApiKeysService, Ctx, UsersService } from '#libs/access';
import { AgenciesModule, AgenciesService, DepartmentsService, PlatformSetup } from '#libs/agencies';
import { ConfigModule, Env } from '#libs/config';
import { DatabaseModule } from '#libs/database';
import { configureHttp } from '#libs/http';
import { type AgencyContext, newId, platformContext, systemContext, toWireId } from '#libs/kernel';
import { Logger, ObservabilityModule } from '#libs/observability';
import { SessionsApiModule } from '../../apps/api/src/sessions/sessions-api.module.js';
import { TestDatabase } from '../support/test-database.js';

@Controller('v1/whoami')
class WhoAmIController {
  @Get()
  @Allow('audit:read')
  getContext(@Ctx() ctx: AgencyContext): unknown {
    return { ...ctx, permissions: [...ctx.permissions] };
  }

  @Get('sender')
  @Allow('messages:send')
  getSender(@Ctx() ctx: AgencyContext): unknown {
    return { agencyId: ctx.agencyId };
  }
}

@Module({
  imports: [AccessModule],
  controllers: [WhoAmIController],
  providers: [{ provide: APP_GUARD, useExisting: AccessGuard }],
})
class WhoAmIModule {}

const DAY = 86_400_000;
const password = 'a long enough password';

let testDatabase: TestDatabase;
let app: NestExpressApplication;
let url: string;
let health: AgencyContext;
let water: AgencyContext;
let departmentId: string;

beforeAll(async () => {
  testDatabase = await TestDatabase.create();
  const env = Object.assign(new Env(), {
    BELFRY_MODE: 'demo',
    DATABASE_URL: testDatabase.appUrl,
    KEY_PROVIDER: 'env',
    MASTER_KEY: randomBytes(32).toString('base64'),
  });
  const logger = new Logger({ app: 'test', level: 'silent' });
  const module = {
    module: class {},
    imports: [
      ConfigModule.forRoot(env),
      ObservabilityModule.forRoot(logger),
      DatabaseModule,
      AgenciesModule,
      WhoAmIModule,
      SessionsApiModule,
    ],
  };
  app = await NestFactory.create<NestExpressApplication>(module, { logger, bodyParser: false, abortOnError: false });
  configureHttp(app);
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
  await app.get(PlatformSetup).ensure();
  const agencies = app.get(AgenciesService);
  health = systemContext((await agencies.create(platformContext(), { slug: 'health', name: 'Health' })).id);
  water = systemContext((await agencies.create(platformContext(), { slug: 'water', name: 'Water' })).id);
  departmentId = (await app.get(DepartmentsService).create(health, { name: 'Clinics' })).id;
});

afterAll(async () => {
  await app?.close();
  await testDatabase?.drop();
});

async function get(credential: string, path = '/v1/whoami', headers: Record<string, string> = {}) {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${credential}`, ...headers } });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function signIn(email: string, secret: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password: secret }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, string>,
  };
}

async function entries(type: string): Promise<Record<string, unknown>[]> {
  const { rows } = await testDatabase.admin.query<{ entry: string }>(
    "SELECT convert_from(entry, 'UTF8') AS entry FROM audit.staging",
  );
  return rows
    .map(({ entry }) => JSON.parse(entry) as Record<string, unknown>)
    .filter((entry) => entry['type'] === type);
}

const key = (change: object = {}) => ({
  departmentId,
  name: 'Appointments',
  mode: 'live' as const,
  scopes: ['audit:read'],
  expiresAt: new Date(Date.now() + DAY),
  ...change,
});

describe(ApiKeysService.name, () => {
  it('makes a key that works at once, for its agency and department', async () => {
    const { id, secret } = await app.get(ApiKeysService).create(health, key());
    const { status, body } = await get(secret);
    expect(status).toBe(200);
    expect(body).toMatchObject({ agencyId: health.agencyId, departmentId, mode: 'live', permissions: ['audit:read'] });
    expect(body['actor']).toEqual({ kind: 'api_key', id });
  });

  it('makes test keys for the sandbox', async () => {
    const { secret } = await app.get(ApiKeysService).create(health, key({ mode: 'sandbox' }));
    expect(secret).toMatch(/^bf_test_/);
    expect((await get(secret)).body).toMatchObject({ mode: 'sandbox' });
  });

  it('keeps no key in clear', async () => {
    const { secret } = await app.get(ApiKeysService).create(health, key());
    const { rows } = await testDatabase.admin.query('SELECT api_keys::text AS text FROM api_keys');
    expect(JSON.stringify(rows)).not.toContain(secret.slice(20));
  });

  it('ends a key within a second, for requests that go on all the time', async () => {
    const { id, secret } = await app.get(ApiKeysService).create(health, key());
    expect((await get(secret)).status).toBe(200);
    // As another process would: this one must find out by itself.
    await testDatabase.admin.query('UPDATE api_keys SET revoked_at = now() WHERE id = $1', [id]);
    const revokedAt = performance.now();
    while ((await get(secret)).status === 200) expect(performance.now() - revokedAt).toBeLessThan(1000);
    expect((await get(secret)).body).toMatchObject({ status: 401, code: 'key-revoked' });
  });

  it('revokes once, and only in its own agency', async () => {
    const keys = app.get(ApiKeysService);
    const { id, secret } = await keys.create(health, key());
    await expect(keys.revoke(water, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(keys.revoke(health, newId())).rejects.toMatchObject({ code: 'not-found' });
    await Promise.all([keys.revoke(health, id), keys.revoke(health, id)]);
    expect((await get(secret)).body).toMatchObject({ code: 'key-revoked' });
    expect(
      (await entries('apikey.revoked')).filter((entry) => (entry['target'] as { id: string }).id === id),
    ).toHaveLength(1);
  });

  it("does not give a key to another agency's department", async () => {
    await expect(app.get(ApiKeysService).create(water, key())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses what the key may not do, and records it', async () => {
    const { id, secret } = await app.get(ApiKeysService).create(health, key());
    expect((await get(secret, '/v1/whoami/sender')).body).toMatchObject({ status: 403, code: 'permission-missing' });
    const denied = (await entries('access.denied')).filter((entry) => (entry['actor'] as { id: string }).id === id);
    expect(denied).toMatchObject([{ agency: health.agencyId, outcome: 'denied', reason: 'permission-missing' }]);
  });

  it('records the use of a key that was revoked or has expired, a few times a minute', async () => {
    const keys = app.get(ApiKeysService);
    const [revoked, expired] = [await keys.create(health, key()), await keys.create(health, key())];
    await keys.revoke(health, revoked.id);
    await testDatabase.admin.query(
      "UPDATE api_keys SET created_at = now() - interval '2 days', expires_at = now() - interval '1 day' WHERE id = $1",
      [expired.id],
    );
    for (let n = 0; n < 12; n++) expect((await get(revoked.secret)).body).toMatchObject({ code: 'key-revoked' });
    expect((await get(expired.secret)).body).toMatchObject({ code: 'key-expired' });
    const denied = (await entries('access.denied')).filter(({ agency }) => agency === health.agencyId);
    const of = (id: string, reason: string) =>
      denied.filter((entry) => (entry['actor'] as { id: string }).id === id && entry['reason'] === reason);
    expect([of(revoked.id, 'key-revoked').length, of(expired.id, 'key-expired').length]).toEqual([10, 1]);
  });

  it('refuses keys of a suspended agency', async () => {
    const { secret } = await app.get(ApiKeysService).create(health, key());
    await testDatabase.admin.query(
      "UPDATE agencies SET status = 'suspended', status_before = 'live', status_reason = 'x' WHERE agency_id = $1",
      [health.agencyId],
    );
    expect((await get(secret)).body).toMatchObject({ status: 403, code: 'agency-suspended' });
    await testDatabase.admin.query(
      "UPDATE agencies SET status = 'live', status_before = NULL, status_reason = NULL WHERE agency_id = $1",
      [health.agencyId],
    );
  });
});

describe('sign-in', () => {
  it('gives a token for the only agency of a person', async () => {
    const users = app.get(UsersService);
    const { id } = await users.create(platformContext(), { email: 'Ada@Health.example', name: 'Ada', password });
    await users.grantRole(health, { userId: id, role: 'agency_admin' });
    const { status, body } = await signIn(' ada@health.EXAMPLE ', password);
    expect(status).toBe(201);
    expect(new Date(body['expiresAt'] ?? '').getTime() - Date.now()).toBeGreaterThan(590_000);
    const { body: ctx } = await get(body['accessToken'] ?? '');
    expect(ctx).toMatchObject({ agencyId: health.agencyId, actor: { kind: 'user', id, role: 'agency_admin' } });
    const [entry] = await entries('auth.login.succeeded');
    expect(entry).toMatchObject({ actor: { kind: 'user', id }, ip: '127.0.0.0/24' });
  });

  it('needs the agency in a header for people with several, and knows no other', async () => {
    const users = app.get(UsersService);
    const { id } = await users.create(platformContext(), { email: 'both@example.org', name: 'Both', password });
    await users.grantRole(health, { userId: id, role: 'auditor' });
    await users.grantRole(water, { userId: id, role: 'auditor' });
    const token = (await signIn('both@example.org', password)).body['accessToken'] ?? '';
    expect((await get(token)).body).toMatchObject({ status: 400, code: 'agency-header-missing' });
    const named = (agency: string) => get(token, '/v1/whoami', { 'belfry-agency': toWireId('agency', agency) });
    expect((await named(water.agencyId)).body).toMatchObject({ agencyId: water.agencyId });
    expect((await named(newId())).body).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('answers a wrong password, an unknown address and a disabled account alike', async () => {
    const { id } = await app
      .get(UsersService)
      .create(platformContext(), { email: 'gone@example.org', name: 'Gone', password });
    await testDatabase.admin.query('UPDATE users SET disabled_at = now() WHERE id = $1', [id]);
    const answers = [
      await signIn('ada@health.example', 'wrong password!'),
      await signIn('nobody@health.example', password),
      await signIn('gone@example.org', password),
    ];
    const bodies = answers.map(({ status, body: { requestId: _, ...rest } }) => ({ ...rest, status }));
    expect(bodies[0]).toMatchObject({ status: 401, code: 'sign-in-failed' });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    expect(await entries('auth.login.failed')).toHaveLength(3);
  });

  it('ends the sessions of a person whose epoch is raised', async () => {
    const token = (await signIn('ada@health.example', password)).body['accessToken'] ?? '';
    expect((await get(token)).status).toBe(200);
    await testDatabase.admin.query('UPDATE users SET session_epoch = session_epoch + 1');
    await expect.poll(async () => (await get(token)).body['code']).toBe('token-invalid');
  });

  it('makes whoever guesses wait', async () => {
    const answers = await Promise.all(
      Array.from({ length: 14 }, () => signIn('guessed@example.org', 'wrong password!')),
    );
    const waiting = answers.filter(({ status }) => status === 429);
    expect(waiting).toHaveLength(4);
    const detail = 'Too many failed attempts to sign in. Wait 15 minutes.';
    expect(waiting[0]?.body).toMatchObject({ code: 'too-many-attempts', detail });
    expect(Number(waiting[0]?.headers.get('retry-after'))).toBeGreaterThan(880);
    expect(await entries('auth.login.locked')).toHaveLength(1);
  });

  it.each([
    [{ email: 'a' }, ['password required']],
    [{ email: 'a', password: 1 }, ['password not-a-string']],
    [{ email: 'a@b.example\0', password: 'x' }, ['email not-allowed']],
    [{ email: { $gt: '' }, password: 'x' }, ['email not-a-string']],
    [{ email: 'a', password: 'x', role: 'platform_admin' }, ['role unknown-field']],
  ])('refuses %j', async (body, problems) => {
    const response = await fetch(`${url}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { errors } = (await response.json()) as { errors: { field: string; code: string }[] };
    expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual(problems);
  });

  it('keeps addresses and names sealed', async () => {
    const { rows } = await testDatabase.admin.query('SELECT * FROM users');
    const bytes = Buffer.concat(
      rows.flatMap((row: Record<string, unknown>) =>
        Object.values(row).map((value) => Buffer.from(Buffer.isBuffer(value) ? value : String(value))),
      ),
    );
    expect(bytes.includes('ada@')).toBe(false);
    expect(bytes.includes('Ada')).toBe(false);
  });
});

describe(UsersService.name, () => {
  it('knows one person for each address', async () => {
    const person = { email: 'twice@example.org', name: 'Twice', password };
    await app.get(UsersService).create(platformContext(), person);
    await expect(
      app.get(UsersService).create(platformContext(), { ...person, email: 'TWICE@example.org' }),
    ).rejects.toMatchObject({
      code: 'email-taken',
    });
  });

  it('is for the platform only', async () => {
    const person = { email: 'x@example.org', name: 'X', password };
    const ctx = { ...health, actor: { kind: 'user', id: newId() }, permissions: new Set(['audit:read']) } as const;
    await expect(app.get(UsersService).create(ctx, person)).rejects.toMatchObject({ code: 'permission-missing' });
  });

  it('gives a role twice without a second entry, and none to nobody', async () => {
    const users = app.get(UsersService);
    const { id } = await users.create(platformContext(), { email: 'role@example.org', name: 'R', password });
    await users.grantRole(health, { userId: id, role: 'auditor' });
    await users.grantRole(health, { userId: id, role: 'auditor' });
    const granted = (await entries('access.role.granted')).filter(
      (entry) => (entry['target'] as { id: string }).id === id,
    );
    expect(granted).toHaveLength(1);
    await expect(users.grantRole(health, { userId: newId(), role: 'auditor' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
