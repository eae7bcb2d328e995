import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgenciesModule, AgenciesService, PlatformSetup } from '#libs/agencies';
import { ConfigModule, Env } from '#libs/config';
import { AgencyDatabase, type AgencyTx, DatabaseModule } from '#libs/database';
import { IdempotencyModule, IdempotencyService } from '#libs/idempotency';
import { type AgencyContext, DomainError, newId, platformContext, systemContext } from '#libs/kernel';
import { Logger, ObservabilityModule } from '#libs/observability';
import { TestDatabase } from '../support/test-database.js';

const route = 'POST /v1/messages';

let testDatabase: TestDatabase;
let app: INestApplicationContext;
let database: AgencyDatabase;
let idempotency: IdempotencyService;
let agencyId: string;
let otherAgencyId: string;

beforeAll(async () => {
  testDatabase = await TestDatabase.create();
  const env = Object.assign(new Env(), {
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
      IdempotencyModule,
    ],
  };
  app = await NestFactory.createApplicationContext(module, { logger, abortOnError: false });
  database = app.get(AgencyDatabase);
  idempotency = app.get(IdempotencyService);
  await app.get(PlatformSetup).ensure();
  const agencies = app.get(AgenciesService);
  agencyId = (await agencies.create(platformContext(), { slug: 'health', name: 'Health' })).id;
  otherAgencyId = (await agencies.create(platformContext(), { slug: 'water', name: 'Water' })).id;
});

afterAll(async () => {
  await app?.close();
  await testDatabase?.drop();
});

interface Answer {
  status?: number;
  body?: unknown;
  replayed?: boolean;
  code?: string;
}

interface Attempt {
  key: string | undefined;
  ctx?: AgencyContext;
  body?: unknown;
  atRoute?: string;
  work?: (tx: AgencyTx) => Promise<{ status: number; body: unknown }>;
}

/** The effect is a row in the same transaction, so that it can be counted. */
async function departmentMade(tx: AgencyTx): Promise<{ status: number; body: unknown }> {
  const id = newId();
  await tx.execute('INSERT INTO departments (agency_id, id, name) VALUES ($1, $2, $3)', [tx.agencyId, id, id]);
  return { status: 202, body: { id, at: new Date('2026-11-22T09:30:00Z') } };
}

async function attempt({
  key,
  ctx = systemContext(agencyId),
  body = { a: 1 },
  atRoute = route,
  work = departmentMade,
}: Attempt) {
  try {
    const answer = await database.agencyTransaction(ctx, (tx) =>
      idempotency.within(tx, { key, route: atRoute, body }, () => work(tx)),
    );
    return { ...answer, body: JSON.parse(JSON.stringify(answer.body)) as unknown } as Answer;
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code } as Answer;
    throw error;
  }
}

async function departments(): Promise<number> {
  const { rows } = await testDatabase.admin.query('SELECT count(*)::int AS n FROM departments');
  return (rows[0] as { n: number }).n;
}

describe(IdempotencyService.name, () => {
  it('gives a repeated request its first answer and acts once', async () => {
    const before = await departments();
    const first = await attempt({ key: 'repeat' });
    const second = await attempt({ key: 'repeat' });
    expect(first).toMatchObject({ status: 202, replayed: false });
    expect(second).toEqual({ ...first, replayed: true });
    expect(await departments()).toBe(before + 1);
  });

  it('acts once for fifty requests at the same time', async () => {
    const before = await departments();
    const answers = await Promise.all(Array.from({ length: 50 }, () => attempt({ key: 'parallel' })));
    const done = answers.filter(({ status }) => status === 202);
    expect(done.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.filter(({ code }) => code !== undefined && code !== 'idempotency-key-in-use')).toEqual([]);
    expect(await departments()).toBe(before + 1);
  });

  it('acts once however requests of many keys interleave', async () => {
    const before = await departments();
    const keys = Array.from({ length: 100 }, (_, index) => `mixed-${index % 20}`);
    await Promise.all(keys.map((key) => attempt({ key })));
    expect(await departments()).toBe(before + 20);
  });

  it('answers at once while the first request runs', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const first = attempt({
      key: 'slow',
      work: async (tx) => {
        begin();
        await held;
        return departmentMade(tx);
      },
    });
    await begun;
    expect(await attempt({ key: 'slow' })).toEqual({ code: 'idempotency-key-in-use' });
    release();
    expect(await first).toMatchObject({ status: 202 });
  });

  it('refuses the key for another body or another route', async () => {
    await attempt({ key: 'reuse' });
    expect(await attempt({ key: 'reuse', body: { a: 2 } })).toEqual({ code: 'idempotency-key-reused' });
    expect(await attempt({ key: 'reuse', atRoute: 'POST /v1/alerts' })).toEqual({ code: 'idempotency-key-reused' });
  });

  it('does not mind the order of fields', async () => {
    await attempt({ key: 'order', body: { a: 1, b: { c: 1, d: 2 } } });
    expect(await attempt({ key: 'order', body: { b: { d: 2, c: 1 }, a: 1 } })).toMatchObject({ replayed: true });
  });

  it('keeps agencies and actors apart', async () => {
    const someone = { ...systemContext(agencyId), actor: { kind: 'user', id: newId() } } as const;
    await attempt({ key: 'mine' });
    expect(await attempt({ key: 'mine', ctx: systemContext(otherAgencyId) })).toMatchObject({ replayed: false });
    expect(await attempt({ key: 'mine', ctx: someone })).toMatchObject({ replayed: false });
  });

  it('forgets refusals, so that the key works once the cause is mended', async () => {
    const before = await departments();
    const refuse = async (tx: AgencyTx): Promise<never> => {
      await departmentMade(tx);
      throw new DomainError('consent-missing', { httpStatus: 422, detail: 'None.' });
    };
    expect(await attempt({ key: 'mended', work: refuse })).toEqual({ code: 'consent-missing' });
    expect(await departments()).toBe(before);
    expect(await attempt({ key: 'mended' })).toMatchObject({ status: 202, replayed: false });
  });

  it('stores no answer that is not a success', async () => {
    const work = async () => ({ status: 409, body: {} });
    expect(await attempt({ key: 'conflict', work })).toMatchObject({ status: 409 });
    expect(await attempt({ key: 'conflict' })).toMatchObject({ status: 202, replayed: false });
  });

  it('runs a request without a key each time', async () => {
    const before = await departments();
    await attempt({ key: undefined });
    await attempt({ key: undefined });
    expect(await departments()).toBe(before + 2);
  });

  it('lets a key be used again after a day, and sweeps what expired', async () => {
    await attempt({ key: 'old' });
    await testDatabase.admin.query("UPDATE idempotency_keys SET expires_at = now() - interval '1 second'");
    expect(await attempt({ key: 'old', body: { a: 2 } })).toMatchObject({ replayed: false });
    const swept = await database.agencyTransaction(systemContext(agencyId), (tx) => idempotency.sweep(tx));
    expect(swept).toBeGreaterThan(5);
    expect(await attempt({ key: 'old', body: { a: 2 } })).toMatchObject({ replayed: true });
  });

  it('takes two statements for a first request and one for a repeated one', async () => {
    const countOf = async (work: () => Promise<unknown>) => {
      const before = database.statementCount;
      await work();
      return database.statementCount - before;
    };
    const none = async () => ({ status: 200, body: {} });
    const bare = await countOf(() => attempt({ key: undefined, work: none }));
    expect((await countOf(() => attempt({ key: 'count', work: none }))) - bare).toBe(2);
    expect((await countOf(() => attempt({ key: 'count', work: none }))) - bare).toBe(1);
  });

  it('keeps neither the key nor the answer in clear', async () => {
    await attempt({ key: 'visible-key', work: async () => ({ status: 200, body: { to: 'visible-answer' } }) });
    const { rows } = await testDatabase.admin.query('SELECT * FROM idempotency_keys');
    const bytes = Buffer.concat(
      rows.flatMap((row: Record<string, unknown>) =>
        Object.values(row).map((value) => Buffer.from(Buffer.isBuffer(value) ? value : String(value))),
      ),
    );
    expect(bytes.includes('visible')).toBe(false);
  });
});
