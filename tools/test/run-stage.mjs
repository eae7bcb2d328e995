import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitOf, signal } from '../processes.mjs';
import { ROOT } from '../setup.mjs';

const LIMIT_MS = 15 * 60 * 1000;
const GRACE_MS = 10_000;

/** The process groups under way, for Ctrl-C. */
const groups = new Set();

export function endStages(signalName) {
  for (const pid of groups) signal(-pid, signalName);
}

// Tests bring their own services: nothing a person exports for a server of theirs may reach them.
const PERSONAL = /^(DATABASE_|SEQUENCER_DATABASE_|REDIS_|BELFRY_|NODE_ENV$|npm_)/;

function environment(summaryPath) {
  // Some runners colour whenever CI is set; a log is read as plain text.
  const isTerminal = Boolean(process.stdout.isTTY);
  const dropped = (name) => PERSONAL.test(name) || (name === 'FORCE_COLOR' && !isTerminal);
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !dropped(name)));
  return { ...kept, ...(isTerminal ? {} : { NO_COLOR: '1' }), BELFRY_TEST_SUMMARY: summaryPath };
}

// Ends the whole group when the time is up, so that nothing a stage has started can hold up the run.
function limitTime(pid) {
  const kill = () => signal(-pid, 'SIGKILL');
  let last;
  const first = setTimeout(() => {
    console.log(`The time limit of ${LIMIT_MS / 60_000} minutes is reached; this stage ends here`);
    signal(-pid, 'SIGTERM');
    last = setTimeout(kill, GRACE_MS);
  }, LIMIT_MS);
  return () => {
    clearTimeout(first);
    clearTimeout(last);
    kill();
  };
}

function readSummary(path) {
  try {
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

function countTests(summary, code) {
  // A runner that fails without a failed test (a crash, an error between tests) is itself a failure.
  if (!summary) return { passed: 0, failed: 1, skipped: 0, files: [] };
  return { ...summary, failed: code === 0 ? summary.failed : Math.max(1, summary.failed) };
}

const countCheck = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, files: [] });

/** Runs one stage and answers with its counts. */
export async function runStage({ name, title, command }) {
  console.log(`\n== ${title}`);
  const directory = mkdtempSync(join(tmpdir(), 'belfry-summary-'));
  const summaryPath = join(directory, 'summary.json');
  const startedAt = Date.now();
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: ROOT,
    env: environment(summaryPath),
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  child.once('error', (error) => console.log(`${program} cannot be run: ${error.message}`));
  if (child.pid) groups.add(child.pid);
  const stopClock = child.pid ? limitTime(child.pid) : () => {};
  const { code } = await exitOf(child);
  stopClock();
  groups.delete(child.pid);

  const counts = name === 'vitest' ? countTests(readSummary(summaryPath), code) : countCheck(code);
  rmSync(directory, { recursive: true, force: true });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`== ${title}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return { title, ...counts };
}
