import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAULTS } from '../../tools/chaos/faults.mjs';

/** One after the other: the last one measures times, and is alone. */
const ROUNDS = [['kill-worker', 'faults'], ['servers']];
const SPECS = ROUNDS.flat();
/** Left by the first of the specs, which kills the workers that call, and by the last. */
const CALLBACKS = 'callbacks';
const RECEIVERS = 'receivers';
// Nothing that a person exports for servers of theirs may reach the processes of a test.
const PERSONAL = /^(DATABASE_|SEQUENCER_DATABASE_|REDIS_|BELFRY_|CHAOS_|NODE_ENV$|npm_)/;

/** Runs the same tests that `npm test` runs, with the given size and seed. */
function runSpecs(root, settings, reportDirectory, specs) {
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !PERSONAL.test(name)));
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      'e2e',
      ...specs.map((name) => `test/chaos/${name}`),
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

function readPart(directory, name) {
  const path = join(directory, `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** An invariant holds when it held in every part that looked at it. */
function invariantsOf(parts) {
  const names = [...new Set(parts.flatMap(({ invariants }) => Object.keys(invariants)))];
  return Object.fromEntries(names.map((name) => [name, parts.every(({ invariants }) => invariants[name] !== false)]));
}

/** The figures of the part that takes the servers away. */
function serversOf(parts) {
  const { alerts, apiKills, crashes, starved, leavers } = parts.find((part) => part.crashes) ?? {};
  return { alerts, apiKills, crashes, starved, leavers };
}

/** What could not be injected is reported as not run. */
function faultsNotRun(parts) {
  const injected = new Set(parts.flatMap(({ faults }) => faults));
  return FAULTS.map(({ id }) => id).filter((id) => !injected.has(id));
}

function toResult(settings, parts, { seed: _, ...callbacks }, receivers) {
  const sum = (of) => parts.reduce((total, part) => total + of(part), 0);
  return {
    seed: Number(settings.CHAOS_SEED),
    messages: Number(settings.CHAOS_MESSAGES),
    accepted: sum(({ accepted }) => accepted),
    lost: sum(({ lost }) => lost.length),
    doubled: sum(({ doubled }) => doubled.length),
    kills: sum(({ kills }) => kills ?? 0),
    callbacks: { ...callbacks, receivers },
    servers: serversOf(parts),
    faultsNotRun: faultsNotRun(parts),
    invariants: invariantsOf(parts),
  };
}

/**
 * Runs the chaos tests with the given settings, prints what they do on stderr, and sums up what they found.
 * @param {string} root the checkout
 * @param {Record<string, string>} settings CHAOS_MESSAGES, CHAOS_SEED, CHAOS_KILLS, CHAOS_CALLBACKS, CHAOS_CALLBACK_KILLS
 * @returns {Promise<{ result: object, isWhole: boolean }>} whether every assertion held as well
 */
export async function chaos(root, settings) {
  const directory = mkdtempSync(join(tmpdir(), 'belfry-chaos-'));
  let isWhole = true;
  for (const specs of ROUNDS) isWhole = (await runSpecs(root, settings, directory, specs)) === 0 && isWhole;
  const [callbacks, receivers, ...parts] = [CALLBACKS, RECEIVERS, ...SPECS].map((name) => readPart(directory, name));
  rmSync(directory, { recursive: true, force: true });
  if (!callbacks || parts.includes(undefined)) {
    throw new Error('The run broke off before it could be judged; see above.');
  }
  const result = toResult(settings, parts, callbacks, receivers);
  return { result, isWhole: isWhole && result.lost === 0 && result.doubled === 0 && callbacks.lost === 0 };
}
