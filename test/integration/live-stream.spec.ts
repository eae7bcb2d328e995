import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AccessGuard, AccessModule, ApiKeysService, type Role, SessionsService, UsersService } from '#libs/access';
import { AgenciesModule, AgenciesService, DepartmentsService, PlatformSetup } from '#libs/agencies';
import { ConfigModule, Env } from '#libs/config';
import { AgencyDatabase, DatabaseModule } from '#libs/database';
import { configureHttp } from '#libs/http';
import { type AgencyContext, newId, platformContext, systemContext, toWireId, type Uuid } from '#libs/kernel';
import { LiveEvents, LiveHub } from '#libs/live';
import { Logger, ObservabilityModule } from '#libs/observability';
import { ConsoleStreamApiModule } from '../../apps/api/src/console-stream/console-stream-api.module.js';
import { ConsoleEventsRepository } from '../../libs/live/src/console-events.repository.js';
import { EventStream } from '../support/event-stream.js';
import { eventually } from '../support/eventually.js';
import { TestDatabase } from '../support/test-database.js';

const PASSWORD = 'a long enough password';

let testDatabase: TestDatabase;
let app: NestExpressApplication;
let url: string;
let health: AgencyContext;
let water: AgencyContext;
const opened: EventStream[] = [];

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
      AccessModule,
      AgenciesModule,
      ConsoleStreamApiModule,
    ],
    providers: [{ provide: APP_GUARD, useExisting: AccessGuard }],
  };
  app = await NestFactory.create<NestExpressApplication>(module, { logger, bodyParser: false, abortOnError: false });
  configureHttp(app);
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}/v1/console/stream`;
  await app.get(PlatformSetup).ensure();
  const agencies = app.get(AgenciesService);
  health = systemContext((await agencies.create(platformContext(), { slug: 'health', name: 'Health' })).id);
  water = systemContext((await agencies.create(platformContext(), { slug: 'water', name: 'Water' })).id);
});

afterEach(async () => {
  for (const stream of opened.splice(0)) stream.close();
  await eventually(() => expect(app.get(LiveHub).openStreams).toBe(0));
});

afterAll(async () => {
  await app?.close();
  await testDatabase?.drop();
});

async function person(ctx: AgencyContext, role: Role): Promise<{ id: Uuid; token: string }> {
  const email = `${randomBytes(6).toString('hex')}@health.example`;
  const users = app.get(UsersService);
  const { id } = await users.create(platformContext(), { email, name: 'Person', password: PASSWORD });
  await users.grantRole(ctx, { userId: id, role });
  const { session } = await app.get(SessionsService).open(id, ['sso'], {});
  return { id, token: session.accessToken };
}

async function open(token: string, topics?: string, lastEventId?: string): Promise<EventStream> {
  const address = topics === undefined ? url : `${url}?topics=${topics}`;
  const stream = await EventStream.open(address, { authorization: `Bearer ${token}` }, lastEventId);
  opened.push(stream);
  return stream;
}

/** Tells of one message in a transaction that is held open for a while. */
function tell(ctx: AgencyContext, id: Uuid, holdMs = 0): Promise<void> {
  return app.get(AgencyDatabase).agencyTransaction(ctx, async (tx) => {
    await app.get(LiveEvents).tell(tx, [{ topic: 'messages', ids: [id] }]);
    if (holdMs > 0) await pause(holdMs);
  });
}

const wire = (id: Uuid) => toWireId('message', id);
const begun = (stream: EventStream) => eventually(() => expect(stream.events.length).toBeGreaterThan(0));

describe('The live stream', () => {
  it('begins with everything, then names what changed', async () => {
    const { token } = await person(health, 'agency_admin');
    const stream = await open(token, 'messages,people');
    await begun(stream);
    expect(stream.events.slice(0, 2)).toEqual([
      { id: undefined, topic: 'messages', ids: [] },
      { id: undefined, topic: 'people', ids: [] },
    ]);
    const id = newId();
    await tell(health, id);
    await eventually(() => expect(stream.named('messages')).toEqual([wire(id)]));
  });

  it('tells of what went on record, without the topics that were not asked for', async () => {
    const { token } = await person(health, 'agency_admin');
    const [people, rest] = [await open(token, 'people'), await open(token, 'agency,numbers')];
    await Promise.all([begun(people), begun(rest)]);
    const { id } = await person(health, 'editor');
    await app.get(DepartmentsService).create(health, { name: `Clinics ${randomBytes(3).toString('hex')}` });
    await eventually(() => expect(people.named('people')).toContain(toWireId('user', id)));
    await eventually(() => expect(rest.named('agency')).toContain(toWireId('agency', health.agencyId)));
    expect(rest.named('people')).toEqual([]);
    expect(people.named('agency')).toEqual([]);
  });

  it('tells how long the audit log is, and again when it grew', async () => {
    const { token } = await person(health, 'auditor');
    const stream = await open(token);
    await begun(stream);
    const [first] = stream.named('audit');
    await testDatabase.admin.query('UPDATE audit.logs SET size = size + 3 WHERE agency_id = $1', [health.agencyId]);
    await eventually(() => expect(stream.named('audit')).toEqual([first, String(Number(first) + 3)]));
    expect(new Set(stream.events.map(({ topic }) => topic))).toEqual(new Set(['audit']));
  });

  it('tells nobody of another agency, whatever event is named as the last one', async () => {
    const { token } = await person(health, 'agency_admin');
    const other = await person(water, 'agency_admin');
    const stream = await open(token, 'messages');
    await begun(stream);
    await tell(health, newId());
    await eventually(() => expect(stream.lastEventId).toBeDefined());
    const stranger = await open(other.token, 'messages', stream.lastEventId);
    await begun(stranger);
    const id = newId();
    await tell(water, id);
    await eventually(() => expect(stranger.named('messages')).toEqual([wire(id)]));
    expect(stranger.events[0]?.ids).toEqual([]);
    expect(stream.named('messages')).not.toContain(wire(id));
  });
});

describe('Resuming', () => {
  it('leaves out nothing and repeats nothing while transactions end in any order', async () => {
    const { token } = await person(health, 'agency_admin');
    let stream = await open(token, 'messages');
    await begun(stream);
    await tell(health, newId());
    await eventually(() => expect(stream.lastEventId).toBeDefined());
    const seen: string[] = [];
    const keep = () => {
      stream.close();
      seen.push(...stream.events.filter(({ id }) => id).flatMap(({ ids }) => ids));
    };
    const sent = Array.from({ length: 240 }, () => newId());
    const writers = Array.from({ length: 6 }, async (_, lane) => {
      for (let i = lane; i < sent.length; i += 6) await tell(health, sent[i] as Uuid, (i * 37) % 90);
    });
    const progress = { isWritten: false };
    const writing = Promise.all(writers).finally(() => {
      progress.isWritten = true;
    });
    while (!progress.isWritten) {
      await pause(350);
      keep();
      stream = await open(token, 'messages', stream.lastEventId);
    }
    await writing;
    await eventually(() => {
      const all = [...seen, ...stream.events.filter(({ id }) => id).flatMap(({ ids }) => ids)];
      expect(all.length).toBeGreaterThan(sent.length);
    });
    keep();
    const [, ...told] = seen;
    expect(told.toSorted()).toEqual(sent.map(wire).toSorted());
  });

  it('keeps the order where the number of a transaction gains a digit', async () => {
    const ctx = systemContext(
      (await app.get(AgenciesService).create(platformContext(), { slug: 'digits', name: 'D' })).id,
    );
    await testDatabase.admin.query('DELETE FROM console_events WHERE agency_id = $1', [ctx.agencyId]);
    const rows = ['9', '99', '100', '101'].map((xid) => ({ xid, id: newId() }));
    for (const { xid, id } of rows.toReversed()) {
      const sql = `INSERT INTO console_events (agency_id, id, xid, topic, ids) VALUES ($1, $2, $3::xid8, 'messages', '{}')`;
      await testDatabase.admin.query(sql, [ctx.agencyId, id, xid]);
    }
    const events = app.get(ConsoleEventsRepository);
    const told = await app.get(AgencyDatabase).agencyTransaction(ctx, async (tx) => {
      const horizon = await events.horizon(tx);
      return events.listBetween(tx, rows[0] as (typeof rows)[0], horizon, 10);
    });
    expect(told.map(({ xid }) => xid)).toEqual(['99', '100', '101']);
  });

  it('begins anew when more happened than is worth telling', async () => {
    const { token } = await person(water, 'agency_admin');
    const stream = await open(token, 'messages');
    await begun(stream);
    await tell(water, newId());
    await eventually(() => expect(stream.lastEventId).toBeDefined());
    stream.close();
    await app.get(AgencyDatabase).agencyTransaction(water, async (tx) => {
      const changes = Array.from({ length: 1001 }, () => ({ topic: 'messages' as const, ids: [newId()] }));
      await app.get(LiveEvents).tell(tx, changes);
    });
    const again = await open(token, 'messages', stream.lastEventId);
    await begun(again);
    expect(again.events).toEqual([{ id: undefined, topic: 'messages', ids: [] }]);
  });
});

describe('Who may hear', () => {
  it.each([
    ['auditor', 'messages', 403],
    ['auditor', 'audit', 200],
    ['editor', 'audit', 403],
    ['editor', 'messages,agency', 200],
    ['privacy_officer', 'people', 403],
    ['agency_admin', 'contacts', 400],
    ['agency_admin', '', 400],
  ] as const)('%s asking for "%s": %i', async (role, topics, status) => {
    const { token } = await person(health, role);
    expect((await open(token, topics)).status).toBe(status);
  });

  it('no API key and nobody without a token', async () => {
    const { id: departmentId } = await app.get(DepartmentsService).create(water, { name: 'Desk' });
    const key = await app.get(ApiKeysService).create(water, {
      departmentId,
      name: 'Key',
      mode: 'live',
      scopes: ['messages:read', 'audit:read'],
      expiresAt: new Date(Date.now() + 86_400_000),
    });
    expect((await open(key.secret, 'messages')).status).toBe(403);
    expect((await open('', 'messages')).status).toBe(401);
  });

  it('a person with eight streams gets no ninth until one is closed', async () => {
    const { token } = await person(health, 'editor');
    const streams = await Promise.all(Array.from({ length: 8 }, () => open(token, 'messages')));
    expect(streams.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect((await open(token, 'messages')).status).toBe(429);
    streams[0]?.close();
    await eventually(async () => expect((await open(token, 'messages')).status).toBe(200));
  });
});

describe('A stream ends', () => {
  const ends: readonly (readonly [string, (userId: Uuid) => Promise<unknown>])[] = [
    [
      'when the role ends',
      (id) => testDatabase.admin.query('UPDATE memberships SET valid_to = now() WHERE user_id = $1', [id]),
    ],
    [
      'when the sessions end',
      (id) => testDatabase.admin.query('UPDATE users SET session_epoch = session_epoch + 1 WHERE id = $1', [id]),
    ],
    [
      'when the person is disabled',
      (id) => testDatabase.admin.query('UPDATE users SET disabled_at = now() WHERE id = $1', [id]),
    ],
  ];

  it.each(ends)('%s, and others go on', async (_, act) => {
    const [one, other] = [await person(health, 'editor'), await person(health, 'editor')];
    const [stream, untouched] = [await open(one.token), await open(other.token)];
    await Promise.all([begun(stream), begun(untouched)]);
    await act(one.id);
    const since = performance.now();
    await eventually(() => expect(stream.isEnded).toBe(true));
    expect(performance.now() - since).toBeLessThan(2500);
    expect(untouched.isEnded).toBe(false);
  });
});

describe(LiveHub, () => {
  it('asks as much for twenty streams of an agency as for one', async () => {
    const database = app.get(AgencyDatabase);
    const perTick = async () => {
      // Deliveries only: rights are asked for once a second for each person.
      const before = { count: database.statementCount, at: performance.now() };
      await pause(2_000);
      return (database.statementCount - before.count) / ((performance.now() - before.at) / 500);
    };
    const first = await person(health, 'editor');
    await open(first.token, 'messages');
    const one = await perTick();
    const more = await Promise.all(Array.from({ length: 7 }, () => open(first.token, 'messages')));
    await Promise.all(more.map(begun));
    const many = await perTick();
    // A look-up for each stream would make it eight times as many; a tick more or less in the measure does not.
    expect(many).toBeLessThan(one * 2);
  });
});
