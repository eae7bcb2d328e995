import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { inject } from 'vitest';
import { createMasterKeyFile } from '../../libs/crypto/src/master-key-file.js';
import { freePort } from '../../tools/services.mjs';
import { AppProcess, runCli } from './app-process.js';
import { eventually } from './eventually.js';
import { TestDatabase } from './test-database.js';

/** What `seed-demo` writes: the keys and people of two agencies. */
export interface Demo {
  readonly platformAdmin: { readonly email: string; readonly password: string };
  readonly agencies: readonly DemoAgency[];
  readonly webhook: { readonly url: string; readonly appSecret: string; readonly verifyToken: string };
}

export interface DemoAgency {
  readonly id: string;
  readonly slug: string;
  readonly apiKey: string;
  readonly phoneNumberId: string;
  readonly users: readonly { readonly role: string; readonly email: string; readonly password: string }[];
  readonly sampleMessage: {
    readonly to: string;
    readonly purpose: string;
    readonly template: unknown;
    readonly reference?: string;
  };
}

export interface SystemOptions {
  /** Overrides of the environment of api and worker. */
  readonly env?: Record<string, string>;
  /** How many workers run at the start (1). */
  readonly workers?: number;
  /** By which name people visit (127.0.0.1). Browsers keep secure cookies and passkeys for `localhost` without TLS. */
  readonly host?: 'localhost';
}

/** The in-doubt protocol at a pace for tests: lease 2 s, turn 1 s, window 20 s, and the margin scaled likewise. */
const FAST_SENDING = {
  SENDING_LEASE_MS: '2000',
  SENDING_TURN_MS: '1000',
  IN_DOUBT_WINDOW_MS: '20000',
  IN_DOUBT_WINDOW_FAST_MS: '4000',
  IN_DOUBT_MARGIN_MS: '1000',
};

const READY_MS = 60_000;
/** What a Redis has unless it is told otherwise; number 0 counts the systems. */
const REDIS_DATABASES = 16;

let sharedSystem: Promise<TestSystem> | undefined;

/** api, worker and simulator as processes, on a database and keys of their own, with the demo's two agencies. */
export class TestSystem {
  readonly workers: AppProcess[] = [];
  demo: Demo;

  private constructor(
    readonly database: TestDatabase,
    readonly apiUrl: string,
    readonly simulatorUrl: string,
    readonly env: Record<string, string>,
    private readonly directory: string,
    readonly api: AppProcess,
    readonly simulator: AppProcess,
  ) {}

  static async start(options: SystemOptions = {}): Promise<TestSystem> {
    const directory = mkdtempSync(join(tmpdir(), 'belfry-e2e-'));
    const [database, redisUrl] = await Promise.all([TestDatabase.create(), ownRedisDatabase()]);
    const [apiPort, simulatorPort] = await Promise.all([freePort(), freePort()]);
    const env = environment(database, directory, apiPort, simulatorPort, {
      REDIS_URL: redisUrl,
      ...(options.host && { PUBLIC_URL: `http://${options.host}:${apiPort}` }),
      ...options.env,
    });
    await createMasterKeyFile(join(directory, 'master.key'));
    const simulator = AppProcess.start('simulator', env);
    // The tables are there already; the platform's own keys, wrapped by the new master key, are not.
    await runCli(['migrate'], { ...env, DATABASE_ADMIN_URL: database.adminUrl });
    const api = AppProcess.start('api', env);
    const urls = { api: `http://127.0.0.1:${apiPort}`, simulator: `http://127.0.0.1:${simulatorPort}` };
    const system = new TestSystem(database, urls.api, urls.simulator, env, directory, api, simulator);
    const workers = Array.from({ length: options.workers ?? 1 }, () => system.startWorker());
    await Promise.all([
      system.answers(simulator, `${urls.simulator}/_sim/health`),
      system.answers(api, `${urls.api}/health/ready`),
      ...workers,
    ]);
    const output = join(directory, 'demo.json');
    await runCli(['seed-demo', '--simulator-url', urls.simulator, '--api-url', urls.api, '--output', output], env);
    system.demo = JSON.parse(readFileSync(output, 'utf8')) as Demo;
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

  async startWorker(env: Record<string, string> = {}): Promise<AppProcess> {
    const port = await freePort();
    const worker = AppProcess.start('worker', { ...this.env, ...env, WORKER_PORT: String(port) });
    this.workers.push(worker);
    await this.answers(worker, `http://127.0.0.1:${port}/health/ready`);
    return worker;
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
    await Promise.all([this.api.stop(), this.simulator.stop()]);
    await this.database.drop();
    rmSync(this.directory, { recursive: true, force: true });
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

  private async answers(app: AppProcess, url: string): Promise<void> {
    await eventually(async () => {
      app.assertRunning();
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${url} answers ${response.status}`);
    }, READY_MS);
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

function environment(
  database: TestDatabase,
  directory: string,
  apiPort: number,
  simulatorPort: number,
  overrides: Record<string, string> = {},
): Record<string, string> {
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  return {
    NODE_ENV: 'production',
    BELFRY_MODE: 'demo',
    EGRESS_LOOPBACK: 'true',
    DATABASE_URL: database.appUrl,
    SEQUENCER_DATABASE_URL: database.sequencerUrl,
    KEY_PROVIDER: 'file',
    KEY_FILE: join(directory, 'master.key'),
    PORT: String(apiPort),
    PUBLIC_URL: `http://127.0.0.1:${apiPort}`,
    GRAPH_BASE_URL: simulatorUrl,
    SANDBOX_BASE_URL: simulatorUrl,
    SIMULATOR_CONTROL_URL: simulatorUrl,
    SMTP_URL: 'simulator',
    BELFRY_SIMULATOR_PORT: String(simulatorPort),
    NUMBERS_REFRESH_MS: '1000',
    META_APP_ID: '650012299871144',
    META_APP_SECRETS: 'secret-for-tests',
    META_VERIFY_TOKEN: 'token-for-tests',
    LOG_LEVEL: 'info',
    ...FAST_SENDING,
    ...overrides,
  };
}
