import { randomBytes, randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { inject } from 'vitest';
import { AgenciesModule, AgenciesService, PlatformSetup } from '#libs/agencies';
import { ConfigModule, type Env, loadEnv } from '#libs/config';
import { EnrolmentService, type NewPurpose, PurposesService } from '#libs/consent';
import { AgencyDatabase, type AgencyTx, DatabaseModule } from '#libs/database';
import { EventDispatcher, EventsModule } from '#libs/events';
import { type AgencyContext, Clock, DomainError, newId, platformContext, systemContext, type Uuid } from '#libs/kernel';
import { MediaWorkModule } from '#libs/media';
import { Logger, ObservabilityModule } from '#libs/observability';
import { type NumberForSending, PhoneNumbersService, PortfoliosService } from '#libs/phone-numbers';
import { QueueModule } from '#libs/queue';
import { AcceptService, type MessageState, NumberPump, SendingSweeper, type SendRequest } from '#libs/sending';
import { TemplatesService } from '#libs/templates';
import { WebhookIntake, WebhookProcessor } from '#libs/webhooks';
import { Simulator } from '../../apps/simulator/src/simulator.js';
import { EventsWorkerModule } from '../../apps/worker/src/events/events-worker.module.js';
import { Loop } from '../../apps/worker/src/loop.js';
import { SendingWorkerModule } from '../../apps/worker/src/sending/sending-worker.module.js';
import { WebhookLoops } from '../../apps/worker/src/webhooks/webhook-loops.js';
import { WebhooksWorkerModule } from '../../apps/worker/src/webhooks/webhooks-worker.module.js';
import { ClockSync } from '../../libs/database/src/clock-sync.js';
import type { Attempt } from '../../libs/sending/src/attempt.js';
import { ClaimService } from '../../libs/sending/src/claim.service.js';
import { LaneShares } from '../../libs/sending/src/lane-shares.js';
import { PairPacing } from '../../libs/sending/src/pair-pacing.js';
import { TestDatabase } from '../support/test-database.js';
import { aNumber, metaId } from './platform-fixture.js';

export const APP_SECRET = 'app-secret';
const VERIFY_TOKEN = 'verify-token';
export const ACCESS_TOKEN = 'EAAtoken-of-this-agency';

/** Small citizens' profile: every status comes within milliseconds, and Meta's own limits stay out of the way. */
const AT_ONCE = { name: 'default', delays: { sent: 1, delivered: 10, read: 20 }, limits: false };
/** The ledger and the sends only: the test itself says what Meta tells. */
export const SILENT = { name: 'default', statuses: false, limits: false };

const PURPOSES: readonly NewPurpose[] = [
  { code: 'reminders', title: 'Reminders', category: 'service', basis: 'public_task' },
  { code: 'surveys', title: 'Surveys', category: 'survey', basis: 'public_task' },
];

export interface GivenAgency {
  readonly ctx: AgencyContext;
  readonly number: NumberForSending;
}

interface GivenParts {
  readonly messagesPerSecond?: number;
  readonly status?: 'trial' | 'live';
}

export interface Citizen {
  readonly contactId: Uuid;
  readonly phone: string;
}

export interface StoredMessage {
  readonly id: Uuid;
  readonly state: MessageState;
  readonly attempt_no: number;
  readonly failure_code: string | null;
  readonly anomaly: boolean;
}

export interface OutboxRow {
  readonly message_id: Uuid;
  readonly state: number;
  readonly run_at: Date;
  readonly attempts: number;
  readonly waits: number;
}

export interface Accepted {
  readonly wamid: string;
  readonly to: string;
  readonly callbackData: string;
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The sending side of the product on a database of its own, against a simulator in this process. The worker's loops stand
 * still: a test takes each step itself, and moves the clock instead of waiting.
 */
export class SendingFixture {
  readonly agencyDatabase: AgencyDatabase;
  readonly clock: Clock;
  private offsetMs = 0;
  private readonly otherWorkers: INestApplicationContext[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly simulator: Simulator,
    private readonly env: Env,
    private readonly app: INestApplicationContext,
    private readonly receiver: Server,
  ) {
    this.agencyDatabase = app.get(AgencyDatabase);
    this.clock = app.get(Clock);
  }

  static async open(overrides: Record<string, string> = {}): Promise<SendingFixture> {
    const [database, simulator] = await Promise.all([TestDatabase.create(), Simulator.start({ port: 0 })]);
    const env = environment(database, simulator, overrides);
    const app = await boot(env);
    await app.get(PlatformSetup).ensure();
    const receiver = await listen(app.get(WebhookIntake, { strict: false }));
    const given = new SendingFixture(database, simulator, env, app, receiver);
    const { port } = receiver.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/webhooks/whatsapp`;
    await given.sim('PUT', 'world', { webhook: { url, appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN } });
    await given.sim('POST', 'profile', AT_ONCE);
    return given;
  }

  async close(): Promise<void> {
    await this.simulator.close();
    this.receiver.closeAllConnections();
    await new Promise((resolve) => this.receiver.close(resolve));
    await Promise.all([this.app, ...this.otherWorkers].map((app) => app.close()));
    await this.database.drop();
  }

  get<T>(service: Type<T> | symbol): T {
    return this.app.get<T>(service as Type<T>, { strict: false });
  }

  /** A pump of another process on the same database. */
  async otherPump(overrides: Partial<Env> = {}): Promise<NumberPump> {
    const app = await boot(Object.assign(Object.create(this.env) as Env, overrides));
    this.otherWorkers.push(app);
    this.advance(0);
    return app.get(NumberPump, { strict: false });
  }

  /** An agency with purposes, one number and its templates, all known to the simulator. */
  async agency({ messagesPerSecond = 1000, status = 'live' }: GivenParts = {}): Promise<GivenAgency> {
    const slug = `a-${randomBytes(6).toString('hex')}`;
    const { id: agencyId } = await this.get(AgenciesService).create(platformContext(), { slug, name: slug, status });
    const ctx: AgencyContext = { ...systemContext(agencyId), actor: { kind: 'api_key', id: newId() } };
    await this.within(ctx, (tx) => this.get(PurposesService).ensureBuiltIn(tx));
    for (const purpose of PURPOSES) await this.get(PurposesService).create(ctx, purpose);
    const number = await this.number(ctx, messagesPerSecond);
    await this.get(TemplatesService).sync(ctx);
    return { ctx, number };
  }

  async number(ctx: AgencyContext, messagesPerSecond = 1000): Promise<NumberForSending> {
    const portfolio = await this.get(PortfoliosService).ensure(platformContext(), {
      metaPortfolioId: metaId(),
      name: 'Portfolio',
    });
    const draft = aNumber({ portfolioId: portfolio.id, accessToken: ACCESS_TOKEN, messagesPerSecond });
    await this.sim('PUT', 'world', { wabas: [worldOf(draft)] });
    const { id } = await this.get(PhoneNumbersService).add(ctx, draft);
    return this.within(ctx, (tx) => this.get(PhoneNumbersService).forSending(tx, id));
  }

  /** Somebody who agreed to be written to. */
  async citizen({ ctx }: GivenAgency, phone = aPhone(), name?: string): Promise<Citizen> {
    const optIn = { method: 'web', at: new Date('2026-01-01') } as const;
    const { contact } = await this.get(EnrolmentService).put(ctx, { phone, name }, optIn);
    return { contactId: contact.id, phone };
  }

  async citizens(agency: GivenAgency, count: number): Promise<Citizen[]> {
    const made: Citizen[] = [];
    for (let i = 0; i < count; i++) made.push(await this.citizen(agency));
    return made;
  }

  /** Accepts all of them in one transaction and gives their ids. */
  async accept({ ctx }: GivenAgency, requests: readonly SendRequest[]): Promise<Uuid[]> {
    const outcomes = await this.within(ctx, (tx) => this.get(AcceptService).acceptAll(tx, requests));
    return outcomes.map((outcome) => {
      if (outcome instanceof DomainError) throw outcome;
      return outcome.message.id;
    });
  }

  /** Claims as a worker does that has the turn, and sends nothing. */
  async claim({ ctx, number }: GivenAgency, count: number): Promise<Attempt[]> {
    const room = { all: count, ordinary: count };
    const memory = { shares: new LaneShares(), pairs: new PairPacing() };
    return (await this.get(ClaimService).claim(ctx, number, room, memory)).attempts;
  }

  /** Takes turns until nothing is due and everything that was sent is settled. */
  async pump({ ctx, number }: GivenAgency, pump: NumberPump = this.get(NumberPump)): Promise<void> {
    while ((await pump.takeTurn(ctx.agencyId, number.id)) === 'more');
    await pump.finish();
  }

  /** Understands all webhooks that are stored by now, and tells what follows from them. */
  async readWebhooks(): Promise<void> {
    const processor = this.get(WebhookProcessor);
    for (const webhookClass of [0, 1] as const) while ((await processor.processDue(webhookClass)) > 0);
    await this.get(EventDispatcher).dispatchDue();
  }

  /** From now on it is so much later for the product; the simulator and Postgres stay in the present. */
  advance(milliseconds: number): void {
    this.offsetMs += milliseconds;
    for (const app of [this.app, ...this.otherWorkers]) app.get(Clock).setOffset(this.offsetMs);
  }

  async sim<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.simulator.url}/_sim/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the simulator answered ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  }

  /** What the provider accepted for this number, in order. */
  async accepts({ number }: GivenAgency, to?: Citizen): Promise<Accepted[]> {
    const query = new URLSearchParams({ phoneNumberId: number.phoneNumberId, limit: '10000' });
    if (to) query.set('to', to.phone);
    const { data } = await this.sim<{ data: (Omit<Accepted, 'at'> & { at: string })[] }>('GET', `accepts?${query}`);
    return data.map((accepted) => ({ ...accepted, at: Date.parse(accepted.at) }));
  }

  within<T>(ctx: AgencyContext, work: (tx: AgencyTx) => Promise<T>): Promise<T> {
    return this.agencyDatabase.agencyTransaction(ctx, work);
  }

  /** How many statements the work runs. */
  async statements(work: () => Promise<unknown>): Promise<number> {
    const before = this.agencyDatabase.statementCount;
    await work();
    return this.agencyDatabase.statementCount - before;
  }

  /** The same for work that now and then looks something up which it then remembers for a second. */
  async fewestStatements(work: () => Promise<unknown>): Promise<number> {
    return Math.min(await this.statements(work), await this.statements(work));
  }

  async rows<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return (await this.database.admin.query(sql, [...parameters])).rows as T[];
  }

  async message(id: Uuid): Promise<StoredMessage> {
    const [row] = await this.rows<StoredMessage>(
      'SELECT id, state, attempt_no, failure_code, anomaly FROM messages WHERE id = $1',
      [id],
    );
    if (!row) throw new Error('there is no such message');
    return row;
  }

  /** How many messages of the agency are in which state. */
  async states({ ctx }: GivenAgency): Promise<Partial<Record<MessageState, number>>> {
    const rows = await this.rows<{ state: MessageState; n: number }>(
      `SELECT state, count(*)::int AS n FROM messages WHERE agency_id = $1 AND direction = 'outbound' GROUP BY state`,
      [ctx.agencyId],
    );
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
  }

  async outbox({ ctx }: GivenAgency): Promise<OutboxRow[]> {
    return this.rows('SELECT * FROM outbox_messages WHERE agency_id = $1 ORDER BY message_id', [ctx.agencyId]);
  }

  /** Types of the audit entries about a message, alone or with others, or about whatever else, in the order in which they were written. */
  async entries({ ctx }: GivenAgency, targetId: Uuid): Promise<string[]> {
    const rows = await this.rows<{ type: string }>(
      `SELECT e.type FROM (SELECT id, event_id, convert_from(entry, 'UTF8')::jsonb ->> 'type' AS type,
         convert_from(entry, 'UTF8')::jsonb #>> '{target,id}' AS target FROM audit.staging WHERE agency_id = $1) AS e
       WHERE e.target = $2 OR e.event_id IN (SELECT entry_id FROM message_events WHERE message_id = ($2::text)::uuid) ORDER BY e.id`,
      [ctx.agencyId, targetId],
    );
    return rows.map(({ type }) => type);
  }
}

export function aPhone(): string {
  return `+4477${randomInt(10_000_000, 99_999_999)}`;
}

/** A reminder with both its values, in plain template words. */
export function reminderTo({ contactId }: Citizen, parts: Partial<SendRequest> = {}): SendRequest {
  const variables = { name: 'Fatima', day: 'Saturday' };
  return { recipient: { contactId }, purpose: 'reminders', template: { name: 'reminder', variables }, ...parts };
}

function worldOf({ wabaId, phoneNumberId, displayPhoneNumber, verifiedName }: ReturnType<typeof aNumber>) {
  const template = { language: 'en', category: 'UTILITY', status: 'APPROVED' };
  return {
    id: wabaId,
    name: verifiedName,
    accessToken: ACCESS_TOKEN,
    phoneNumbers: [{ id: phoneNumberId, displayPhoneNumber, verifiedName }],
    templates: [
      {
        ...template,
        name: 'reminder',
        parameterFormat: 'NAMED',
        components: [{ type: 'BODY', text: 'Hello {{name}}, we expect you on {{day}}.' }],
      },
      { ...template, name: 'notice', components: [{ type: 'BODY', text: 'The office is closed today.' }] },
    ],
  };
}

function environment(database: TestDatabase, simulator: Simulator, overrides: Record<string, string>): Env {
  // A Redis database of its own, so that no hint of another test file is heard here.
  const redis = new URL(inject('services').redisUrl);
  redis.pathname = `/${randomInt(1, 16)}`;
  return loadEnv([], {
    BELFRY_MODE: 'demo',
    DATABASE_URL: database.appUrl,
    REDIS_URL: redis.href,
    KEY_PROVIDER: 'env',
    MASTER_KEY: randomBytes(32).toString('base64'),
    GRAPH_BASE_URL: simulator.url,
    META_APP_SECRETS: APP_SECRET,
    META_VERIFY_TOKEN: VERIFY_TOKEN,
    // More than one message's own statuses, so that these alone never prove the way back.
    IN_DOUBT_MIN_WEBHOOKS: '3',
    ...overrides,
  });
}

/** The worker's own modules, with everything in them that runs by itself stopped. */
async function boot(env: Env): Promise<INestApplicationContext> {
  const logger = new Logger({ app: 'test', level: 'silent' });
  const house = [ConfigModule.forRoot(env), ObservabilityModule.forRoot(logger), DatabaseModule, QueueModule];
  @Module({
    imports: [
      ...house,
      EventsModule,
      AgenciesModule,
      MediaWorkModule,
      SendingWorkerModule,
      EventsWorkerModule,
      WebhooksWorkerModule,
    ],
  })
  class RootModule {}
  const app = await NestFactory.createApplicationContext(RootModule, { logger: false, abortOnError: false });
  app.get(ClockSync, { strict: false }).onApplicationShutdown();
  app.get(Clock).setOffset(0);
  await app.get(SendingSweeper, { strict: false }).stop();
  await app.get(WebhookLoops, { strict: false }).beforeApplicationShutdown();
  await app.get(Loop, { strict: false }).stop();
  return app;
}

async function listen(intake: WebhookIntake): Promise<Server> {
  const server = createServer((request, response) => {
    receive(intake, request, response).catch((error: unknown) => {
      response.writeHead(error instanceof DomainError ? error.httpStatus : 500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function receive(intake: WebhookIntake, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    const [mode, verifyToken, challenge] = ['mode', 'verify_token', 'challenge'].map((name) =>
      query.get(`hub.${name}`),
    );
    response.end(intake.confirmHandshake({ mode, verifyToken, challenge }));
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const signature = request.headers['x-hub-signature-256'];
  await intake.receive(Buffer.concat(chunks), typeof signature === 'string' ? signature : undefined);
  response.end();
}
