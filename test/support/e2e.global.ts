import type { TestProject } from 'vitest/node';
import { startServices } from './services.global.js';

export function setup(project: TestProject): Promise<() => Promise<void>> {
  return startServices(project, { durable: true });
}
