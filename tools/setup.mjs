import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer, ensureBuild } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { ensureRedisServer } from './setup/redis-server.mjs';

/** The checkout. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Where this installation keeps its data, keys and logs. */
export const dataDirectory = () => resolve(ROOT, process.env.BELFRY_DATA_DIR || '.local');

/**
 * Brings a bare checkout to the point where it can run, and does nothing when it already is.
 * @param {{ log: (line: string) => void, needsRedis?: boolean, needsChromium?: boolean }} options
 */
export async function ensureSetUp({ log, needsRedis = true, needsChromium = false }) {
  const dataDir = dataDirectory();
  await ensurePackages(ROOT, dataDir, log);
  if (needsRedis) await ensureRedisServer(log);
  if (needsChromium) await ensureChromium(log);
  await ensureBuild(ROOT, dataDir, log);
}

/**
 * As much of it as code needs that is generated, also where the console does not compile yet.
 * @param {{ log: (line: string) => void }} options
 */
export async function setUpToGenerate({ log }) {
  const dataDir = dataDirectory();
  await ensurePackages(ROOT, dataDir, log);
  await buildServer(ROOT, dataDir, log);
}
