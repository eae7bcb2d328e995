import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { PlainError } from '../plain-error.mjs';

/** Writes a file that only its owner may read, whole or not at all. */
export function writePrivateJson(path, value) {
  const draft = `${path}.${process.pid}`;
  const fd = openSync(draft, 'w', 0o600);
  writeSync(fd, `${JSON.stringify(value, null, 2)}\n`);
  fsyncSync(fd);
  closeSync(fd);
  renameSync(draft, path);
}

/** The value of a JSON file, undefined when there is none. */
export function readJson(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new PlainError(`${path} cannot be read (${error.code ?? 'not JSON'}): put a good copy back.`);
  }
}
