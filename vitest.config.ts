import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.js';

/** The kill test always runs; the longer fault runs belong to `npm run test:full` and `npm run chaos`. */
const CHAOS =
  process.env['TEST_FULL'] === '1' ? ['test/chaos/**/*.e2e-spec.ts'] : ['test/chaos/kill-worker.e2e-spec.ts'];

/** Whole systems wait much of the time, for a provider that answers slowly or for a window to pass. */
const SYSTEMS_AT_A_TIME = 3;

export default defineConfig({
  // Exactly this list: vitest hands it to every package, and more conditions make `pg` load twice.
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    // Five projects import the same libs: what one of them has compiled, the others take from node_modules.
    experimental: { fsModuleCache: true },
    // Its own choice is one less than there are, which on two processors is one.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          isolate: false,
          include: ['{apps,libs}/**/*.spec.ts', 'tools/**/*.spec.mjs'],
          exclude: ['apps/console/**', '**/node_modules/**'],
          setupFiles: ['reflect-metadata'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          // Each file in a world of its own: what a browser has is put into globals.
          name: 'console',
          include: ['apps/console/src/**/*.spec.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          isolate: false,
          include: ['test/architecture/**/*.spec.ts'],
          setupFiles: ['reflect-metadata'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          isolate: false,
          include: ['test/integration/**/*.spec.ts'],
          setupFiles: ['reflect-metadata'],
          globalSetup: ['test/support/integration.global.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e-spec.ts', ...CHAOS],
          setupFiles: ['reflect-metadata'],
          globalSetup: ['test/support/e2e.global.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // Files of one worker share a system, see TestSystem.shared().
          isolate: false,
          maxWorkers: SYSTEMS_AT_A_TIME,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.browser-spec.ts'],
          setupFiles: ['reflect-metadata'],
          globalSetup: ['test/support/e2e.global.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          isolate: false,
          maxWorkers: SYSTEMS_AT_A_TIME,
          maxConcurrency: 4,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
