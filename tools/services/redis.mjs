import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chownSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { commandLine, endProcess, exitOf, guard, isAlive, isRunning, waitUntil } from '../processes.mjs';
import { lastLines, openLog } from './log-file.mjs';
import { placeFor } from './place.mjs';
import { freePort } from './ports.mjs';

// Newer Fedora and RHEL ship Redis only under its free name; Bull works with both.
const PROGRAMS = ['redis-server', 'valkey-server'];
const USUAL_PLACES = ['/usr/bin', '/usr/local/bin', '/usr/sbin', '/opt/homebrew/bin', '/usr/local/sbin'];
const START_LIMIT_MS = 30_000;
const ATTEMPTS = 5;

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of the machine's redis-server, looked for on PATH and where systems usually put it. */
export function findRedisServer() {
  const places = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...USUAL_PLACES];
  return PROGRAMS.flatMap((program) => places.map((place) => join(place, program))).find(isProgram);
}

// Bull's queues only wake workers up, so nothing is written to disk; noeviction because a dropped job key breaks Bull.
function configuration(port, password, place) {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${place.path}"`,
    `pidfile "${join(place.path, 'redis.pid')}"`,
    'daemonize no',
    // The command line then keeps the configuration's path, by which a later run knows the process as ours.
    'set-proc-title no',
    'save ""',
    'appendonly no',
    'maxmemory-policy noeviction',
    '',
  ].join('\n');
}

function answersPing(port, password) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    let answer = '';
    const done = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
    socket.on('data', (chunk) => {
      answer += chunk;
      if (answer.includes('+PONG')) done(true);
    });
  });
}

async function stopOrphan(place, log) {
  const pidFile = join(place.path, 'redis.pid');
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0;
  if (!pid || !isAlive(pid) || !commandLine(pid).includes(join(place.path, 'redis.conf'))) return;
  log('Stopping the Redis that an earlier run left');
  await endProcess(pid, [
    ['SIGTERM', 5_000],
    ['SIGKILL', 2_000],
  ]);
}

function writeConfiguration(place, port, password) {
  const file = join(place.path, 'redis.conf');
  rmSync(file, { force: true });
  writeFileSync(file, configuration(port, password, place), { mode: 0o600 });
  if (place.identity.uid !== undefined) chownSync(file, place.identity.uid, place.identity.gid);
  return file;
}

async function launch(program, place, port, password, logPath) {
  const log = openLog(logPath);
  const child = spawn(program, [writeConfiguration(place, port, password)], {
    ...place.identity,
    cwd: place.path,
    env: { PATH: process.env.PATH ?? '', HOME: place.path, LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const exited = exitOf(child);
  log.close();
  if (child.pid) guard(child, 'TERM', place.temporary ? place.path : '');
  child.unref();

  let isOver = false;
  void exited.then(() => (isOver = true));
  const ready = await waitUntil(async () => isOver || (await answersPing(port, password)), START_LIMIT_MS);
  return { child, exited, ready: ready && !isOver, words: log.written() };
}

async function launchOnFreePort(program, place, wantedPort, password, logPath) {
  for (let attempt = 1; ; attempt += 1) {
    const port = wantedPort ?? (await freePort());
    const launched = await launch(program, place, port, password, logPath);
    if (launched.ready) return { ...launched, port };
    if (launched.child.pid) await endProcess(launched.child.pid, [['SIGKILL', 2_000]]);
    const lostPort = /address already in use/i.test(launched.words) && !wantedPort;
    if (attempt >= ATTEMPTS || !lostPort) {
      throw new PlainError(`Redis did not start; its log is ${logPath}\n${lastLines(launched.words)}`);
    }
  }
}

/**
 * Starts a Redis of our own on a free port of 127.0.0.1, behind a password of its own. Without `dataDir` it is temporary.
 * @type {typeof import('../services.d.mts').startRedis}
 */
export async function startRedis({ dataDir, port, password = randomBytes(24).toString('hex'), log = () => {} } = {}) {
  const program = findRedisServer();
  if (!program) throw new PlainError('redis-server is not installed: run `npm test` or `npm start`, which install it.');
  const place = placeFor('redis', dataDir);
  await stopOrphan(place, log);
  const logPath = dataDir ? join(dataDir, 'logs/redis.log') : join(place.path, 'redis.log');
  const server = await launchOnFreePort(program, place, port, password, logPath);
  const { child } = server;

  async function stop({ limitMs = 3_000 } = {}) {
    if (isRunning(child)) {
      const kill = [['SIGKILL', 2_000]];
      await endProcess(child.pid, limitMs > 0 ? [['SIGTERM', limitMs], ...kill] : kill);
    }
    if (place.temporary) rmSync(place.path, { recursive: true, force: true });
  }

  return {
    host: '127.0.0.1',
    port: server.port,
    password,
    pid: child.pid,
    path: place.path,
    exited: server.exited,
    isRunning: () => isRunning(child),
    url: `redis://:${password}@127.0.0.1:${server.port}/0`,
    stop,
  };
}
