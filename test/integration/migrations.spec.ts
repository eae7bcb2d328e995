import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, ownerDataSource, printSchema } from '#libs/database';
import { migrations } from '#migrations';
import { APP_PASSWORD, roleUrl, SEQUENCER_PASSWORD } from '../support/services.global.js';
import { emptyDatabase } from '../support/test-database.js';

const ROOT = join(import.meta.dirname, '../..');

/** Everything that a migration can leave behind, in the schemas that are ours. */
const OBJECTS = `
  SELECT 'table ' || c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace IN (SELECT oid FROM ours) AND c.relkind IN ('r', 'p', 'v', 'm')
  UNION ALL SELECT 'function ' || p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace IN (SELECT oid FROM ours)
  UNION ALL SELECT 'type ' || t.typname FROM pg_type t WHERE t.typnamespace IN (SELECT oid FROM ours) AND t.typtype IN ('e', 'd')
  UNION ALL SELECT 'schema ' || nspname FROM ours WHERE nspname <> 'public'`;
const OURS = `WITH ours AS (SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')`;

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let owner: DataSource;

beforeAll(async () => {
  database = await emptyDatabase();
});

afterAll(async () => {
  if (owner?.isInitialized) await owner.destroy();
  await database?.drop();
});

describe('The migrations', () => {
  it('stand in the list, each file of the folder, in the order of their times', () => {
    const files = readdirSync(join(ROOT, 'migrations')).filter((name) => /^\d+-.*\.ts$/.test(name));
    const times = files.map((name) => name.split('-')[0]).sort();
    expect(migrations.map(({ name }) => /(\d+)$/.exec(name)?.[1])).toEqual(times);
  });

  it('make the whole schema in an empty database', async () => {
    expect(await up()).toEqual(migrations.map(({ name }) => name));
    owner = await ownerDataSource(database.adminUrl, migrations).initialize();
    expect(await printSchema(owner)).toContain('CREATE POLICY fence ON messages AS RESTRICTIVE');
  });

  it('change nothing when there is nothing to do', async () => {
    const before = await printSchema(owner);
    expect(await up()).toEqual([]);
    expect(await printSchema(owner)).toBe(before);
  });

  it('make what schema.sql says', async () => {
    expect(await printSchema(owner)).toBe(readFileSync(join(ROOT, 'schema.sql'), 'utf8'));
  });

  it('can each be undone and leave nothing behind', async () => {
    const before = await printSchema(owner);
    for (const _ of migrations) await owner.undoLastMigration();
    expect(await objects()).toEqual(['table migrations']);
    expect(await owner.query('SELECT name FROM migrations')).toEqual([]);
    expect(await up()).toEqual(migrations.map(({ name }) => name));
    expect(await printSchema(owner)).toBe(before);
  });

  it('each leave, when undone, what stood before them', async () => {
    for (const _ of migrations) await owner.undoLastMigration();
    const after = [await printSchema(owner)];
    for (let count = 1; count <= migrations.length; count++) {
      await runFirst(count);
      after.push(await printSchema(owner));
    }
    for (let count = migrations.length; count > 0; count--) {
      expect(await printSchema(owner)).toBe(after[count]);
      await owner.undoLastMigration();
    }
    expect(await printSchema(owner)).toBe(after[0]);
  });
});

async function runFirst(count: number): Promise<void> {
  const source = await ownerDataSource(database.adminUrl, migrations.slice(0, count)).initialize();
  await source.runMigrations().finally(() => source.destroy());
}

function up(): Promise<string[]> {
  return migrate({
    adminUrl: database.adminUrl,
    appUrl: roleUrl(database.adminUrl, 'belfry_app', APP_PASSWORD),
    sequencerUrl: roleUrl(database.adminUrl, 'belfry_sequencer', SEQUENCER_PASSWORD),
    migrations,
  });
}

async function objects(): Promise<string[]> {
  const rows = await owner.query<{ name: string }[]>(`${OURS} ${OBJECTS} ORDER BY 1`);
  return rows.map(({ name }) => name);
}
