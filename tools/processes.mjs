import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Resolves true as soon as `condition` holds, false when `limitMs` have passed. */
export async function waitUntil(condition, limitMs, everyMs = 25) {
  const deadline = Date.now() + limitMs;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

// Fields of /proc/<pid>/stat after the command name, which may itself hold spaces and brackets.
function procStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Whether the process runs; a zombie that nobody collects (common in containers) counts as gone. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return procStat(pid)?.[0] !== 'Z';
}

/** When a process began, in the system's own words: with the pid it tells a process from a later one with the same pid. */
export function processBirth(pid) {
  const ticks = procStat(pid)?.[19];
  if (ticks) return ticks;
  return (spawnSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).stdout ?? '').trim();
}

/** The command line of a process, empty when there is none or it may not be read. */
export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return (spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? '').trim();
  }
}

/** The processes whose working directory is `path`; empty where there is no /proc. */
export function processesIn(path) {
  const worksThere = (pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === path && isAlive(Number(pid));
    } catch {
      return false;
    }
  };
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && worksThere(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** Sends a signal; a process that is already gone is fine. */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** How a child ends; one that could not be started has ended with code -1. */
export function exitOf(child) {
  return new Promise((resolve) => {
    child.once('exit', (code, signalName) => resolve({ code, signal: signalName }));
    child.once('error', () => resolve({ code: -1, signal: null }));
  });
}

/** Whether a child was started and has not ended. */
export const isRunning = (child) => Boolean(child.pid) && child.exitCode === null && child.signalCode === null;

/** Ends a process with one signal after the other, each with its time; true when it is gone. */
export async function endProcess(pid, steps) {
  for (const [name, limitMs] of steps) {
    signal(pid, name);
    if (await waitUntil(() => !isAlive(pid), limitMs)) return true;
  }
  return false;
}

// Waits for the end of its standard input, which comes when the process holding the other end is gone, however it ended.
const GUARD = `
read _
kill -"$2" "$1" 2>/dev/null
[ -n "$3" ] || exit 0
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do kill -0 "$1" 2>/dev/null || break; sleep 1; done
rm -rf "$3"
`;

/** Ends `child` (and removes `temporaryPath`) when this process dies without having stopped it, even by SIGKILL. */
export function guard(child, signalName, temporaryPath = '') {
  const watcher = spawn('/bin/sh', ['-c', GUARD, 'guard', String(child.pid), signalName, temporaryPath], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => {});
  watcher.unref();
  watcher.stdin.unref?.();
  child.once('exit', () => watcher.kill('SIGKILL'));
}
