import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * F2 kill of the api inside a transaction, F4 crash of PostgreSQL, F9 clocks that differ, F10 a full disk, F11 exhausted pools,
 * F12 a restored backup, F13 faults in the signer's store, F14 two schemas at once.
 */
const FAULTS_NOT_RUN = ['F2', 'F4', 'F9', 'F10', 'F11', 'F12', 'F13', 'F14'];
const SPECS = ['kill-worker', 'faults'];
// Nothing that a person exports for servers of theirs may reach the processes of a test.
const PERSONAL = /^(DATABASE_|SEQUENCER_DATABASE_|REDIS_|BELFRY_|CHAOS_|NODE_ENV$|npm_)/;

/** Runs the same tests that `npm test` runs, with the given size and seed. */
function runSpecs(root, settings, reportDirectory) {
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !PERSONAL.test(name)));
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      'e2e',
      ...SPECS.map((name) => `test/chaos/${name}`),
    ],
    {
      cwd: root,
      env: { ...kept, ...settings, CHAOS_REPORT_DIR: reportDirectory, TEST_FULL: '1' },
      stdio: ['ignore', 2, 2],
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function readParts(directory) {
  const paths = SPECS.map((name) => join(directory, `${name}.json`)).filter((path) => existsSync(path));
  return paths.map((path) => JSON.parse(readFileSync(path, 'utf8')));
}

/** An invariant holds when it held in every part that looked at it. */
function invariantsOf(parts) {
  const names = [...new Set(parts.flatMap(({ invariants }) => Object.keys(invariants)))];
  return Object.fromEntries(names.map((name) => [name, parts.every(({ invariants }) => invariants[name] !== false)]));
}

function toResult(settings, parts) {
  const sum = (of) => parts.reduce((total, part) => total + of(part), 0);
  return {
    seed: Number(settings.CHAOS_SEED),
    messages: Number(settings.CHAOS_MESSAGES),
    accepted: sum(({ accepted }) => accepted),
    lost: sum(({ lost }) => lost.length),
    doubled: sum(({ doubled }) => doubled.length),
    kills: sum(({ kills }) => kills ?? 0),
    faultsNotRun: FAULTS_NOT_RUN,
    invariants: invariantsOf(parts),
  };
}

/**
 * Runs the chaos tests with the given settings, prints what they do on stderr, and sums up what they found.
 * @param {string} root the checkout
 * @param {Record<string, string>} settings CHAOS_MESSAGES, CHAOS_SEED, CHAOS_KILLS
 * @returns {Promise<{ result: object, isWhole: boolean }>} whether every assertion held as well
 */
export async function chaos(root, settings) {
  const directory = mkdtempSync(join(tmpdir(), 'belfry-chaos-'));
  const code = await runSpecs(root, settings, directory);
  const parts = readParts(directory);
  rmSync(directory, { recursive: true, force: true });
  if (parts.length < SPECS.length) throw new Error('The run broke off before it could be judged; see above.');
  const result = toResult(settings, parts);
  return { result, isWhole: code === 0 && result.lost === 0 && result.doubled === 0 };
}
