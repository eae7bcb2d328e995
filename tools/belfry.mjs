// `npm run belfry -- <command>`: the command line on the installation that `npm start` runs here.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import './node-version.mjs';

const { dataDirectory, ROOT } = await import('./setup.mjs');
const { readJson } = await import('./start/private-files.mjs');

const program = join(ROOT, 'dist/apps/cli/src/main.js');
if (!existsSync(program)) {
  console.error('Belfry is not built yet: run `npm start` (or `npm run build`) first.');
  process.exit(1);
}
// What a person exports wins: then it is another installation that is meant.
const wiring = process.env.DATABASE_URL ? {} : readJson(join(dataDirectory(), 'environment.json'));
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], {
  env: { ...wiring, ...process.env },
  stdio: 'inherit',
});
child.once('exit', (code) => process.exit(code ?? 1));
