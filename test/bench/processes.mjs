// The system under measurement: real servers with durability on, and the built processes.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, startPostgres, startRedis } from '../../tools/services.mjs';
import { ROOT } from '../../tools/setup.mjs';

const entry = (name) => join(ROOT, `dist/apps/${name}/src/main.js`);

function withRole(adminUrl, role) {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = role;
  return url.href;
}

function runCli(args, env) {
  const result = spawnSync(process.execPath, [entry('cli'), ...args], { cwd: ROOT, env, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${args[0]} failed:\n${result.stdout}${result.stderr}`);
}

async function answers(url, child) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`a process ended before ${url} answered`);
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await pause(50);
  }
  throw new Error(`${url} does not answer`);
}

/** Everything that a bench needs, with `stop()` for all of it. */
export async function startSystem() {
  const directory = mkdtempSync(join(tmpdir(), 'belfry-bench-'));
  const [postgres, redis, apiPort, simulatorPort] = await Promise.all([
    startPostgres({ durable: true }),
    startRedis(),
    freePort(),
    freePort(),
  ]);
  const adminUrl = postgres.url('belfry');
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    BELFRY_MODE: 'demo',
    LOG_LEVEL: 'warn',
    DATABASE_URL: withRole(adminUrl, 'belfry_app'),
    SEQUENCER_DATABASE_URL: withRole(adminUrl, 'belfry_sequencer'),
    DATABASE_POOL: '20',
    REDIS_URL: redis.url,
    KEY_PROVIDER: 'file',
    KEY_FILE: join(directory, 'master.key'),
    MEDIA_DIR: join(directory, 'media'),
    PORT: String(apiPort),
    PUBLIC_URL: `http://127.0.0.1:${apiPort}`,
    BELFRY_SIMULATOR_PORT: String(simulatorPort),
    GRAPH_BASE_URL: simulatorUrl,
    SANDBOX_BASE_URL: simulatorUrl,
    META_APP_SECRETS: 'bench-secret',
    META_VERIFY_TOKEN: 'bench-token',
    AUDIT_DOMAIN: 'bench.example',
  };
  const children = [];
  const start = async (name, url, extra = {}) => {
    const child = spawn(process.execPath, [entry(name)], {
      cwd: ROOT,
      env: { ...env, ...extra },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.push(child);
    await answers(url, child);
    return child;
  };
  const end = (child) =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });

  runCli(['create-master-key', '--file', env.KEY_FILE], env);
  runCli(['migrate'], { ...env, DATABASE_ADMIN_URL: adminUrl });
  await start('simulator', `${simulatorUrl}/_sim/health`);
  const api = await start('api', `${env.PUBLIC_URL}/health/ready`);
  const output = join(directory, 'demo.json');
  runCli(['seed-demo', '--simulator-url', simulatorUrl, '--api-url', env.PUBLIC_URL, '--output', output], env);

  return {
    env,
    adminUrl,
    simulatorUrl,
    apiUrl: env.PUBLIC_URL,
    apiPid: api.pid,
    demo: JSON.parse(readFileSync(output, 'utf8')),
    async startWorker(extra = {}) {
      const port = await freePort();
      return start('worker', `http://127.0.0.1:${port}/health/ready`, { WORKER_PORT: String(port), ...extra });
    },
    end,
    async sim(path, body, method = 'POST') {
      const response = await fetch(`${simulatorUrl}/_sim/${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`the simulator answered ${response.status} to ${path}`);
      return response.json();
    },
    async stop() {
      await Promise.all(children.map(end));
      await Promise.all([postgres.stop(), redis.stop()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
