import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { endProcess, exitOf, guard, isRunning, waitUntil } from '../processes.mjs';
import { lastLines, openLog } from './log-file.mjs';
import { placeFor } from './place.mjs';
import { freePort } from './ports.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import {
  assertReadable,
  CLUSTER,
  ensureCluster,
  readPostmasterFile,
  serverEnvironment,
  stopOrphan,
} from './postgres-cluster.mjs';

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=256MB',
  'shared_preload_libraries=pg_stat_statements',
  'password_encryption=scram-sha-256',
  'log_line_prefix=%m [%p] ',
  // DETAIL lines repeat the values of a row, and a log is not the place for them.
  'log_error_verbosity=terse',
];
// An acknowledged message must survive a crash: these three are PostgreSQL's defaults, written out because all else rests on them.
const DURABLE = ['fsync=on', 'full_page_writes=on', 'synchronous_commit=on', 'max_wal_size=2GB', 'wal_level=replica'];
// Only for integration tests, whose data nobody needs after a crash.
const FAST = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'wal_level=minimal', 'max_wal_senders=0'];

const START_LIMIT_MS = 120_000; // replaying the log after a crash may take a while
const ATTEMPTS = 10;

async function launch(binaries, place, port, durable, logPath) {
  const cluster = join(place.path, CLUSTER);
  const log = openLog(logPath);
  const settings = [...SETTINGS, ...(durable ? DURABLE : FAST)].flatMap((setting) => ['-c', setting]);
  const child = spawn(join(binaries, 'postgres'), ['-D', cluster, '-p', String(port), ...settings], {
    ...place.identity,
    cwd: place.path,
    env: serverEnvironment(place),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const exited = exitOf(child);
  log.close();
  if (child.pid) guard(child, 'INT', place.temporary ? place.path : '');
  child.unref();

  let isOver = false;
  void exited.then(() => (isOver = true));
  const isReady = () => {
    const file = readPostmasterFile(cluster);
    return file?.pid === child.pid && file.isReady;
  };
  await waitUntil(() => isOver || isReady(), START_LIMIT_MS);
  return { child, exited, ready: !isOver && isReady(), words: log.written() };
}

async function launchOnFreePort(binaries, place, options, logPath) {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const launched = await launch(binaries, place, port, options.durable, logPath);
    if (launched.ready) return { ...launched, port };
    if (launched.child.pid) await endProcess(launched.child.pid, [['SIGQUIT', 5_000]]);
    const lostPort = /Address already in use/i.test(launched.words) && !options.port;
    // Backends of a killed server need a moment to notice and let go of its memory.
    const isHeld = /shared memory block|lock file .* already exists/i.test(launched.words);
    if (attempt >= ATTEMPTS || !(lostPort || isHeld)) {
      throw new PlainError(`PostgreSQL did not start; its log is ${logPath}\n${lastLines(launched.words)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, isHeld ? 500 : 0));
  }
}

/**
 * Starts the embedded PostgreSQL on a free port of 127.0.0.1, making its cluster the first time.
 * Without `dataDir` everything is temporary and removed by `stop()`.
 * @type {typeof import('../services.d.mts').startPostgres}
 */
export async function startPostgres({ dataDir, durable, port, password, log = () => {} }) {
  const place = placeFor('postgres', dataDir, CLUSTER);
  const cluster = join(place.path, CLUSTER);
  const existed = existsSync(cluster);
  if (existed) assertReadable(place);
  const binaries = postgresBinaries(place.identity);
  const superuserPassword = await ensureCluster(binaries, place, { durable, password, log });
  place.remember();
  await stopOrphan(cluster, log);

  const logPath = dataDir ? join(dataDir, 'logs/postgres.log') : join(place.path, 'postgres.log');
  const server = await launchOnFreePort(binaries, place, { durable, port }, logPath);
  const { child } = server;

  async function stop({ limitMs = 10_000 } = {}) {
    // SIGINT ends sessions and writes a checkpoint; SIGQUIT leaves that to the next start's replay. Neither loses a commit.
    if (isRunning(child)) {
      const steps = [
        ['SIGQUIT', 3_000],
        ['SIGKILL', 1_000],
      ];
      await endProcess(child.pid, limitMs > 0 ? [['SIGINT', limitMs], ...steps] : steps);
    }
    if (place.temporary) rmSync(place.path, { recursive: true, force: true });
  }

  return {
    host: '127.0.0.1',
    port: server.port,
    user: 'postgres',
    password: superuserPassword,
    pid: child.pid,
    path: place.path,
    existed,
    exited: server.exited,
    isRunning: () => isRunning(child),
    url: (database = 'postgres') => `postgres://postgres:${superuserPassword}@127.0.0.1:${server.port}/${database}`,
    stop,
  };
}
