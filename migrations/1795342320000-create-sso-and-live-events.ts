import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable } from './support/agency-table.js';

const PLATFORM = "'00000000-0000-7000-8000-000000000000'";

/** What the console's live stream tells, and how people of an agency sign in with the agency's own directory. */
export class CreateSsoAndLiveEvents1795342320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Kept for an hour. Ids alone: whoever hears of a change asks for it with their own rights.
      CREATE TABLE console_events (
        agency_id uuid NOT NULL,
        id uuid NOT NULL,
        -- Ids are made before the commit, so they do not say what became visible first. Everything below the oldest open
        -- transaction is settled; this column lets a reader stop there and never pass over a late commit.
        xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        topic text NOT NULL CHECK (topic IN ('messages', 'agency', 'numbers', 'people')),
        -- Empty when too many changed to be named.
        ids uuid[] NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agency_id, id)
      ) WITH (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
      CREATE INDEX console_events_by_commit ON console_events (agency_id, xid, id);
    `);
    await fenceAgencyTable(runner, 'console_events', ['SELECT', 'INSERT', 'DELETE']);
    await createSso(runner);
    // What home counts: keys that end soon.
    await runner.query(`
      CREATE INDEX api_keys_by_expiry ON api_keys (agency_id, expires_at) WHERE revoked_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX api_keys_by_expiry;
      DROP TABLE console_events;
      ALTER TABLE memberships DROP COLUMN by_sso;
      DROP TABLE sso_links;
      DROP TABLE sso_starts;
      DROP TABLE sso_settings;
    `);
  }
}

async function createSso(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE sso_settings (
      agency_id uuid PRIMARY KEY REFERENCES agencies (agency_id),
      issuer text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
      client_id text NOT NULL CHECK (length(client_id) BETWEEN 1 AND 200),
      client_secret_sealed bytea,
      groups_claim text NOT NULL CHECK (length(groups_claim) BETWEEN 1 AND 100),
      group_roles jsonb NOT NULL,
      email_domains text[] NOT NULL CHECK (cardinality(email_domains) BETWEEN 1 AND 50),
      changed_at timestamptz NOT NULL DEFAULT now()
    );

    -- A sign-in on its way to the directory and back: taken out once, within minutes.
    CREATE TABLE sso_starts (
      agency_id uuid NOT NULL REFERENCES sso_settings (agency_id) ON DELETE CASCADE,
      state_hash bytea NOT NULL CHECK (length(state_hash) = 32),
      -- Of the cookie of the browser that began: nobody can be made to finish somebody else's sign-in.
      browser_hash bytea NOT NULL CHECK (length(browser_hash) = 32),
      -- Nonce and code verifier.
      secrets_sealed bytea NOT NULL,
      expires_at timestamptz NOT NULL,
      PRIMARY KEY (agency_id, state_hash)
    );
    CREATE INDEX sso_starts_by_expiry ON sso_starts (agency_id, expires_at);

    -- A person as the directory knows them: issuer and subject, keyed and hashed.
    CREATE TABLE sso_links (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id),
      subject_hmac bytea NOT NULL CHECK (length(subject_hmac) = 32),
      platform_id uuid NOT NULL DEFAULT ${PLATFORM} CHECK (platform_id = ${PLATFORM}),
      user_id uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (agency_id, subject_hmac),
      FOREIGN KEY (platform_id, user_id) REFERENCES users (agency_id, id)
    );

    -- Given by the directory's groups; a sign-in ends only these.
    ALTER TABLE memberships ADD COLUMN by_sso boolean NOT NULL DEFAULT false;
  `);
  for (const table of ['sso_settings', 'sso_starts', 'sso_links']) await fenceAgencyTable(runner, table);
}
