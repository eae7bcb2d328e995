import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross, readableAcross } from './support/agency-table.js';

/** Mails, invitations, what a department may use up, what is known of an API key, and duties that nobody may hold together. */
export class CreateInvitationsAndQuotas1795342140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createMails(runner);
    await createInvitations(runner);
    await keepDutiesApart(runner);
    await tellMoreOfApiKeys(runner);
    await limitDepartments(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE daily_counters;
      ALTER TABLE departments DROP COLUMN daily_quota, DROP COLUMN monthly_quota;
      DROP INDEX departments_name_key;
      CREATE UNIQUE INDEX departments_name_key ON departments (agency_id, name);
      DROP FUNCTION api_key_by_prefix(text);
      DROP TABLE api_key_calls;
      ALTER TABLE api_keys DROP COLUMN created_by_kind, DROP COLUMN created_by, DROP COLUMN ip_allow_list,
        DROP COLUMN rotated_from, DROP COLUMN first_used_at, DROP COLUMN last_used_at, DROP COLUMN last_used_from;
      DROP FUNCTION members_of_agency();
      DROP POLICY across_read ON passkeys;
      REVOKE SELECT (agency_id, user_id) ON passkeys FROM belfry_across;
      DROP POLICY across_read ON totp_factors;
      REVOKE SELECT (agency_id, user_id, confirmed_at) ON totp_factors FROM belfry_across;
      REVOKE SELECT (email_sealed, name_sealed, last_sign_in_at) ON users FROM belfry_across;
      ALTER TABLE memberships DROP CONSTRAINT memberships_duties_apart, DROP CONSTRAINT memberships_in_order,
        DROP CONSTRAINT memberships_not_own, DROP COLUMN duty, DROP COLUMN granted_by;
      DROP EXTENSION btree_gist;
      -- The schema may hold other extensions, or belong to whoever put them there.
      DO $$ BEGIN
        DROP SCHEMA extensions;
      EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege THEN NULL;
      END $$;
      DROP FUNCTION invitation_by_token(bytea);
      DROP TABLE invitations;
      DROP FUNCTION agencies_with_due_mails(timestamptz);
      DROP TABLE mails;
    `);
    await runner.query(`
      CREATE FUNCTION api_key_by_prefix(wanted text) RETURNS TABLE (
        agency_id uuid, id uuid, department_id uuid, mode text, key_hash bytea, scopes text[],
        expires_at timestamptz, revoked_at timestamptz, agency_status text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT k.agency_id, k.id, k.department_id, k.mode, k.key_hash, k.scopes, k.expires_at, k.revoked_at, a.status
        FROM public.api_keys k JOIN public.agencies a ON a.agency_id = k.agency_id WHERE k.prefix = wanted
      $$;
    `);
    await ownedByAcross(runner, 'api_key_by_prefix(text)');
  }
}

async function createMails(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE mails (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id),
      id uuid NOT NULL,
      template text NOT NULL,
      language text NOT NULL,
      -- Address and values. Emptied once the mail is sent: it may hold a link that opens a door.
      content_sealed bytea,
      state text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
      attempts int NOT NULL DEFAULT 0,
      run_at timestamptz NOT NULL,
      failure text,
      created_at timestamptz NOT NULL DEFAULT now(),
      settled_at timestamptz,
      PRIMARY KEY (agency_id, id),
      CHECK (state <> 'waiting' OR content_sealed IS NOT NULL)
    );
    CREATE INDEX mails_due ON mails (agency_id, run_at) WHERE state = 'waiting';
  `);
  await fenceAgencyTable(runner, 'mails');
  await readableAcross(runner, 'mails', ['agency_id', 'state', 'run_at']);
  await runner.query(`
    CREATE FUNCTION agencies_with_due_mails(at timestamptz DEFAULT now()) RETURNS TABLE (agency_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      SELECT a.agency_id FROM public.agencies a
      CROSS JOIN LATERAL (SELECT 1 FROM public.mails m
        WHERE m.agency_id = a.agency_id AND m.state = 'waiting' AND m.run_at <= at LIMIT 1) AS due
    $$;
  `);
  await ownedByAcross(runner, 'agencies_with_due_mails(timestamptz)');
}

async function createInvitations(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE invitations (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id),
      id uuid NOT NULL,
      email_sealed bytea NOT NULL,
      email_bidx bytea NOT NULL,
      name_sealed bytea,
      roles text[] NOT NULL CHECK (cardinality(roles) BETWEEN 1 AND 10),
      -- The token itself stands in the mail and nowhere else.
      token_hash bytea NOT NULL,
      -- The person who invited; null when it was the system.
      invited_by uuid,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      accepted_at timestamptz,
      accepted_by uuid,
      revoked_at timestamptz,
      PRIMARY KEY (agency_id, id)
    );
    CREATE UNIQUE INDEX invitations_open_key ON invitations (agency_id, email_bidx)
      WHERE accepted_at IS NULL AND revoked_at IS NULL;
    CREATE INDEX invitations_by_token ON invitations (token_hash);
  `);
  await fenceAgencyTable(runner, 'invitations');
  await readableAcross(runner, 'invitations', ['agency_id', 'id', 'token_hash']);
  await runner.query(`
    CREATE FUNCTION invitation_by_token(wanted bytea) RETURNS TABLE (agency_id uuid, id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      SELECT i.agency_id, i.id FROM public.invitations i WHERE i.token_hash = wanted
    $$;
  `);
  await ownedByAcross(runner, 'invitation_by_token(bytea)');
}

/**
 * Whoever audits an agency does not act in it, on no day: an exclusion constraint, because a check in the application would
 * miss the grant that runs beside it. Nobody gives a role to themselves.
 */
async function keepDutiesApart(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Not in public: the check at start looks at every function there.
    CREATE SCHEMA IF NOT EXISTS extensions;
    CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA extensions;
    ALTER TABLE memberships
      ADD COLUMN granted_by uuid,
      ADD COLUMN duty text GENERATED ALWAYS AS (CASE
        WHEN role IN ('auditor', 'platform_auditor') THEN 'audits'
        WHEN role = 'platform_support' THEN NULL
        ELSE 'acts' END) STORED,
      ADD CONSTRAINT memberships_not_own CHECK (granted_by <> user_id),
      ADD CONSTRAINT memberships_in_order CHECK (valid_to >= valid_from),
      ADD CONSTRAINT memberships_duties_apart EXCLUDE USING gist
        (agency_id WITH =, user_id WITH =, duty WITH <>, tstzrange(valid_from, valid_to) WITH &&) WHERE (duty IS NOT NULL);
    GRANT SELECT (email_sealed, name_sealed, last_sign_in_at) ON users TO belfry_across;
  `);
  await readableAcross(runner, 'totp_factors', ['agency_id', 'user_id', 'confirmed_at']);
  await readableAcross(runner, 'passkeys', ['agency_id', 'user_id']);
  await runner.query(`
    CREATE FUNCTION members_of_agency() RETURNS TABLE (
      id uuid, email_sealed bytea, name_sealed bytea, disabled_at timestamptz, last_sign_in_at timestamptz, mfa boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      SELECT u.id, u.email_sealed, u.name_sealed, u.disabled_at, u.last_sign_in_at,
        EXISTS (SELECT 1 FROM public.totp_factors t
            WHERE t.agency_id = u.agency_id AND t.user_id = u.id AND t.confirmed_at IS NOT NULL)
          OR EXISTS (SELECT 1 FROM public.passkeys p WHERE p.agency_id = u.agency_id AND p.user_id = u.id)
      FROM public.users u
      WHERE u.id IN (SELECT m.user_id FROM public.memberships m
        WHERE m.agency_id = nullif(current_setting('app.agency_id', true), '')::uuid)
    $$;
    COMMENT ON FUNCTION members_of_agency() IS
      'People live under the platform. An agency sees those who hold or held a role in it, and nobody else.';
  `);
  await ownedByAcross(runner, 'members_of_agency()');
}

async function tellMoreOfApiKeys(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE api_keys
      ADD COLUMN created_by_kind text NOT NULL DEFAULT 'system',
      ADD COLUMN created_by uuid,
      ADD COLUMN ip_allow_list text[] NOT NULL DEFAULT '{}',
      ADD COLUMN rotated_from uuid,
      ADD COLUMN first_used_at timestamptz,
      ADD COLUMN last_used_at timestamptz,
      -- The network only, as in the audit log.
      ADD COLUMN last_used_from text;
    CREATE TABLE api_key_calls (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id),
      api_key_id uuid NOT NULL,
      day date NOT NULL,
      calls bigint NOT NULL CHECK (calls > 0),
      PRIMARY KEY (agency_id, api_key_id, day),
      FOREIGN KEY (agency_id, api_key_id) REFERENCES api_keys (agency_id, id)
    );
  `);
  await fenceAgencyTable(runner, 'api_key_calls');
  await runner.query(`
    GRANT SELECT (ip_allow_list) ON api_keys TO belfry_across;
    DROP FUNCTION api_key_by_prefix(text);
    CREATE FUNCTION api_key_by_prefix(wanted text) RETURNS TABLE (
      agency_id uuid, id uuid, department_id uuid, mode text, key_hash bytea, scopes text[], ip_allow_list text[],
      expires_at timestamptz, revoked_at timestamptz, agency_status text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      SELECT k.agency_id, k.id, k.department_id, k.mode, k.key_hash, k.scopes, k.ip_allow_list, k.expires_at, k.revoked_at,
        a.status
      FROM public.api_keys k JOIN public.agencies a ON a.agency_id = k.agency_id WHERE k.prefix = wanted
    $$;
  `);
  await ownedByAcross(runner, 'api_key_by_prefix(text)');
}

async function limitDepartments(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE departments
      ADD COLUMN daily_quota int CHECK (daily_quota >= 0),
      ADD COLUMN monthly_quota int CHECK (monthly_quota >= 0);
    -- The name of an archived department is free again.
    DROP INDEX departments_name_key;
    CREATE UNIQUE INDEX departments_name_key ON departments (agency_id, name) WHERE archived_at IS NULL;

    -- Sixteen rows where one would do: every accepted message waits for the row that another one holds.
    CREATE TABLE daily_counters (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id),
      department_id uuid NOT NULL,
      -- The day by the clock of the agency; for a month its first day.
      day date NOT NULL,
      kind text NOT NULL CHECK (kind IN ('accepted', 'accepted-month')),
      slot smallint NOT NULL CHECK (slot BETWEEN 0 AND 15),
      n bigint NOT NULL,
      PRIMARY KEY (agency_id, department_id, day, kind, slot),
      FOREIGN KEY (agency_id, department_id) REFERENCES departments (agency_id, id)
    ) WITH (fillfactor = 70);
  `);
  await fenceAgencyTable(runner, 'daily_counters');
}
