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

/** By which URLs whoever prepares the template comes to it. */
export interface TemplateUrls {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly sequencerUrl: string;
}

export interface StartedServices {
  readonly services: TestServices;
  readonly template: TemplateUrls;
  readonly stop: () => Promise<void>;
}

/** Real servers for a vitest project, with no table yet. Only integration tests may give up durability. */
export async function startServices({ durable }: { durable: boolean }): Promise<StartedServices> {
  const [postgres, redis] = await Promise.all([startPostgres({ durable }), startRedis()]);
  const adminUrl = postgres.url(TEMPLATE_DATABASE);
  return {
    services: { postgresUrl: postgres.url(), redisUrl: redis.url },
    template: {
      adminUrl,
      appUrl: roleUrl(adminUrl, 'belfry_app', APP_PASSWORD),
      sequencerUrl: roleUrl(adminUrl, 'belfry_sequencer', SEQUENCER_PASSWORD),
    },
    stop: async () => {
      await Promise.all([postgres.stop(), redis.stop()]);
    },
  };
}

export function roleUrl(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
