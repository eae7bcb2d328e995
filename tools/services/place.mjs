import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { prepareDataDirectory } from './data-directory.mjs';
import { makePrivateDirectory, mayUse, serverIdentity } from './unprivileged.mjs';

/** Where root keeps what a server's user cannot reach inside the checkout. */
export const SYSTEM_PLACE = '/var/lib/belfry';

function temporaryPlace(name) {
  const identity = serverIdentity();
  const parent = mayUse(identity, tmpdir()) ? tmpdir() : '/tmp';
  const path = mkdtempSync(join(parent, `belfry-${name}-`));
  makePrivateDirectory(path, identity);
  return { path, identity, temporary: true, remember() {} };
}

function systemPathFor(dataDir, name) {
  const mark = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
  return join(SYSTEM_PLACE, mark, name);
}

function makeSystemParents(path) {
  for (const parent of [SYSTEM_PLACE, dirname(path)]) {
    mkdirSync(parent, { recursive: true });
    chmodSync(parent, 0o711);
  }
}

// A checkout that was open to all and no longer is: its data moves, whole or not at all.
function moveOut(usual, elsewhere) {
  try {
    makeSystemParents(elsewhere);
    renameSync(usual, elsewhere);
    return elsewhere;
  } catch (error) {
    throw new PlainError(
      `The user that runs the server cannot reach ${usual}, nor could it be moved (${error.code}): move it to ${elsewhere}.`,
    );
  }
}

// A place that holds the treasure is never passed over for an empty one.
function existingPlace({ usual, elsewhere, note, treasure }) {
  const noted = existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined;
  if (noted && !existsSync(join(noted, treasure))) {
    throw new PlainError(
      `The data of this installation was kept in ${noted} and is not there: put it back, or remove ${note} to begin with none.`,
    );
  }
  const path = noted ?? [usual, elsewhere].find((candidate) => existsSync(join(candidate, treasure)));
  if (!path) return undefined;
  const identity = serverIdentity(path);
  if (mayUse(identity, path)) return { path, identity };
  if (path === usual) return { path: moveOut(usual, elsewhere), identity };
  throw new PlainError(`The user that runs the server (${identity.uid ?? process.getuid?.()}) cannot reach ${path}.`);
}

/**
 * What an earlier checkout at the same path left in the place of the system, when nothing here speaks of it, is set aside whole,
 * so that a fresh checkout begins with none.
 * @returns {string | undefined} where it is kept
 */
export function setAsideUnclaimed(name, dataDir) {
  const left = systemPathFor(dataDir, name);
  if (existsSync(join(dataDir, `${name}-location`)) || !existsSync(left)) return undefined;
  const aside = `${left}.before-${new Date().toISOString().replace(/\W/g, '')}`;
  renameSync(left, aside);
  return aside;
}

/**
 * The directory in which a server keeps its files: inside the data directory where its user can reach that, else a place of
 * the system, noted in `<dataDir>/<name>-location` once `remember()` is called; a temporary one when no data directory is given.
 * @param {string} name
 * @param {string | undefined} dataDir
 * @param {string} [treasure] the entry whose presence means that the place must be found again
 */
export function placeFor(name, dataDir, treasure) {
  if (!dataDir) return temporaryPlace(name);
  prepareDataDirectory(dataDir);
  const usual = join(dataDir, name);
  const elsewhere = systemPathFor(dataDir, name);
  const note = join(dataDir, `${name}-location`);
  const remember = (path) => path === usual || writeFileSync(note, `${path}\n`, { mode: 0o600 });

  const found = treasure && existingPlace({ usual, elsewhere, note, treasure });
  if (found) return { ...found, temporary: false, remember: () => remember(found.path) };

  const identity = serverIdentity(dataDir);
  const path = mayUse(identity, dataDir) ? usual : elsewhere;
  if (path === elsewhere) makeSystemParents(path);
  makePrivateDirectory(path, identity);
  return { path, identity, temporary: false, remember: () => remember(path) };
}
