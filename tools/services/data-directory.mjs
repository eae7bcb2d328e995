import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { isRoot } from './unprivileged.mjs';

/** Makes the data directory. Root's own lets others pass through, for its servers run as another user, but never list it. */
export function prepareDataDirectory(dataDir) {
  const logs = join(dataDir, 'logs');
  try {
    makeDirectory(logs);
    chmodSync(dataDir, statSync(dataDir).uid === 0 ? 0o711 : 0o700);
    chmodSync(logs, 0o700);
  } catch (error) {
    throw new PlainError(
      `The data directory ${dataDir} cannot be used by this user (${error.code}): run as its owner, or set BELFRY_DATA_DIR.`,
    );
  }
}

// Level by level: on a file system that takes no directories (`/proc`), Node's own recursion never ends.
function makeDirectory(path) {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  mkdirSync(path);
}

/** After root has run on an ordinary user's data directory: gives that user what root has written there. */
export function returnToOwner(dataDir) {
  const { uid, gid } = statSync(dataDir);
  if (!isRoot() || uid === 0) return;
  for (const directory of [dataDir, join(dataDir, 'logs')]) {
    for (const name of readdirSync(directory)) {
      const path = join(directory, name);
      const entry = lstatSync(path);
      if (entry.uid === 0 && !entry.isSymbolicLink()) chownSync(path, uid, gid);
    }
  }
}
