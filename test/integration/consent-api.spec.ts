import { randomBytes } from 'node:crypto';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AccessModule, ApiKeysService, KEY_SCOPES } from '#libs/access';
import { AgenciesModule, AgenciesService, DepartmentsService, PlatformSetup } from '#libs/agencies';
import { ConfigModule, Env } from '#libs/config';
import { DatabaseModule } from '#libs/database';
import { platformContext, systemContext } from '#libs/kernel';
import { Logger, ObservabilityModule } from '#libs/observability';
import { createApi } from '../../apps/api/src/create-api.js';
import { TestDatabase } from '../support/test-database.js';

const DAY = 86_400_000;
const LONG = 'x'.repeat(4000);

let db: TestDatabase;
let setup: INestApplicationContext;
let api: NestExpressApplication;
let url: string;
let key: string;

beforeAll(async () => {
  db = await TestDatabase.create();
  const env = Object.assign(new Env(), {
    DATABASE_URL: db.appUrl,
    REDIS_URL: inject('services').redisUrl,
    KEY_PROVIDER: 'env',
    MASTER_KEY: randomBytes(32).toString('base64'),
  });
  const logger = new Logger({ app: 'test', level: 'silent' });
  const shared = [ConfigModule.forRoot(env), ObservabilityModule.forRoot(logger), DatabaseModule];
  @Module({ imports: [...shared, AgenciesModule, AccessModule] })
  class SetupModule {}
  setup = await NestFactory.createApplicationContext(SetupModule, { logger, abortOnError: false });
  await setup.get(PlatformSetup).ensure();
  key = await anApiKey('health');
  api = await createApi(env, logger);
  await api.listen(0, '127.0.0.1');
  url = await api.getUrl();
});

afterAll(async () => {
  await api?.close();
  await setup?.close();
  await db?.drop();
});

async function anApiKey(slug: string): Promise<string> {
  const { id } = await setup.get(AgenciesService).create(platformContext(), { slug, name: slug });
  const ctx = systemContext(id);
  const department = await setup.get(DepartmentsService).create(ctx, { name: 'Clinic' });
  const created = await setup.get(ApiKeysService).create(ctx, {
    departmentId: department.id,
    name: 'test',
    mode: 'live',
    scopes: KEY_SCOPES,
    expiresAt: new Date(Date.now() + 30 * DAY),
  });
  return created.secret;
}

interface Answer {
  readonly status: number;
  readonly replayed: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON the API answers
  readonly body: any;
}

async function call(method: string, path: string, body?: unknown, idempotencyKey?: string): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    },
  });
  return {
    status: answer.status,
    replayed: answer.headers.get('idempotent-replayed') === 'true',
    body: await answer.json(),
  };
}

const faults = ({ body }: Answer) =>
  body.errors?.map((fault: { field: string; code: string }) => `${fault.field} ${fault.code}`).sort();

const NEWS = { code: 'news', title: 'News', category: 'marketing', basis: 'consent' };
const NADIA = {
  phone: '+44 7700 900123',
  language: 'en-GB',
  name: 'Nadia',
  optIn: { method: 'web', at: '2026-11-01T10:00:00Z', evidence: { form: 7 } },
};

describe('PUT /v1/contacts', () => {
  it('makes a contact with its opt-in, shows it masked, and is the same when repeated', async () => {
    const made = await call('PUT', '/v1/contacts', NADIA);
    expect(made).toMatchObject({
      status: 200,
      body: {
        id: expect.stringMatching(/^con_/),
        created: true,
        phone: '+44•••••••123',
        language: 'en_GB',
        identities: ['phone'],
        optIn: { method: 'web', at: '2026-11-01T10:00:00.000Z' },
      },
    });
    expect(await call('PUT', '/v1/contacts', NADIA)).toMatchObject({ body: { ...made.body, created: false } });
    const { created: _, ...shown } = made.body;
    expect(await call('GET', `/v1/contacts/${made.body.id}`)).toMatchObject({ status: 200, body: shown });
  });

  it.each([
    [{}, 422, ['phone required']],
    [{ phone: '07700' }, 400, ['phone not-a-phone-number']],
    [{ userId: 'not an id' }, 400, ['userId not-allowed']],
    [{ phone: '+447700900124', vip: true }, 400, ['vip unknown-field']],
    [
      { phone: '+447700900124', optIn: { method: 'fax', at: 'yesterday', evidence: [] } },
      400,
      ['optIn.at not-a-time', 'optIn.evidence not-a-string', 'optIn.method not-allowed'],
    ],
    [
      {
        phone: '+447700900124',
        optIn: { method: 'web', at: '2026-11-01T10:00:00Z', evidence: { text: LONG } },
      },
      400,
      ['optIn.evidence too-long'],
    ],
    [{ phone: '+447700900124', optIn: { method: 'web', at: '2200-01-01T00:00:00Z' } }, 422, ['optIn.at out-of-range']],
    [{ phone: '+447700900124', optIn: { method: 'web', at: '2008-01-01T00:00:00Z' } }, 422, ['optIn.at out-of-range']],
  ])('refuses by the field at fault (%#)', async (body, status, expected) => {
    const answer = await call('PUT', '/v1/contacts', body);
    expect([answer.status, answer.body.code, faults(answer)]).toEqual([status, 'invalid-request', expected]);
  });
});

describe('GET /v1/contacts/:id', () => {
  it('has one answer for what is missing, foreign and no id at all', async () => {
    const { body } = await call('PUT', '/v1/contacts', { phone: '+447700900130' });
    const own = key;
    key = await anApiKey('water');
    const foreign = await call('GET', `/v1/contacts/${body.id}`);
    key = own;
    const missing = await call('GET', '/v1/contacts/con_01k9q3z5t8e7zv2r4m6w8x0y1a');
    const noId = await call('GET', '/v1/contacts/nadia');
    for (const { status, body: problem } of [foreign, missing, noId]) {
      expect([status, problem.code, problem.detail]).toEqual([404, 'not-found', missing.body.detail]);
    }
  });
});

describe('POST /v1/purposes', () => {
  it('makes a purpose, once per idempotency key, and lists it', async () => {
    const made = await call('POST', '/v1/purposes', NEWS, 'purpose-1');
    expect(made).toMatchObject({
      status: 201,
      replayed: false,
      body: { version: 1, lane: 'bulk', inDoubtPolicy: 'hold', objectable: true },
    });
    expect(await call('POST', '/v1/purposes', NEWS, 'purpose-1')).toEqual({ ...made, replayed: true });
    expect(await call('POST', '/v1/purposes', NEWS)).toMatchObject({ status: 201, body: made.body });
    expect(await call('GET', '/v1/purposes')).toMatchObject({ status: 200, body: { data: [made.body], next: null } });
  });

  it.each([
    [{ ...NEWS, basis: 'public_task' }, 422, ['basis marketing-needs-consent']],
    [{ ...NEWS, category: 'service', basis: 'contract', objectable: false }, 422, ['legalInstrument required']],
    [{ ...NEWS, code: 'reply', category: 'service' }, 422, ['code reserved']],
    [
      { code: 'No!', title: '', category: 'x', basis: 'y', objectable: 'yes', defaultTtlSeconds: 0 },
      400,
      [
        'basis not-allowed',
        'category not-allowed',
        'code not-allowed',
        'defaultTtlSeconds out-of-range',
        'objectable not-a-flag',
        'title too-short',
      ],
    ],
  ])('refuses %j', async (body, status, expected) => {
    const answer = await call('POST', '/v1/purposes', body);
    expect([answer.status, faults(answer)]).toEqual([status, expected]);
  });
});

describe('POST /v1/consents', () => {
  it('records a choice of somebody known by phone, and the next by contact', async () => {
    await call('POST', '/v1/purposes', NEWS);
    const grant = {
      to: '+447700900125',
      purpose: 'news',
      event: 'granted',
      method: 'paper',
      at: '2026-11-20T10:00:00Z',
      evidence: 'form 12',
    };
    const granted = await call('POST', '/v1/consents', grant, 'consent-1');
    expect(granted).toMatchObject({
      status: 201,
      body: {
        id: expect.stringMatching(/^evt_/),
        contactId: expect.stringMatching(/^con_/),
        purpose: 'news',
        state: 'granted',
        since: '2026-11-20T10:00:00.000Z',
      },
    });
    expect(await call('POST', '/v1/consents', grant, 'consent-1')).toEqual({ ...granted, replayed: true });
    const { contactId } = granted.body;
    const withdrawn = await call('POST', '/v1/consents', { contactId, purpose: 'news', event: 'withdrawn' });
    expect(withdrawn).toMatchObject({ status: 201, body: { contactId, state: 'withdrawn' } });
  });

  it.each([
    [{ purpose: 'news', event: 'granted' }, 400, 'invalid-request', ['to required']],
    [
      { to: '+447700900125', contactId: 'con_01k9q3z5t8e7zv2r4m6w8x0y1a', purpose: 'news', event: 'granted' },
      400,
      'invalid-request',
      ['contactId ambiguous'],
    ],
    [{ contactId: 'con_01k9q3z5t8e7zv2r4m6w8x0y1a', purpose: 'news', event: 'granted' }, 404, 'not-found', undefined],
    [
      { to: '+447700900125', purpose: 'nothing', event: 'granted' },
      422,
      'purpose-unknown',
      ['purpose purpose-unknown'],
    ],
    [
      { to: '+447700900125', purpose: 'news', event: 'forgotten', method: 'fax' },
      400,
      'invalid-request',
      ['event not-allowed', 'method not-allowed'],
    ],
    [
      { to: '+447700900125', purpose: 'news', event: 'granted', at: '2200-01-01T00:00:00Z' },
      422,
      'invalid-request',
      ['at out-of-range'],
    ],
  ])('refuses %j', async (body, status, code, expected) => {
    const answer = await call('POST', '/v1/consents', body);
    expect([answer.status, answer.body.code, faults(answer)]).toEqual([status, code, expected]);
  });
});
