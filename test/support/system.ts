import { Redis } from 'ioredis';
import type { Client } from 'pg';
import { inject } from 'vitest';
import { freePort } from '../../tools/services.mjs';
import { AppProcess } from './app-process.js';
import { environment } from './environment.js';
import type { Demo, DemoAgency, SeededDemo } from './seeded-demo.js';
import { TestDatabase } from './test-database.js';

export type { DemoAgency } from './seeded-demo.js';

export interface SystemOptions {
  /** Overrides of the environment of api and worker. */
  readonly env?: Record<string, string>;
  /** How many workers run at the start (1). */
  readonly workers?: number;
  /** By which name people visit (127.0.0.1). Browsers keep secure cookies and passkeys for `localhost` without TLS. */
  readonly host?: 'localhost';
  /** A seeded database on a server of its own; otherwise a copy on the one that all systems share. */
  readonly ground?: { readonly seeded: SeededDemo; readonly database: SystemDatabase };
}

/** Where a system keeps its rows, and a superuser for looking behind the fence. */
export interface SystemDatabase {
  readonly appUrl: string;
  readonly sequencerUrl: string;
  readonly admin: Pick<Client, 'query'>;
  drop(): Promise<void>;
}

/** What a Redis has unless it is told otherwise; number 0 counts the systems. */
const REDIS_DATABASES = 16;

let sharedSystem: Promise<TestSystem> | undefined;

/** api, worker and simulator as processes, on a copy of the seeded database of their own, with the demo's two agencies. */
export class TestSystem {
  readonly workers: AppProcess[] = [];

  private constructor(
    readonly database: SystemDatabase,
    readonly apiUrl: string,
    readonly simulatorUrl: string,
    readonly env: Record<string, string>,
    readonly demo: Demo,
    private apiProcess: AppProcess,
    readonly simulator: AppProcess,
  ) {}

  static async start(options: SystemOptions = {}): Promise<TestSystem> {
    const { demo, keyFile, world } = options.ground?.seeded ?? inject('seeded');
    const [database, redisUrl] = await Promise.all([
      options.ground?.database ?? TestDatabase.create(),
      ownRedisDatabase(),
    ]);
    const [apiPort, simulatorPort] = await Promise.all([freePort(), freePort()]);
    const { appUrl, sequencerUrl } = database;
    const env = {
      ...environment({ appUrl, sequencerUrl, redisUrl, keyFile, apiPort, simulatorPort }),
      ...(options.host && { PUBLIC_URL: `http://${options.host}:${apiPort}` }),
      ...options.env,
    };
    const urls = { api: `http://127.0.0.1:${apiPort}`, simulator: `http://127.0.0.1:${simulatorPort}` };
    const webhook = { ...world.webhook, url: `${urls.api}/webhooks/whatsapp` };
    const processes = [AppProcess.start('api', env), AppProcess.start('simulator', env)] as const;
    const system = new TestSystem(database, urls.api, urls.simulator, env, { ...demo, webhook }, ...processes);
    await system.simulator.answers(`${urls.simulator}/_sim/health`);
    // A worker that came first would be told that its numbers do not exist.
    await system.sim('PUT', 'world', { ...world, webhook });
    const workers = Array.from({ length: options.workers ?? 1 }, () => system.startWorker());
    await Promise.all([system.api.answers(`${urls.api}/health/ready`), ...workers]);
    return system;
  }

  /**
   * The system that all test files of one vitest worker use which need nothing special, started by the first of them.
   * It ends with the worker. Whoever uses it leaves the demo's agencies as they were.
   */
  static shared(): Promise<TestSystem> {
    sharedSystem ??= TestSystem.start();
    return sharedSystem;
  }

  get agency(): DemoAgency {
    return this.agencyAt(0);
  }

  get otherAgency(): DemoAgency {
    return this.agencyAt(1);
  }

  get api(): AppProcess {
    return this.apiProcess;
  }

  /** Another api in the place of the one that ended. */
  async restartApi(env: Record<string, string> = {}): Promise<void> {
    this.apiProcess = AppProcess.start('api', { ...this.env, ...env });
    await this.apiProcess.answers(`${this.apiUrl}/health/ready`);
  }

  async startWorker(env: Record<string, string> = {}): Promise<AppProcess> {
    const port = await freePort();
    const worker = AppProcess.start('worker', { ...this.env, ...env, WORKER_PORT: String(port) });
    this.workers.push(worker);
    await worker.answers(`http://127.0.0.1:${port}/health/ready`);
    return worker;
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
    await Promise.all([this.api.stop(), this.simulator.stop()]);
    await this.database.drop();
  }

  /** A call of the simulator's control API. */
  async sim<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.simulatorUrl}/_sim/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the simulator answered ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  private agencyAt(index: number): DemoAgency {
    const agency = this.demo.agencies[index];
    if (!agency) throw new Error('the demo has too few agencies');
    return agency;
  }
}

/** Systems stand beside one another on one Redis, each in an empty database of its own. */
async function ownRedisDatabase(): Promise<string> {
  const url = new URL(inject('services').redisUrl);
  const counter = new Redis(url.href);
  url.pathname = `/${1 + ((await counter.incr('belfry:systems')) % (REDIS_DATABASES - 1))}`;
  const own = new Redis(url.href);
  await own.flushdb();
  for (const connection of [counter, own]) connection.disconnect();
  return url.href;
}
