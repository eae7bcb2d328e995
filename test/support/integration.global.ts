import type { TestProject } from 'vitest/node';
import { migrate } from '#libs/database';
import { migrations } from '#migrations';
import { startServices } from './services.global.js';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { services, template, stop } = await startServices({ durable: false });
  await migrate({ ...template, migrations });
  project.provide('services', services);
  return stop;
}
