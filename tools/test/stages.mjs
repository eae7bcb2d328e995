import { join } from 'node:path';
import { ROOT } from '../setup.mjs';

const bin = (name) => join(ROOT, 'node_modules/.bin', name);
const node = process.execPath;

/**
 * What `npm test` runs, in this order. A stage counts as one check, passed when its command exits with 0; the stage named
 * `vitest` counts each test.
 */
export const STAGES = [
  { name: 'format', title: 'Format and simple rules (Biome)', command: [bin('biome'), 'check', '.'] },
  { name: 'lint', title: 'Rules that need types (oxlint)', command: [bin('oxlint'), '--type-aware'] },
  {
    name: 'types',
    title: 'Types',
    command: [node, 'node_modules/typescript7/bin/tsc', '-p', 'tsconfig.json', '--noEmit'],
  },
  {
    name: 'console-types',
    title: 'Types of the console',
    command: [node, 'node_modules/typescript7/bin/tsc', '-p', 'apps/console/tsconfig.json'],
  },
  {
    name: 'layers',
    title: 'Who imports whom (dependency-cruiser)',
    command: [bin('depcruise'), '--config', '.dependency-cruiser.mjs', 'apps', 'libs', 'migrations'],
  },
  {
    name: 'vitest',
    title: 'Tests',
    command: [bin('vitest'), 'run', '--reporter=default', '--reporter=./tools/vitest-summary-reporter.mjs'],
  },
  { name: 'console-size', title: 'Weight of the console', command: [node, 'tools/test/console-size.mjs'] },
  { name: 'generated', title: 'Generated files are current', command: ['npm', 'run', '--silent', 'generated:check'] },
];

/** The stages a person named; any other name is a project of vitest's. */
export function selectStages(names) {
  if (!names) return STAGES;
  const projects = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  const vitestArguments = names.includes('vitest') ? [] : projects.flatMap((project) => ['--project', project]);
  return STAGES.flatMap((stage) => {
    if (stage.name !== 'vitest') return names.includes(stage.name) ? [stage] : [];
    if (!names.includes('vitest') && projects.length === 0) return [];
    return [{ ...stage, command: [...stage.command, ...vitestArguments] }];
  });
}

/** Only the project `browser` opens one. */
export const needsBrowser = (names) => !names || names.includes('vitest') || names.includes('browser');
