import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type SeededDemo, seedTemplate } from './seeded-demo.js';
import { startServices } from './services.global.js';

declare module 'vitest' {
  interface ProvidedContext {
    seeded: SeededDemo;
  }
}

/** Every system is a copy of one that was migrated and seeded by the commands that people use. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { services, template, stop } = await startServices({ durable: true });
  const directory = mkdtempSync(join(tmpdir(), 'belfry-seed-'));
  project.provide('services', services);
  project.provide('seeded', await seedTemplate(template, services.redisUrl, directory));
  return async () => {
    await stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
