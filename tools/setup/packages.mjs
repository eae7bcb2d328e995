import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { POSTGRES_PACKAGE } from '../services/postgres-binaries.mjs';
import { runQuietly } from './commands.mjs';

// Flags against what a person's own npm settings may say: production only, no optional packages, no scripts.
const INSTALL = ['ci', '--include=dev', '--include=optional', '--ignore-scripts=false', '--no-audit', '--no-fund'];

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

// npm writes its own lock file into node_modules as the last step of an installation, so it is also the mark of a whole one.
function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  // Optional packages are there or not by platform; each that is there must still be the wanted one.
  const isOptional = (entry) => entry.optional || entry.devOptional || entry.peer;
  const missing = Object.entries(wanted).some(([path, entry]) => path && !isOptional(entry) && !present[path]);
  const stale = Object.entries(present).some(([path, entry]) => wanted[path]?.version !== entry.version);
  return !missing && !stale;
}

function isWritable(path) {
  const existing = existsSync(path) ? path : dirname(path);
  if (existing === path || existsSync(existing)) {
    try {
      accessSync(existing, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  }
  return isWritable(existing);
}

/** npm keeps a cache and logs in the home directory; where there is none to write to, it gets a place of ours. */
function npmEnvironment(dataDir) {
  const home = process.env.HOME === '' ? '' : homedir();
  const cache = process.env.npm_config_cache || (home && join(home, '.npm'));
  if (cache && isWritable(cache)) return process.env;
  const own = join(dataDir, 'npm-cache');
  mkdirSync(own, { recursive: true });
  return { ...process.env, HOME: home || dataDir, npm_config_cache: own };
}

// The npm that started us is the one a person chose; run directly, we take the one on PATH.
function npm(args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, [script, ...args]] : ['npm', args];
}

export function runNpm(args, root, dataDir, failure) {
  const [command, commandArgs] = npm(args);
  return runQuietly(command, commandArgs, { cwd: root, env: npmEnvironment(dataDir), failure });
}

// The package stores its links as a list, which its install script turns into links; some machines forbid such scripts.
async function linkPostgresLibraries(root) {
  const list = join(POSTGRES_PACKAGE, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8'));
  if (links.every(({ target }) => existsSync(join(POSTGRES_PACKAGE, target)))) return;
  await runQuietly(process.execPath, ['scripts/hydrate-symlinks.js'], {
    cwd: POSTGRES_PACKAGE,
    failure: `The libraries of the embedded PostgreSQL in ${root} could not be linked`,
  });
}

/** Installs what package-lock.json names unless exactly that is installed. */
export async function ensurePackages(root, dataDir, log) {
  if (!isInstalled(root)) {
    log('Installing packages (npm ci)');
    await runNpm(INSTALL, root, dataDir, 'npm ci could not install the packages');
  }
  await linkPostgresLibraries(root);
}
