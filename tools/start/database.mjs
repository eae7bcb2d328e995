import { join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { writePrivateJson } from './private-files.mjs';

const NAME = 'belfry';

async function query(url, sql, values) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return (await client.query(sql, values)).rows;
  } catch (error) {
    const { host } = new URL(url);
    throw new PlainError(`The database at ${host} cannot be used: ${error.message || error.code}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

async function mayCreateRoles(url) {
  const sql = 'SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user';
  const [row] = await query(url, sql);
  return row?.may === true;
}

function asRole(url, role, password) {
  const derived = new URL(url);
  derived.username = role;
  derived.password = password;
  return derived.href;
}

const derivedUrls = (adminUrl, secrets) => ({
  adminUrl,
  appUrl: asRole(adminUrl, 'belfry_app', secrets.databaseAppPassword),
  sequencerUrl: asRole(adminUrl, 'belfry_sequencer', secrets.databaseSequencerPassword),
});

async function ownDatabase(postgres, secrets) {
  const existing = await query(postgres.url(), 'SELECT 1 FROM pg_database WHERE datname = $1', [NAME]);
  if (existing.length === 0) await query(postgres.url(), `CREATE DATABASE ${NAME}`);
  return derivedUrls(postgres.url(NAME), secrets);
}

async function givenDatabase(secrets) {
  const { DATABASE_ADMIN_URL: adminUrl, DATABASE_URL: appUrl, SEQUENCER_DATABASE_URL: sequencerUrl } = process.env;
  for (const url of [adminUrl, appUrl, sequencerUrl].filter(Boolean)) {
    if (!URL.canParse(url))
      throw new PlainError('A database URL has the form postgres://user:password@host:5432/database.');
  }
  if (!adminUrl && (await mayCreateRoles(appUrl))) return derivedUrls(appUrl, secrets);
  const derived = derivedUrls(adminUrl ?? appUrl, secrets);
  if (!adminUrl && !sequencerUrl) {
    throw new PlainError('DATABASE_URL may not create roles: set DATABASE_ADMIN_URL too, or SEQUENCER_DATABASE_URL.');
  }
  return { adminUrl, appUrl: appUrl ?? derived.appUrl, sequencerUrl: sequencerUrl ?? derived.sequencerUrl };
}

/** Whether a person brings a PostgreSQL of their own. */
export const hasGivenDatabase = () => Boolean(process.env.DATABASE_URL || process.env.DATABASE_ADMIN_URL);

/**
 * The three ways in: the role that migrates (absent when nobody gave one), the one the applications use, the one that
 * numbers audit entries. They are kept in the data directory for a person who wants to look.
 */
export async function resolveDatabase({ postgres, secrets, dataDir }) {
  const urls = postgres ? await ownDatabase(postgres, secrets) : await givenDatabase(secrets);
  writePrivateJson(join(dataDir, 'database.json'), urls);
  return urls;
}
