import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross, readableAcross } from './support/agency-table.js';

const PLATFORM = "'00000000-0000-7000-8000-000000000000'";

/** People (under the platform), what they may do where, and the API keys of departments. */
export class CreateAccess1795341720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id) CHECK (agency_id = ${PLATFORM}),
        id uuid NOT NULL,
        email_sealed bytea NOT NULL,
        email_bidx bytea NOT NULL,
        name_sealed bytea NOT NULL,
        password_hash text NOT NULL,
        session_epoch int NOT NULL DEFAULT 0,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agency_id, id)
      );
      CREATE UNIQUE INDEX users_email_key ON users (agency_id, email_bidx);

      -- Rows with a validity, so that "who could do what on that day" is one query.
      CREATE TABLE memberships (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        id uuid NOT NULL,
        platform_id uuid NOT NULL DEFAULT ${PLATFORM} CHECK (platform_id = ${PLATFORM}),
        user_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('platform_admin', 'platform_auditor', 'platform_support', 'agency_admin', 'editor',
          'approver', 'alert_officer', 'agent', 'developer', 'auditor', 'privacy_officer')),
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_to timestamptz,
        PRIMARY KEY (agency_id, id),
        FOREIGN KEY (platform_id, user_id) REFERENCES users (agency_id, id),
        CHECK ((role IN ('platform_admin', 'platform_auditor')) = (agency_id = ${PLATFORM}))
      );
      CREATE UNIQUE INDEX memberships_open_key ON memberships (agency_id, user_id, role) WHERE valid_to IS NULL;
      CREATE INDEX memberships_by_user ON memberships (user_id);

      CREATE TABLE api_keys (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        mode text NOT NULL CHECK (mode IN ('live', 'sandbox')),
        prefix text NOT NULL,
        key_hash bytea NOT NULL,
        scopes text[] NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agency_id, id),
        FOREIGN KEY (agency_id, department_id) REFERENCES departments (agency_id, id)
      );
      CREATE INDEX api_keys_by_prefix ON api_keys (prefix);
    `);
    for (const table of ['users', 'memberships', 'api_keys']) await fenceAgencyTable(runner, table);
    await readableAcross(runner, 'users', [
      'agency_id',
      'id',
      'email_bidx',
      'password_hash',
      'session_epoch',
      'disabled_at',
    ]);
    await readableAcross(runner, 'memberships', ['agency_id', 'user_id', 'role', 'valid_from', 'valid_to']);
    await readableAcross(runner, 'api_keys', [
      'agency_id',
      'id',
      'department_id',
      'mode',
      'prefix',
      'key_hash',
      'scopes',
      'expires_at',
      'revoked_at',
    ]);
    await runner.query(`
      CREATE FUNCTION api_key_by_prefix(wanted text) RETURNS TABLE (
        agency_id uuid, id uuid, department_id uuid, mode text, key_hash bytea, scopes text[],
        expires_at timestamptz, revoked_at timestamptz, agency_status text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT k.agency_id, k.id, k.department_id, k.mode, k.key_hash, k.scopes, k.expires_at, k.revoked_at, a.status
        FROM public.api_keys k JOIN public.agencies a ON a.agency_id = k.agency_id WHERE k.prefix = wanted
      $$;
      CREATE FUNCTION user_for_sign_in(wanted bytea) RETURNS TABLE (
        id uuid, password_hash text, session_epoch int, disabled_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT u.id, u.password_hash, u.session_epoch, u.disabled_at FROM public.users u WHERE u.email_bidx = wanted
      $$;
      CREATE FUNCTION memberships_of_user(wanted uuid) RETURNS TABLE (agency_id uuid, role text, session_epoch int, agency_status text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT m.agency_id, m.role, u.session_epoch, a.status
        FROM public.memberships m JOIN public.users u ON u.id = m.user_id JOIN public.agencies a ON a.agency_id = m.agency_id
        WHERE m.user_id = wanted AND u.disabled_at IS NULL AND a.status <> 'closed'
          AND m.valid_from <= now() AND (m.valid_to IS NULL OR m.valid_to > now())
      $$;
    `);
    await ownedByAcross(runner, 'api_key_by_prefix(text)');
    await ownedByAcross(runner, 'user_for_sign_in(bytea)');
    await ownedByAcross(runner, 'memberships_of_user(uuid)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION memberships_of_user(uuid);
      DROP FUNCTION user_for_sign_in(bytea);
      DROP FUNCTION api_key_by_prefix(text);
      DROP TABLE api_keys;
      DROP TABLE memberships;
      DROP TABLE users;
    `);
  }
}
