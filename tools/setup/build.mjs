import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './packages.mjs';

const SOURCES = ['apps', 'libs', 'migrations', 'package.json', 'package-lock.json', 'nest-cli.json'];
const MARK = 'dist/.belfry-build';
const CONSOLE = 'apps/console/dist/index.html';

const isTest = (name) => name.endsWith('.spec.ts');

/** What an installation or a build has put there. */
const isMade = (name) => name === 'node_modules' || name === 'dist';

function* filesUnder(path) {
  const info = statSync(path, { throwIfNoEntry: false });
  if (info?.isFile()) yield { path, info };
  if (!info?.isDirectory()) return;
  for (const name of readdirSync(path).sort()) {
    if (!isMade(name) && !isTest(name)) yield* filesUnder(join(path, name));
  }
}

/** Changes whenever a file that goes into the build is changed, added, moved or removed. */
function fingerprint(root) {
  const hash = createHash('sha256');
  const configurations = readdirSync(root).filter((name) => name.startsWith('tsconfig'));
  for (const source of [...SOURCES, ...configurations.sort()]) {
    for (const { path, info } of filesUnder(join(root, source)))
      hash.update(`${path}\0${info.mtimeMs}\0${info.size}\n`);
  }
  return hash.digest('hex');
}

/** Builds unless `dist` was built from exactly these sources. */
export async function ensureBuild(root, dataDir, log) {
  const mark = join(root, MARK);
  const wanted = fingerprint(root);
  const isBuilt = existsSync(mark) && existsSync(join(root, CONSOLE));
  if (isBuilt && readFileSync(mark, 'utf8') === wanted) return;
  log('Building (npm run build)');
  await runNpm(['run', 'build'], root, dataDir, 'npm run build failed');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(mark, wanted);
}

/** Everything but the console, whatever was built before: the console is compiled against what is generated from this. */
export async function buildServer(root, dataDir, log) {
  log('Building all but the console (npm run build:server)');
  await runNpm(['run', 'build:server'], root, dataDir, 'npm run build:server failed');
}
