import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { APP_PASSWORD, roleUrl, SEQUENCER_PASSWORD, TEMPLATE_DATABASE } from './services.global.js';

/** A fresh copy of the migrated template, for one test file. */
export class TestDatabase {
  private constructor(
    readonly name: string,
    readonly adminUrl: string,
    /** Superuser, for looking behind the fence. */
    readonly admin: Client,
  ) {}

  static async create(): Promise<TestDatabase> {
    const name = `belfry_${randomBytes(6).toString('hex')}`;
    await onServer((server) =>
      server.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE} STRATEGY file_copy`),
    );
    const adminUrl = databaseUrl(name);
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect();
    // Privileges on a database are not copied with it.
    await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await admin.query(`GRANT CONNECT ON DATABASE ${name} TO belfry_app, belfry_sequencer`);
    return new TestDatabase(name, adminUrl, admin);
  }

  get appUrl(): string {
    return roleUrl(this.adminUrl, 'belfry_app', APP_PASSWORD);
  }

  get sequencerUrl(): string {
    return roleUrl(this.adminUrl, 'belfry_sequencer', SEQUENCER_PASSWORD);
  }

  async drop(): Promise<void> {
    await this.admin.end();
    await onServer((server) => server.query(`DROP DATABASE ${this.name} WITH (FORCE)`));
  }
}

export function databaseUrl(name: string): string {
  const url = new URL(inject('services').postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** An empty database that no template stands behind, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<{ adminUrl: string; drop: () => Promise<void> }> {
  const name = `belfry_${randomBytes(6).toString('hex')}`;
  await onServer((server) => server.query(`CREATE DATABASE ${name}`));
  return {
    adminUrl: databaseUrl(name),
    drop: async () => void (await onServer((server) => server.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

async function onServer<T>(work: (server: Client) => Promise<T>): Promise<T> {
  const server = new Client({ connectionString: databaseUrl('postgres') });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}
