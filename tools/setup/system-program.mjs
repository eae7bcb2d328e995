import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { isRoot } from '../services/unprivileged.mjs';
import { runQuietly } from './commands.mjs';

const INSTALL_LIMIT_MS = 10 * 60 * 1000;

const onPath = ({ program }) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/sbin'].some((place) => existsSync(join(place, program)));

const maySudo = () => spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;

function refusal({ name, managers, adviceOnly, otherwise }) {
  const known = [...managers, ...adviceOnly].find(onPath);
  if (!known) return `Belfry needs ${name}: ${otherwise}`;
  const sudo = isRoot() || known.program === 'brew' ? '' : 'sudo ';
  const command = known.advice.split(' && ').map((part) => `${sudo}${part}`);
  return `Belfry needs ${name}, and this user may not install it: run \`${command.join(' && ')}\` and start again.`;
}

/**
 * Makes sure that a program is on this machine: there already, or installed by the system's package manager. Whoever may
 * not install is told the exact command.
 * @typedef {{ program: string, script: string, advice: string }} Manager
 * @param {{ name: string, find: () => string | undefined, managers: Manager[], adviceOnly: { program: string, advice: string }[], otherwise: string }} wanted
 * @param {(line: string) => void} log
 */
export async function ensureSystemProgram(wanted, log) {
  if (wanted.find()) return;
  const manager = wanted.managers.find(onPath);
  const prefix = isRoot() ? [] : ['sudo', '-n'];
  if (!manager || (!isRoot() && !maySudo())) throw new PlainError(refusal(wanted));

  log(`Installing ${wanted.name} with ${manager.program}`);
  const [command, ...args] = [...prefix, 'sh', '-c', manager.script];
  await runQuietly(command, args, {
    cwd: '/',
    failure: `${wanted.name} could not be installed`,
    limitMs: INSTALL_LIMIT_MS,
  });
  if (!wanted.find()) throw new PlainError(refusal(wanted));
}
