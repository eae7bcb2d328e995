// Weighs what a browser loads: `node tools/test/console-size.mjs`, after a build.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = resolve(fileURLToPath(import.meta.url), '../../../apps/console/dist');
const KB = 1024;

/** In kilobytes after gzip. A slow line in the field loads 215 KB in some four seconds. */
export const BUDGETS = { initialScripts: 215, styles: 18, route: 40 };

const isScript = (file) => file.endsWith('.js');

/** The files that a chunk needs before it runs: itself and what it imports, at whatever distance. */
export function filesOf(manifest, name, seen = new Set()) {
  const chunk = manifest[name];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const style of chunk.css ?? []) seen.add(style);
  for (const other of chunk.imports ?? []) filesOf(manifest, other, seen);
  return seen;
}

/** What is over its budget, in words. */
export function overweight(manifest, kilobytesOf) {
  const weigh = (files) => files.reduce((sum, file) => sum + kilobytesOf(file), 0);
  const entry = Object.keys(manifest).find((name) => manifest[name].isEntry);
  const first = filesOf(manifest, entry);
  const rows = [
    { name: 'initial scripts', kb: weigh([...first].filter(isScript)), budget: BUDGETS.initialScripts },
    { name: 'initial styles', kb: weigh([...first].filter((file) => !isScript(file))), budget: BUDGETS.styles },
    ...Object.keys(manifest)
      .filter((name) => name.endsWith('.page.tsx'))
      .map((name) => ({
        name,
        kb: weigh([...filesOf(manifest, name)].filter((file) => isScript(file) && !first.has(file))),
        budget: BUDGETS.route,
      })),
  ];
  return { rows, tooHeavy: rows.filter(({ kb, budget }) => kb > budget) };
}

function main() {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'));
  const kilobytesOf = (file) => gzipSync(readFileSync(join(DIST, file))).length / KB;
  const { rows, tooHeavy } = overweight(manifest, kilobytesOf);
  const shown = rows.sort((a, b) => b.kb - a.kb).slice(0, 8);
  for (const { name, kb, budget } of shown) console.log(`${kb.toFixed(1).padStart(7)} of ${budget} KB  ${name}`);
  for (const { name, kb, budget } of tooHeavy)
    console.log(`${name} weighs ${kb.toFixed(1)} KB; ${budget} KB is the most`);
  process.exit(tooHeavy.length === 0 ? 0 : 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
