import { spawn } from 'node:child_process';
import { PlainError } from '../plain-error.mjs';
import { lastLines } from '../services/log-file.mjs';

const running = new Set();

/** Ends the commands that are under way; their callers then see them fail. */
export function interruptCommands() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * Runs a command quietly; when it fails, its last lines and one sentence are all that is shown.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, failure: string, limitMs?: number }} options
 * @returns {Promise<string>} what it printed
 */
export function runQuietly(command, args, { cwd, env, failure, limitMs }) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs });
    running.add(child);
    child.once('close', () => running.delete(child));
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => reject(new PlainError(`${failure}: ${command} could not be run (${error.code}).`)));
    child.once('close', (code, signalName) => {
      if (code === 0) return resolve(output);
      const how = signalName ? `ended by ${signalName}` : `exit code ${code}`;
      reject(new PlainError(`${lastLines(output, 12)}\n${failure} (${how}).`));
    });
  });
}
