import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { isRoot, makePrivateDirectory, mayUse, serverIdentity } from './unprivileged.mjs';

/** Where root keeps what a server's user cannot reach inside the checkout. */
export const SYSTEM_PLACE = '/var/lib/belfry';

/** Makes the data directory: others may pass through it as root (servers run as another user), but never list it. */
export function prepareDataDirectory(dataDir) {
  try {
    mkdirSync(join(dataDir, 'logs'), { recursive: true });
    chmodSync(dataDir, isRoot() ? 0o711 : 0o700);
    chmodSync(join(dataDir, 'logs'), 0o700);
  } catch (error) {
    throw new PlainError(
      `The data directory ${dataDir} cannot be used by this user (${error.code}): run as its owner, or set BELFRY_DATA_DIR.`,
    );
  }
}

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

function makeSystemPlace(path, identity) {
  const parents = [SYSTEM_PLACE, join(path, '..')];
  for (const parent of parents) {
    mkdirSync(parent, { recursive: true });
    chmodSync(parent, 0o711);
  }
  makePrivateDirectory(path, identity);
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
  if (!mayUse(identity, path)) {
    throw new PlainError(
      `The user that runs the database (${identity.uid ?? process.getuid?.()}) cannot reach ${path}: ` +
        `mkdir -p ${join(elsewhere, '..')} && mv ${path} ${elsewhere}, then start again.`,
    );
  }
  return { path, identity };
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

  const identity = serverIdentity();
  const path = mayUse(identity, dataDir) ? usual : elsewhere;
  if (path === usual) makePrivateDirectory(path, identity);
  else makeSystemPlace(path, identity);
  return { path, identity, temporary: false, remember: () => remember(path) };
}
