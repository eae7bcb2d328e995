import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross } from './support/agency-table.js';

/** How far a phone number has come with Meta, what Meta last said of it, and each attempt that was made. */
export class AddNumberOnboarding1795342260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE phone_numbers
        -- Numbers that were there before onboarding existed were connected by hand.
        ADD COLUMN onboarding_state text NOT NULL DEFAULT 'connected'
          CHECK (onboarding_state IN ('added', 'code-requested', 'code-verified', 'registered', 'connected')),
        ADD COLUMN code_requested_at timestamptz,
        ADD COLUMN code_method text CHECK (code_method IN ('sms', 'voice')),
        ADD COLUMN pin_sealed bytea,
        -- The PIN of a registration whose outcome is not known yet; it becomes the PIN when the number is found registered.
        ADD COLUMN candidate_pin_sealed bytea,
        -- What Meta last told; NULL until it was asked.
        ADD COLUMN meta_status text,
        ADD COLUMN name_status text,
        ADD COLUMN requested_name text,
        ADD COLUMN requested_name_status text,
        ADD COLUMN quality_rating text,
        ADD COLUMN throughput_level text,
        ADD COLUMN messaging_limit text,
        ADD COLUMN is_official boolean,
        ADD COLUMN hears_webhooks boolean,
        ADD COLUMN profile jsonb,
        ADD COLUMN refreshed_at timestamptz,
        -- When Meta was last asked, whether or not it answered.
        ADD COLUMN refresh_tried_at timestamptz,
        ADD COLUMN token_state text CHECK (token_state IN ('valid', 'expired', 'invalid')),
        ADD COLUMN token_checked_at timestamptz,
        ADD COLUMN token_expires_at timestamptz;

      CREATE TABLE number_attempts (
        agency_id uuid NOT NULL,
        id uuid NOT NULL,
        phone_number_id uuid NOT NULL,
        step text NOT NULL,
        at timestamptz NOT NULL,
        -- 'unknown': Meta may or may not have done it, because its answer was lost.
        outcome text NOT NULL CHECK (outcome IN ('pending', 'succeeded', 'refused', 'unreached', 'unknown')),
        code text,
        meta_code int,
        PRIMARY KEY (agency_id, id),
        FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers (agency_id, id)
      );
      CREATE INDEX number_attempts_by_number ON number_attempts (agency_id, phone_number_id, at DESC);
    `);
    await fenceAgencyTable(runner, 'number_attempts', ['SELECT', 'INSERT', 'UPDATE']);
    await runner.query(`
      GRANT SELECT (onboarding_state, name_status, requested_name_status, refreshed_at, refresh_tried_at)
        ON phone_numbers TO belfry_across;
      CREATE FUNCTION numbers_to_refresh(waiting_before timestamptz, settled_before timestamptz)
      RETURNS TABLE (agency_id uuid, id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT p.agency_id, p.id FROM public.phone_numbers p
        WHERE p.refreshed_at IS NOT NULL
          AND p.refresh_tried_at < CASE
            WHEN p.onboarding_state = 'registered' OR p.name_status = 'PENDING_REVIEW'
              OR p.requested_name_status = 'PENDING_REVIEW' THEN waiting_before
            ELSE settled_before END
        ORDER BY p.refresh_tried_at LIMIT 20
      $$;
      COMMENT ON FUNCTION numbers_to_refresh(timestamptz, timestamptz) IS
        'Numbers that wait for a decision of Meta, and those that it was not asked about for long. Numbers added by hand are left alone.';
    `);
    await ownedByAcross(runner, 'numbers_to_refresh(timestamptz, timestamptz)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION numbers_to_refresh(timestamptz, timestamptz);
      DROP TABLE number_attempts;
      ALTER TABLE phone_numbers
        DROP COLUMN onboarding_state, DROP COLUMN code_requested_at, DROP COLUMN code_method, DROP COLUMN pin_sealed,
        DROP COLUMN candidate_pin_sealed, DROP COLUMN meta_status, DROP COLUMN name_status, DROP COLUMN requested_name,
        DROP COLUMN requested_name_status, DROP COLUMN quality_rating, DROP COLUMN throughput_level,
        DROP COLUMN messaging_limit, DROP COLUMN is_official, DROP COLUMN hears_webhooks, DROP COLUMN profile,
        DROP COLUMN refreshed_at, DROP COLUMN refresh_tried_at, DROP COLUMN token_state, DROP COLUMN token_checked_at, DROP COLUMN token_expires_at;
    `);
  }
}
