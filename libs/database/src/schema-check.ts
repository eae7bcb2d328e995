import type { INestApplicationContext, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { StartError } from '#libs/observability';
import { CatalogueCheck } from './catalogue-check.js';

/** Refuses to serve on a schema that this release does not know, or that does not keep agencies apart. */
export async function assertSchema(app: INestApplicationContext, migrations: readonly Type[]): Promise<void> {
  assertAtHead(
    await appliedMigrations(app.get(DataSource)),
    migrations.map(({ name }) => name),
  );
  const violations = await app.get(CatalogueCheck).violations();
  if (violations.length > 0)
    throw new StartError(`The database does not keep agencies apart: ${violations.join('; ')}`);
}

async function appliedMigrations(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}

export function assertAtHead(applied: readonly string[], known: readonly string[]): void {
  const missing = known.filter((name) => !applied.includes(name));
  if (missing.length > 0) throw new StartError(`The database lacks ${missing.length} migrations: run npm run migrate.`);
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length > 0) throw new StartError(`The database is newer than this release: it has ${newer.join(', ')}.`);
}
