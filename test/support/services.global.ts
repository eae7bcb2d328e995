import type { TestProject } from 'vitest/node';
import { migrate } from '#libs/database';
import { migrations } from '#migrations';
import { startPostgres, startRedis } from '../../tools/services.mjs';

export interface TestServices {
  /** Superuser URL of the server, without a database. */
  readonly postgresUrl: string;
  readonly redisUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    services: TestServices;
  }
}

/** Every test file clones this database, which is a matter of milliseconds. */
export const TEMPLATE_DATABASE = 'belfry_template';
export const APP_PASSWORD = 'app';
export const SEQUENCER_PASSWORD = 'sequencer';

/** Real servers for a vitest project. Only integration tests may give up durability. */
export async function startServices(
  project: TestProject,
  { durable }: { durable: boolean },
): Promise<() => Promise<void>> {
  const [postgres, redis] = await Promise.all([startPostgres({ durable }), startRedis()]);
  await migrate({
    adminUrl: postgres.url(TEMPLATE_DATABASE),
    appUrl: roleUrl(postgres.url(TEMPLATE_DATABASE), 'belfry_app', APP_PASSWORD),
    sequencerUrl: roleUrl(postgres.url(TEMPLATE_DATABASE), 'belfry_sequencer', SEQUENCER_PASSWORD),
    migrations,
  });
  project.provide('services', { postgresUrl: postgres.url(), redisUrl: redis.url });
  return async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
  };
}

export function roleUrl(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
