import { randomBytes } from 'node:crypto';
import { type FileHandle, link, open, unlink } from 'node:fs/promises';
import {
  keyFileExists,
  keyFileExposed,
  keyFileUnreadable,
  keyFileUnwritable,
  masterKeyInvalid,
} from './crypto.errors.js';
import { decodeMasterKey, isKeyId } from './key-wrap.js';

/** The master keys of an installation: the one that wraps now, and all that may still be needed to unwrap. */
export interface MasterKeys {
  readonly currentKeyId: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

const OTHERS = 0o077;

/**
 * Writes a file with one new master key, readable by its owner only. It appears whole or not at all, so that a process
 * killed in the middle leaves no half a key file behind, and an existing one is never replaced.
 */
export async function createMasterKeyFile(path: string): Promise<void> {
  const keyId = `k${new Date().toISOString().slice(0, 10).replaceAll('-', '')}-${randomBytes(3).toString('hex')}`;
  const content = { current: keyId, keys: { [keyId]: randomBytes(32).toString('base64') } };
  const draft = `${path}.${randomBytes(6).toString('hex')}.draft`;
  try {
    await writeDurably(draft, `${JSON.stringify(content, null, 2)}\n`);
    await link(draft, path);
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? keyFileExists(path) : keyFileUnwritable(path, codeOf(error));
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

export async function readMasterKeyFile(path: string): Promise<MasterKeys> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw keyFileUnreadable(path, codeOf(error));
  });
  try {
    return parseMasterKeys(path, await readPrivate(path, file));
  } finally {
    await file.close();
  }
}

/** Mode and content come from the same open file, so that it cannot be swapped between the check and the reading. */
async function readPrivate(path: string, file: FileHandle): Promise<string> {
  const { mode } = await file.stat();
  if ((mode & OTHERS) !== 0) throw keyFileExposed(path, mode & 0o7777);
  return file.readFile('utf8').catch((error: unknown) => {
    throw keyFileUnreadable(path, codeOf(error));
  });
}

function parseMasterKeys(path: string, text: string): MasterKeys {
  const source = `The key file ${path}`;
  const { current, keys: written } = parseObject(source, text);
  if (typeof written !== 'object' || written === null) throw masterKeyInvalid(source, 'it has no object "keys"');
  const keys = new Map<string, Buffer>();
  for (const [keyId, key] of Object.entries(written)) {
    if (!isKeyId(keyId))
      throw masterKeyInvalid(source, 'a key id is 1 to 64 letters, digits, dots, hyphens or underscores');
    keys.set(keyId, decodeMasterKey(source, key));
  }
  if (typeof current !== 'string' || !keys.has(current)) {
    throw masterKeyInvalid(source, '"current" does not name one of its keys');
  }
  return { currentKeyId: current, keys };
}

/** The parser's own message would quote the file, so it is not passed on. */
function parseObject(source: string, text: string): { current?: unknown; keys?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // answered below
  }
  throw masterKeyInvalid(source, 'it is not a JSON object');
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown cause';
}
