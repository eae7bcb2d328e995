import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { endProcess, exitOf, guard, isRunning, waitUntil } from '../processes.mjs';
import { openLog } from '../services/log-file.mjs';
import { runQuietly } from '../setup/commands.mjs';

const READY_LIMIT_MS = 60_000;

/** Starts one of the applications, with its output in a log of its own. */
export function launchApplication(name, { root, env, logPath }) {
  const log = openLog(logPath);
  const child = spawn(process.execPath, [join(root, `dist/apps/${name}/src/main.js`)], {
    cwd: root,
    env,
    // A group of its own: Ctrl-C then reaches only the supervisor, which stops things in their order.
    detached: true,
    // The fourth is a channel whose closing tells the application that its supervisor is gone.
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
  });
  log.close();
  const exited = exitOf(child);
  // An application that is still starting does not listen to its channel yet.
  if (child.pid) guard(child, 'TERM');

  async function stop({ limitMs }) {
    if (!isRunning(child)) return;
    const kill = [['SIGKILL', 2_000]];
    await endProcess(child.pid, limitMs > 0 ? [['SIGTERM', limitMs], ...kill] : kill);
  }
  return { pid: child.pid, exited, stop, written: log.written };
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** Waits until a health address answers 200; `proceed` throws when there is nothing left to wait for. */
export async function untilHealthy(name, url, { logPath, proceed }) {
  const isHealthy = () => {
    proceed();
    return answers(url);
  };
  if (await waitUntil(isHealthy, READY_LIMIT_MS, 100)) return;
  throw new PlainError(`The ${name} was not ready after ${READY_LIMIT_MS / 1000} s (${url}); its log is ${logPath}`);
}

/** Runs one command of Belfry's command line to its end. */
export function runCli(args, { root, env, failure }) {
  return runQuietly(process.execPath, [join(root, 'dist/apps/cli/src/main.js'), ...args], { cwd: root, env, failure });
}
