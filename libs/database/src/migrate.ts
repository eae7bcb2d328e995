import { DataSource, type MigrationInterface } from 'typeorm';
import { type BootstrapOptions, bootstrapRoles } from './bootstrap-roles.js';

export type MigrationClass = new () => MigrationInterface;

export interface MigrateOptions extends BootstrapOptions {
  readonly migrations: readonly MigrationClass[];
}

/** A connection that acts as the owner of all objects; migrations only. */
export function ownerDataSource(adminUrl: string, migrations: MigrateOptions['migrations']): DataSource {
  return new DataSource({
    type: 'postgres',
    url: adminUrl,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    installExtensions: false,
    extra: { max: 1, options: '-c role=belfry_owner', application_name: 'belfry-migrate' },
  });
}

/** Brings the database to the newest schema. @returns the names of the migrations that were run */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  await bootstrapRoles(options);
  const source = await ownerDataSource(options.adminUrl, options.migrations).initialize();
  try {
    const done = await source.runMigrations();
    await source.query('SELECT ensure_partitions(3)');
    // At boot each process compares this list with the release that it is.
    await source.query('GRANT SELECT ON migrations TO belfry_app');
    return done.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
