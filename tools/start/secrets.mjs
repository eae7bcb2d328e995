import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writePrivateJson } from './private-files.mjs';

const NAMES = ['databaseAppPassword', 'databaseSequencerPassword', 'metaAppSecret', 'metaVerifyToken'];

/** The secrets of this installation, made once. */
export function ensureSecrets(dataDir) {
  const path = join(dataDir, 'secrets.json');
  const kept = readJson(path) ?? {};
  const missing = NAMES.filter((name) => !kept[name]);
  if (missing.length === 0) return kept;
  const made = Object.fromEntries(missing.map((name) => [name, randomBytes(24).toString('hex')]));
  const secrets = { ...kept, ...made };
  writePrivateJson(path, secrets);
  return secrets;
}
