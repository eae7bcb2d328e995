import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross, readableAcross } from './support/agency-table.js';

/** The agency itself, its departments and its wrapped data keys. */
export class CreateAgencies1795341600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT USAGE ON SCHEMA public TO belfry_app, belfry_across, belfry_sequencer;
      ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

      CREATE TABLE agencies (
        agency_id uuid PRIMARY KEY,
        slug text NOT NULL CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        default_language text NOT NULL DEFAULT 'en',
        time_zone text NOT NULL DEFAULT 'UTC',
        status text NOT NULL DEFAULT 'live' CHECK (status IN ('trial', 'live', 'suspended', 'closed')),
        -- Bumped in the transaction that stops a person or a purpose; a worker that holds a number's turn polls it.
        suppression_epoch bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      -- A slug is a public name, so the unique index tells nobody a secret.
      CREATE UNIQUE INDEX agencies_slug_key ON agencies (slug);

      CREATE TABLE departments (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        created_at timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz,
        PRIMARY KEY (agency_id, id)
      );
      CREATE UNIQUE INDEX departments_name_key ON departments (agency_id, name);

      CREATE TABLE data_keys (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        kid bigint NOT NULL CHECK (kid BETWEEN 0 AND 4294967295),
        key_class text NOT NULL CHECK (key_class IN ('data', 'index', 'api-key-pepper', 'session-signing', 'webhook')),
        version int NOT NULL,
        wrapped bytea NOT NULL,
        state text NOT NULL CHECK (state IN ('current', 'readable', 'destroyed')),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agency_id, kid)
      );
      CREATE UNIQUE INDEX data_keys_version_key ON data_keys (agency_id, key_class, version);
    `);
    await fenceAgencyTable(runner, 'agencies');
    await fenceAgencyTable(runner, 'departments');
    await fenceAgencyTable(runner, 'data_keys');
    await readableAcross(runner, 'agencies', ['agency_id', 'slug', 'name', 'status', 'created_at']);
    await runner.query(`
      CREATE FUNCTION agency_directory() RETURNS TABLE (agency_id uuid, slug text, name text, status text, created_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT a.agency_id, a.slug, a.name, a.status, a.created_at FROM public.agencies a ORDER BY a.slug
      $$;
    `);
    await ownedByAcross(runner, 'agency_directory()');
    // The platform's own rows (webhook inbox, people, portfolios) hang on this reserved agency.
    await runner.query(`
      INSERT INTO agencies (agency_id, slug, name) VALUES ('00000000-0000-7000-8000-000000000000', 'platform', 'Platform')
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION agency_directory();
      DROP TABLE data_keys;
      DROP TABLE departments;
      DROP TABLE agencies;
    `);
  }
}
