import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CatalogueCheck } from '#libs/database';
import { migrations } from '#migrations';
import { StartError } from './start-error.js';

/** Refuses to serve on a schema that this release does not know, or that does not keep agencies apart. */
export async function assertSchema(app: INestApplicationContext): Promise<void> {
  assertAtHead(await appliedMigrations(app.get(DataSource)));
  const violations = await app.get(CatalogueCheck).violations();
  if (violations.length > 0)
    throw new StartError(`The database does not keep agencies apart: ${violations.join('; ')}`);
}

async function appliedMigrations(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}

export function assertAtHead(applied: readonly string[]): void {
  const known = migrations.map(({ name }) => name);
  const missing = known.filter((name) => !applied.includes(name));
  if (missing.length > 0) throw new StartError(`The database lacks ${missing.length} migrations: run npm run migrate.`);
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length > 0) throw new StartError(`The database is newer than this release: it has ${newer.join(', ')}.`);
}
