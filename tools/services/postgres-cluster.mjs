import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { commandLine, endProcess, isAlive, processesIn, waitUntil } from '../processes.mjs';
import { lastLines } from './log-file.mjs';

/** The entry of a place that is the cluster itself. It appears by a rename, so a half-made cluster never bears this name. */
export const CLUSTER = 'data';
// Each attempt has a name of its own: the initdb of a killed run may still be writing to its own.
const UNFINISHED = 'data.new-';
const PASSWORD_FILE = 'superuser-password';

/** What the server's programs see of our environment: nothing that could steer them (PGPORT, LC_ALL of a missing locale …). */
export const serverEnvironment = (place) => ({
  PATH: process.env.PATH ?? '',
  HOME: place.path,
  LC_ALL: 'C',
  TZ: 'UTC',
});

function keepPassword(place, wanted) {
  const file = join(place.path, PASSWORD_FILE);
  writeFileSync(file, wanted ?? randomBytes(24).toString('hex'), { mode: 0o600 });
  if (place.identity.uid !== undefined) chownSync(file, place.identity.uid, place.identity.gid);
  return file;
}

function runInitdb(binaries, place, cluster, durable, passwordFile) {
  const args = ['-D', cluster, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile];
  args.push('-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (!durable) args.push('--no-sync');
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(join(binaries, 'initdb'), args, {
      ...place.identity,
      cwd: place.path,
      env: serverEnvironment(place),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new PlainError(`initdb could not make a database.\n${lastLines(output)}`)),
    );
  });
}

/** Makes the cluster unless it is there. What an interrupted attempt left is set aside, never deleted. */
export async function ensureCluster(binaries, place, { durable, password, log }) {
  const cluster = join(place.path, CLUSTER);
  if (existsSync(cluster)) return readFileSync(join(place.path, PASSWORD_FILE), 'utf8').trim();

  for (const name of readdirSync(place.path).filter((entry) => entry.startsWith(UNFINISHED))) {
    const aside = join(place.path, name.replace(UNFINISHED, `${CLUSTER}.interrupted-`));
    renameSync(join(place.path, name), aside);
    log(`An earlier attempt to make the database was interrupted; it is kept in ${aside}`);
  }
  const unfinished = join(place.path, `${UNFINISHED}${Date.now()}`);
  const passwordFile = keepPassword(place, password);
  await runInitdb(binaries, place, unfinished, durable, passwordFile);
  renameSync(unfinished, cluster);
  return readFileSync(passwordFile, 'utf8').trim();
}

/** Refuses a cluster that these binaries cannot read, in words rather than in the server's. */
export function assertReadable(place) {
  const cluster = join(place.path, CLUSTER);
  const versionFile = join(cluster, 'PG_VERSION');
  if (!existsSync(versionFile))
    throw new PlainError(`${cluster} is not a PostgreSQL database: move it away and start again.`);
  if (!existsSync(join(place.path, PASSWORD_FILE))) {
    throw new PlainError(`The password of the database is missing: put ${join(place.path, PASSWORD_FILE)} back.`);
  }
}

/** The first line (pid) and the eighth (state) of postmaster.pid, as pg_ctl reads them. */
export function readPostmasterFile(cluster) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), isReady: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** Stops a server that an earlier, killed run left on this cluster, and waits for its last processes. */
export async function stopOrphan(cluster, log) {
  const earlier = readPostmasterFile(cluster);
  if (earlier?.pid && isAlive(earlier.pid)) {
    if (commandLine(earlier.pid).includes(cluster)) {
      log('Stopping the PostgreSQL that an earlier run left');
      await endProcess(earlier.pid, [
        ['SIGINT', 15_000],
        ['SIGQUIT', 5_000],
      ]);
    } else if (processesIn(cluster).length === 0) {
      // The pid was given to a stranger since; PostgreSQL would take it for a running server and refuse.
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
    }
  }
  await waitUntil(() => processesIn(cluster).length === 0, 10_000);
}
