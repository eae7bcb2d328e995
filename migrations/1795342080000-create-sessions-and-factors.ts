import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross } from './support/agency-table.js';

const PLATFORM = "'00000000-0000-7000-8000-000000000000'";
const TABLES = ['sessions', 'sign_in_challenges', 'totp_factors', 'recovery_codes', 'passkeys', 'password_resets'];

/** Sessions of people, what proves who they are besides a password, and the ways back in. All live under the platform. */
export class CreateSessionsAndFactors1795342080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users ALTER COLUMN password_hash DROP NOT NULL;
      ALTER TABLE users
        ADD COLUMN language text,
        ADD COLUMN preferences jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN last_sign_in_at timestamptz,
        -- Failed sign-ins of the window that ends then; ten of them lock the account until its end.
        ADD COLUMN failed_sign_ins int NOT NULL DEFAULT 0,
        ADD COLUMN failures_until timestamptz;

      -- One row is one family of refresh tokens: a token names the generation that it is, and only the last one is good.
      CREATE TABLE sessions (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id) CHECK (agency_id = ${PLATFORM}),
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        epoch int NOT NULL,
        generation int NOT NULL DEFAULT 1,
        rotated_at timestamptz NOT NULL DEFAULT now(),
        methods text[] NOT NULL,
        must_enrol boolean NOT NULL DEFAULT false,
        device text,
        network text,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now(),
        ends_at timestamptz NOT NULL,
        stepped_up_until timestamptz,
        ended_at timestamptz,
        ended_reason text,
        PRIMARY KEY (agency_id, id),
        FOREIGN KEY (agency_id, user_id) REFERENCES users (agency_id, id)
      );
      CREATE INDEX sessions_by_user ON sessions (agency_id, user_id);

      -- Half a sign-in: what was proved so far, and what a passkey has to sign. Kept for minutes.
      CREATE TABLE sign_in_challenges (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id) CHECK (agency_id = ${PLATFORM}),
        token_hash bytea NOT NULL,
        kind text NOT NULL CHECK (kind IN ('second-step', 'passkey-sign-in', 'passkey-enrol', 'step-up')),
        user_id uuid,
        passkey_challenge text,
        attempts int NOT NULL DEFAULT 0,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (agency_id, token_hash),
        FOREIGN KEY (agency_id, user_id) REFERENCES users (agency_id, id)
      );
      CREATE INDEX sign_in_challenges_by_expiry ON sign_in_challenges (agency_id, expires_at);

      CREATE TABLE totp_factors (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id) CHECK (agency_id = ${PLATFORM}),
        user_id uuid NOT NULL,
        -- A secret that was shown but not proved yet; the one in use stays until then.
        pending_sealed bytea,
        secret_sealed bytea,
        confirmed_at timestamptz,
        -- A code is good once: only steps after this one are taken.
        last_step bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (agency_id, user_id),
        FOREIGN KEY (agency_id, user_id) REFERENCES users (agency_id, id)
      );

      CREATE TABLE recovery_codes (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id) CHECK (agency_id = ${PLATFORM}),
        user_id uuid NOT NULL,
        code_hash bytea NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (agency_id, user_id, code_hash),
        FOREIGN KEY (agency_id, user_id) REFERENCES users (agency_id, id)
      );

      CREATE TABLE passkeys (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id) CHECK (agency_id = ${PLATFORM}),
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        name_sealed bytea NOT NULL,
        credential_id bytea NOT NULL,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL DEFAULT '{}',
        backed_up boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        PRIMARY KEY (agency_id, id),
        FOREIGN KEY (agency_id, user_id) REFERENCES users (agency_id, id)
      );
      CREATE UNIQUE INDEX passkeys_credential_key ON passkeys (agency_id, credential_id);
      CREATE INDEX passkeys_by_user ON passkeys (agency_id, user_id);

      CREATE TABLE password_resets (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id) CHECK (agency_id = ${PLATFORM}),
        token_hash bytea NOT NULL,
        user_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (agency_id, token_hash),
        FOREIGN KEY (agency_id, user_id) REFERENCES users (agency_id, id)
      );
      CREATE INDEX password_resets_by_user ON password_resets (agency_id, user_id);
    `);
    for (const table of TABLES) await fenceAgencyTable(runner, table);
    await this.tellMoreAboutPeople(runner);
  }

  /** The look-up of a sign-in tells whether the account is locked; that of memberships names the agencies. */
  private async tellMoreAboutPeople(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT SELECT (failed_sign_ins, failures_until) ON users TO belfry_across;
      DROP FUNCTION user_for_sign_in(bytea);
      CREATE FUNCTION user_for_sign_in(wanted bytea) RETURNS TABLE (
        id uuid, password_hash text, session_epoch int, disabled_at timestamptz, failed_sign_ins int, locked_seconds int)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT u.id, u.password_hash, u.session_epoch, u.disabled_at, u.failed_sign_ins,
          greatest(0, ceil(extract(epoch FROM u.failures_until - now())))::int
        FROM public.users u WHERE u.email_bidx = wanted
      $$;
      DROP FUNCTION memberships_of_user(uuid);
      CREATE FUNCTION memberships_of_user(wanted uuid) RETURNS TABLE (
        agency_id uuid, role text, agency_status text, agency_slug text, agency_name text, valid_to timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT m.agency_id, m.role, a.status, a.slug, a.name, m.valid_to
        FROM public.memberships m JOIN public.users u ON u.id = m.user_id JOIN public.agencies a ON a.agency_id = m.agency_id
        WHERE m.user_id = wanted AND u.disabled_at IS NULL AND a.status <> 'closed'
          AND m.valid_from <= now() AND (m.valid_to IS NULL OR m.valid_to > now())
      $$;
    `);
    await ownedByAcross(runner, 'user_for_sign_in(bytea)');
    await ownedByAcross(runner, 'memberships_of_user(uuid)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION memberships_of_user(uuid);
      CREATE FUNCTION memberships_of_user(wanted uuid) RETURNS TABLE (agency_id uuid, role text, session_epoch int, agency_status text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT m.agency_id, m.role, u.session_epoch, a.status
        FROM public.memberships m JOIN public.users u ON u.id = m.user_id JOIN public.agencies a ON a.agency_id = m.agency_id
        WHERE m.user_id = wanted AND u.disabled_at IS NULL AND a.status <> 'closed'
          AND m.valid_from <= now() AND (m.valid_to IS NULL OR m.valid_to > now())
      $$;
      DROP FUNCTION user_for_sign_in(bytea);
      CREATE FUNCTION user_for_sign_in(wanted bytea) RETURNS TABLE (
        id uuid, password_hash text, session_epoch int, disabled_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT u.id, u.password_hash, u.session_epoch, u.disabled_at FROM public.users u WHERE u.email_bidx = wanted
      $$;
      REVOKE SELECT (failed_sign_ins, failures_until) ON users FROM belfry_across;
    `);
    await ownedByAcross(runner, 'user_for_sign_in(bytea)');
    await ownedByAcross(runner, 'memberships_of_user(uuid)');
    await runner.query(`
      DROP TABLE password_resets;
      DROP TABLE passkeys;
      DROP TABLE recovery_codes;
      DROP TABLE totp_factors;
      DROP TABLE sign_in_challenges;
      DROP TABLE sessions;
      ALTER TABLE users DROP COLUMN failures_until, DROP COLUMN failed_sign_ins, DROP COLUMN last_sign_in_at,
        DROP COLUMN preferences, DROP COLUMN language;
      -- Whoever never had a password gets one that nothing matches.
      UPDATE users SET password_hash = '' WHERE password_hash IS NULL;
      ALTER TABLE users ALTER COLUMN password_hash SET NOT NULL;
    `);
  }
}
