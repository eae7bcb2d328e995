import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CatalogueCheck } from '#libs/database';
import { newId, PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { CATALOGUE_RULES, type CatalogueRule } from '../../libs/database/src/catalogue-rules.js';
import { TestDatabase } from '../support/test-database.js';
import { BREAKS } from './catalogue-breaks.js';
import { type AgencyTable, agencyTables, insertOf, makeRow } from './made-rows.js';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const INSUFFICIENT_PRIVILEGE = '42501';
const OURS: Uuid = newId();
const THEIRS: Uuid = newId();

let database: TestDatabase;
let app: Client;
let tables: AgencyTable[];

beforeAll(async () => {
  database = await TestDatabase.create();
  app = new Client({ connectionString: database.appUrl });
  await app.connect();
  tables = await agencyTables(database.admin);
  for (const table of tables) {
    for (const agencyId of table.isPlatformOnly ? [PLATFORM_AGENCY_ID] : [OURS, THEIRS]) {
      await makeRow(database.admin, table, agencyId);
    }
  }
});

afterAll(async () => {
  await app?.end();
  await database?.drop();
});

describe(CatalogueCheck.name, () => {
  it('finds nothing wrong with the migrated database', async () => {
    const source = await new DataSource({
      type: 'postgres',
      url: database.appUrl,
      installExtensions: false,
    }).initialize();
    const found = await new CatalogueCheck(source).violations().finally(() => source.destroy());
    expect(found).toEqual([]);
  });

  it('has for each rule a change that breaks it', () => {
    expect(Object.keys(BREAKS).sort()).toEqual(CATALOGUE_RULES.map(({ name }) => name).sort());
  });

  const cases = CATALOGUE_RULES.flatMap((rule) => (BREAKS[rule.name] ?? []).map((broken) => ({ ...broken, rule })));
  it.each(cases)('sees $ddl', async ({ rule, ddl, finds }) => {
    const partitions = await newestPartitions();
    const lines = await linesAfter(rule, named(ddl, partitions));
    expect(lines).toEqual(expect.arrayContaining([expect.stringContaining(named(finds, partitions))]));
  });
});

describe('The app without an agency', () => {
  it('sees no row of any table', async () => {
    const seen = await asAgency(null, async () => {
      const counts: string[] = [];
      for (const { name } of readable()) if ((await count(name)) !== 0) counts.push(name);
      return counts;
    });
    expect(seen).toEqual([]);
  });

  it('still learns which numbers have something to send', async () => {
    const { rows } = await database.admin.query<{ agency_id: Uuid; id: Uuid }>(
      'SELECT agency_id, id FROM phone_numbers WHERE agency_id = $1',
      [THEIRS],
    );
    const [number] = rows;
    await database.admin.query(
      `UPDATE outbox_messages SET phone_number_id = $2, lane = 2, run_at = now() - interval '1 second' WHERE agency_id = $1`,
      [THEIRS, number?.id],
    );
    const due = await app.query('SELECT agency_id, phone_number_id, lane FROM due_numbers()');
    expect(due.rows).toEqual([{ agency_id: THEIRS, phone_number_id: number?.id, lane: 2 }]);
  });
});

describe('The app inside one agency', () => {
  it('sees its own rows and no others in every table', async () => {
    const wrong = await asAgency(OURS, async () => {
      const found: string[] = [];
      for (const { name, isPlatformOnly } of readable()) {
        const { rows } = await app.query<{ agency_id: Uuid }>(`SELECT agency_id FROM ${name}`);
        const expected = isPlatformOnly ? [] : [OURS];
        if (rows.map((row) => row.agency_id).join() !== expected.join()) found.push(name);
      }
      return found;
    });
    expect(wrong).toEqual([]);
  });

  it('cannot add a row of another agency to any table', async () => {
    const added = await asAgency(OURS, async () => {
      const found: string[] = [];
      for (const table of tables) {
        const { text, values } = insertOf(table, table.isPlatformOnly ? PLATFORM_AGENCY_ID : THEIRS);
        if (!(await isFencedOff(text, values, table.grants.includes('INSERT')))) found.push(table.name);
      }
      return found;
    });
    expect(added).toEqual([]);
  });

  it('cannot hand a row of its own to another agency', async () => {
    const moved = await asAgency(OURS, async () => {
      const found: string[] = [];
      for (const { name, grants } of tables.filter(({ isPlatformOnly }) => !isPlatformOnly)) {
        const isFenced = await isFencedOff(`UPDATE ${name} SET agency_id = $1`, [THEIRS], grants.includes('UPDATE'));
        if (!isFenced) found.push(name);
      }
      return found;
    });
    expect(moved).toEqual([]);
  });

  it('can neither change nor delete a row of another agency', async () => {
    const touched = await asAgency(OURS, async () => {
      const found: string[] = [];
      for (const { name, grants, isPlatformOnly } of tables) {
        const other = [isPlatformOnly ? PLATFORM_AGENCY_ID : THEIRS];
        const change = await changed(
          `UPDATE ${name} SET agency_id = agency_id WHERE agency_id = $1`,
          other,
          grants,
          'UPDATE',
        );
        const removal = await changed(`DELETE FROM ${name} WHERE agency_id = $1`, other, grants, 'DELETE');
        if (change + removal > 0) found.push(name);
      }
      return found;
    });
    expect(touched).toEqual([]);
  });

  it('cannot read or write a partition past its parent', async () => {
    const { rows } = await database.admin.query<{ name: string }>(
      'SELECT inhrelid::regclass::text AS name FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid WHERE c.relkind = $1',
      ['r'],
    );
    expect(rows.length).toBeGreaterThan(8);
    const open = await asAgency(OURS, async () => {
      const found: string[] = [];
      for (const { name } of rows) if (!(await isFencedOff(`SELECT 1 FROM ${name}`, [], false))) found.push(name);
      return found;
    });
    expect(open).toEqual([]);
  });

  it('has no agency left when the transaction ends, on the same connection', async () => {
    await asAgency(OURS, async () => expect(await count('contacts')).toBe(1));
    expect(await count('contacts')).toBe(0);
  });

  it('cannot go round the fence with a setting', async () => {
    await expect(app.query('SET ROLE belfry_owner')).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
    await expect(app.query('SET session_replication_role = replica')).rejects.toMatchObject({
      code: INSUFFICIENT_PRIVILEGE,
    });
    await app.query('SET row_security = off');
    // The query fails instead of skipping the policies.
    await expect(app.query('SELECT 1 FROM contacts')).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
    await app.query('RESET row_security');
  });
});

const readable = () => tables.filter(({ grants }) => grants.includes('SELECT'));

async function count(table: string): Promise<number> {
  const { rows } = await app.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0]?.n ?? -1;
}

/** Runs `work` as the product does inside an agency, and takes everything back. */
async function asAgency<T>(agencyId: Uuid | null, work: () => Promise<T>): Promise<T> {
  await app.query('BEGIN');
  try {
    if (agencyId) await app.query("SELECT set_config('app.agency_id', $1, true)", [agencyId]);
    return await work();
  } finally {
    await app.query('ROLLBACK');
  }
}

/** Whether Postgres refuses: by the policy where the app holds the right, else for want of it. */
async function isFencedOff(text: string, values: unknown[], isGranted: boolean): Promise<boolean> {
  const error = await attempt(text, values);
  const reason = isGranted ? 'row-level security' : 'permission denied';
  return error !== null && error.code === INSUFFICIENT_PRIVILEGE && error.message.includes(reason);
}

async function changed(text: string, values: unknown[], grants: readonly string[], right: string): Promise<number> {
  if (!grants.includes(right)) return (await isFencedOff(text, values, false)) ? 0 : 1;
  return (await app.query(text, values)).rowCount ?? 0;
}

async function attempt(text: string, values: unknown[]): Promise<{ code?: string; message: string } | null> {
  await app.query('SAVEPOINT attempt');
  try {
    await app.query(text, values);
    return null;
  } catch (error) {
    return error as { code?: string; message: string };
  } finally {
    await app.query('ROLLBACK TO SAVEPOINT attempt');
  }
}

/** What the rule says to the app after the change, which is then taken back. */
async function linesAfter({ sql }: CatalogueRule, ddl: string): Promise<string[]> {
  const { admin } = database;
  await admin.query('BEGIN');
  try {
    await admin.query(ddl);
    await admin.query('SET LOCAL ROLE belfry_app');
    const { rows } = await admin.query<Record<string, string>>(sql);
    return rows.map((row) => Object.values(row).join(' '));
  } finally {
    await admin.query('ROLLBACK');
  }
}

/** By parent, the name of its last partition. */
async function newestPartitions(): Promise<Map<string, string>> {
  const { rows } = await database.admin.query<{ parent: string; name: string }>(
    `SELECT i.inhparent::regclass::text AS parent, max(i.inhrelid::regclass::text) AS name FROM pg_inherits i
     JOIN pg_class c ON c.oid = i.inhrelid WHERE c.relkind = 'r' GROUP BY 1`,
  );
  return new Map(rows.map(({ parent, name }) => [parent, name]));
}

function named(text: string, partitions: ReadonlyMap<string, string>): string {
  return text.replace(/\{([\w.]+)\}/g, (_, parent: string) => partitions.get(parent) ?? parent);
}
