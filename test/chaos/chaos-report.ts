import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHAOS } from './chaos-settings.js';

/** Prints what a run found, and leaves it for `npm run chaos` when that asked for it. */
export function report(name: string, found: object): void {
  process.stderr.write(`chaos ${name}: ${JSON.stringify(found)}\n`);
  if (CHAOS.reportDirectory === undefined) return;
  mkdirSync(CHAOS.reportDirectory, { recursive: true });
  writeFileSync(join(CHAOS.reportDirectory, `${name}.json`), JSON.stringify(found));
}
