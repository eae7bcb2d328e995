import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeFailure, PlainError } from '../plain-error.mjs';
import { prepareDataDirectory, returnToOwner } from '../services/data-directory.mjs';
import { setAsideUnclaimed } from '../services/place.mjs';
import { startPostgres } from '../services/postgres.mjs';
import { startRedis } from '../services/redis.mjs';
import { dataDirectory, ensureSetUp, ROOT } from '../setup.mjs';
import { launchApplication, runCli, untilHealthy } from './application.mjs';
import { hasGivenDatabase, resolveDatabase } from './database.mjs';
import { describeTimeline, sendFirstMessage } from './first-message.mjs';
import { endLeftovers, InstanceLock } from './instance-lock.mjs';
import { readJson, writePrivateJson } from './private-files.mjs';
import { ensureSecrets } from './secrets.mjs';
import { applicationEnvironment, choosePorts, wiringOf } from './settings.mjs';
import { Interrupted, Supervisor } from './supervisor.mjs';
import { welcome } from './welcome.mjs';

const say = (line) => console.log(line);

// Started in this order and stopped in the reverse; the limits add up to less than the ten seconds a stop may take.
const STOP_LIMIT_MS = { postgres: 2_000, redis: 800, simulator: 800, api: 2_000, worker: 4_000 };
// One Ctrl-C arrives twice under npm, which passes on what the terminal has sent to both.
const SAME_PRESS_MS = 1_000;

const dataDir = dataDirectory();
const inDataDir = (...names) => join(dataDir, ...names);
const logOf = (name) => inDataDir('logs', `${name}.log`);

// A key that was just made fits nothing that is there already. What a checkout before this one left is not ours to judge.
function leaveEarlierDataAlone(isNewKey) {
  const aside = isNewKey && !hasGivenDatabase() && setAsideUnclaimed('postgres', dataDir);
  if (aside) say(`The database of an earlier checkout at this path is kept in ${aside}`);
}

async function startServices(supervisor) {
  const servicePart = (name, title, launch) => ({
    title,
    logPath: logOf(name),
    stopLimitMs: STOP_LIMIT_MS[name],
    launch,
  });
  const postgresPart = servicePart('postgres', 'PostgreSQL', (previous) =>
    startPostgres({ dataDir, durable: true, port: previous?.port, log: say }),
  );
  const redisPart = servicePart('redis', 'Redis', (previous) =>
    startRedis({ dataDir, port: previous?.port, password: previous?.password, log: say }),
  );
  const postgres = hasGivenDatabase() ? undefined : await supervisor.add(postgresPart);
  const redis = process.env.REDIS_URL ? undefined : await supervisor.add(redisPart);
  return { postgres, redisUrl: redis?.url ?? process.env.REDIS_URL };
}

async function ensureKeyFile(keyFile) {
  if (existsSync(keyFile) || process.env.KEY_FILE) return false;
  const failure = 'The master key could not be made';
  await runCli(['create-master-key', '--file', keyFile], { root: ROOT, env: process.env, failure });
  return true;
}

// What is in an existing database was sealed with a key that is gone: going on would only hide that.
function assertKeyFits(postgres, keyFile, isNewKey) {
  if (!postgres?.existed || !isNewKey) return;
  rmSync(keyFile);
  throw new PlainError(
    `The database in ${postgres.path} was sealed with ${keyFile}, which is missing: put the key back, ` +
      `or move the database away to begin with none: mv ${postgres.path} ${postgres.path}.old`,
  );
}

async function prepare(supervisor, lock) {
  prepareDataDirectory(dataDir);
  const left = lock.acquire();
  await ensureSetUp({ log: say, needsRedis: !process.env.REDIS_URL });
  supervisor.proceed();
  await endLeftovers(left, ROOT, say);
  const ports = await choosePorts(say);
  const urls = { api: `http://localhost:${ports.api}`, simulator: `http://localhost:${ports.simulator}` };
  lock.note({ url: urls.api });
  const keyFile = inDataDir('master.key');
  const simulatorClockFile = inDataDir('simulator-clock.json');
  const isNewKey = await ensureKeyFile(keyFile);
  return { ports, urls, secrets: ensureSecrets(dataDir), keyFile, isNewKey, simulatorClockFile };
}

// Answers with the environment of the applications and a way to run the command line in it.
async function startData(supervisor, { isNewKey, ...prepared }) {
  leaveEarlierDataAlone(isNewKey);
  const { postgres, redisUrl } = await startServices(supervisor);
  assertKeyFits(postgres, prepared.keyFile, isNewKey);
  const database = await resolveDatabase({ postgres, secrets: prepared.secrets, dataDir });
  const env = applicationEnvironment({ ...prepared, database, redisUrl });
  const cli = (args, failure, more) => runCli(args, { root: ROOT, env: { ...env, ...more }, failure });
  if (database.adminUrl) {
    await cli(['migrate'], 'The database could not be migrated', { DATABASE_ADMIN_URL: database.adminUrl });
  }
  supervisor.proceed();
  return { env, cli };
}

async function startApplications(supervisor, { ports, urls, env, lock, seed }) {
  const healthOf = {
    simulator: `${urls.simulator}/_sim/health`,
    api: `http://127.0.0.1:${ports.api}/health/ready`,
    worker: `http://127.0.0.1:${ports.worker}/health/ready`,
  };
  const add = (name, afterRestart) =>
    supervisor.add({
      title: `The ${name}`,
      logPath: logOf(name),
      stopLimitMs: STOP_LIMIT_MS[name],
      launch: () => launchApplication(name, { root: ROOT, env, logPath: logOf(name) }),
      onStart: ({ pid }) => lock.note({ children: { [name]: pid } }),
      afterRestart,
    });
  const proceed = () => supervisor.proceed();
  const untilReady = (name) => untilHealthy(name, healthOf[name], { logPath: logOf(name), proceed });
  const fillSimulator = () => untilReady('simulator').then(seed);

  // The simulator keeps its numbers in memory only: a worker that came first would be told that its numbers do not exist.
  await add('simulator', fillSimulator);
  await fillSimulator();
  await add('api');
  await add('worker');
  await Promise.all(['api', 'worker'].map(untilReady));
}

async function startEverything(supervisor, lock) {
  const { ports, urls, ...prepared } = await prepare(supervisor, lock);
  const ownServices = [!hasGivenDatabase() && 'PostgreSQL', !process.env.REDIS_URL && 'Redis'].filter(Boolean);
  say(`Starting ${[...ownServices, 'simulator', 'api', 'worker'].join(', ')}`);
  const { env, cli } = await startData(supervisor, { ports, urls, ...prepared });

  writePrivateJson(inDataDir('environment.json'), wiringOf(env));
  const demoFile = inDataDir('demo.json');
  const seedArguments = ['--simulator-url', urls.simulator, '--api-url', urls.api, '--output', demoFile];
  const seed = () => cli(['seed-demo', ...seedArguments], 'The demo agencies could not be made');
  await startApplications(supervisor, { ports, urls, env, lock, seed });
  returnToOwner(dataDir);

  const demo = readJson(demoFile);
  const message = await sendFirstMessage(urls.api, demo.agencies[0]);
  for (const line of [describeTimeline(message), ...welcome({ demo, messageId: message.id, dataDir })]) say(line);
}

function stopOnSignals(stop, supervisor) {
  let stoppedAt = 0;
  const onSignal = () => {
    if (!stoppedAt) {
      stoppedAt = Date.now();
      say('Stopping');
      stop(0);
    } else if (Date.now() - stoppedAt > SAME_PRESS_MS) {
      supervisor.kill();
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, onSignal);
  // A closed terminal or pipe must not end the supervisor before its processes.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/** `npm start`. */
export async function main() {
  const supervisor = new Supervisor(say);
  const lock = new InstanceLock(dataDir);
  let stopping;
  const stop = (exitCode) => {
    stopping ??= supervisor.stop().finally(() => {
      lock.release();
      process.exit(exitCode);
    });
    return stopping;
  };
  stopOnSignals(stop, supervisor);
  try {
    await supervisor.start(() => startEverything(supervisor, lock));
    say('Belfry is ready');
  } catch (error) {
    if (error instanceof Interrupted || stopping) return;
    console.error(describeFailure(error));
    await stop(1);
  }
}
