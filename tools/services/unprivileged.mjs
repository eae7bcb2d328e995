import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs';
import { PlainError } from '../plain-error.mjs';

/** "nobody" on every Linux: PostgreSQL refuses to run as root, and using this id changes nothing on the system. */
const NOBODY = { uid: 65534, gid: 65534 };

export const isRoot = () => process.getuid?.() === 0;

/**
 * Who runs a server: whoever started us, but never root. Files that an ordinary user made before are kept in that user's name.
 * @returns {{ uid?: number, gid?: number }}
 */
export function serverIdentity(existingPath) {
  if (!isRoot()) return {};
  const owner = existingPath ? statSync(existingPath, { throwIfNoEntry: false }) : undefined;
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** Tries as that user: every directory above counts, and so do mount options and ACLs, so asking beats computing. */
export function mayUse(identity, path, mode = 'x') {
  // In a group of its own: a Ctrl-C that ended the trial must not be read as "no", for data is placed by the answer.
  const options = { ...identity, cwd: '/', detached: true };
  const { status, signal, error } = spawnSync('/bin/sh', ['-c', `test -${mode} "$1"`, 'sh', path], options);
  if (status === 0 || status === 1) return status === 0;
  throw new PlainError(`It could not be found out who may use ${path} (${error?.code ?? signal ?? status}).`);
}

/** Makes a directory that only the server's user may enter. */
export function makePrivateDirectory(path, identity) {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o700);
  if (identity.uid !== undefined) chownSync(path, identity.uid, identity.gid);
}
