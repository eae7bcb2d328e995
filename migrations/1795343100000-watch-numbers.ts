import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross } from './support/agency-table.js';

const PLATFORM = `'00000000-0000-7000-8000-000000000000'`;
const CURRENT_AGENCY = `nullif(current_setting('app.agency_id', true), '')::uuid`;
/** What the platform's list of all numbers shows of each; nothing of it is about citizens. */
const LISTED = `portfolio_id, display_phone_number, verified_name, mode, quality_rating, meta_status, messaging_limit,
        messages_per_second, hears_webhooks, token_state, token_expires_at, held_reason, bulk_held_until, drift_found_at`;

/** How numbers change over time, where they differ from what was known here, and whose people use up a shared limit. */
export class WatchNumbers1795343100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE number_changes (
        agency_id uuid NOT NULL,
        id uuid NOT NULL,
        phone_number_id uuid NOT NULL,
        field text NOT NULL CHECK (field IN ('quality', 'messaging-limit', 'status', 'name-status', 'throughput')),
        value text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (agency_id, id),
        FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers (agency_id, id)
      );
      CREATE INDEX number_changes_by_field ON number_changes (agency_id, phone_number_id, field, at DESC);

      ALTER TABLE phone_numbers
        -- [{ "field": "verified-name", "ours": "City Health", "theirs": "City Clinic" }]: what Meta says and nobody announced.
        ADD COLUMN drift jsonb,
        ADD COLUMN drift_found_at timestamptz,
        ADD CONSTRAINT phone_numbers_drift_check CHECK ((drift IS NULL) = (drift_found_at IS NULL));

      -- Who counted the citizen first. Agencies of one portfolio see of each other no more than counts.
      ALTER TABLE portfolio_recipients ADD COLUMN by_agency uuid DEFAULT ${CURRENT_AGENCY};
    `);
    await fenceAgencyTable(runner, 'number_changes', ['SELECT', 'INSERT']);
    await runner.query(`
      GRANT SELECT (${LISTED}) ON phone_numbers TO belfry_across;

      CREATE FUNCTION portfolio_share(wanted uuid, moment timestamptz) RETURNS TABLE (numbers int, yours int)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT (SELECT count(*) FROM public.phone_numbers n WHERE n.portfolio_id = wanted)::int,
          (SELECT count(*) FROM public.portfolio_recipients r WHERE r.agency_id = ${PLATFORM} AND r.portfolio_id = wanted
             AND r.by_agency = ${CURRENT_AGENCY} AND r.at > moment - interval '24 hours 10 minutes')::int
        WHERE EXISTS (SELECT 1 FROM public.phone_numbers own
          WHERE own.portfolio_id = wanted AND own.agency_id = ${CURRENT_AGENCY})
      $$;
      COMMENT ON FUNCTION portfolio_share(uuid, timestamptz) IS
        'How many numbers share the messaging limit of a portfolio, and how many of the citizens counted are the agency''s own. Nothing for an agency without a number of it.';

      CREATE FUNCTION numbers_of_platform() RETURNS TABLE (agency_id uuid, id uuid, portfolio_id uuid, waba_id text,
        display_phone_number text, verified_name text, mode text, onboarding_state text, quality_rating text, meta_status text,
        name_status text, messaging_limit text, messages_per_second int, hears_webhooks boolean, token_state text,
        token_expires_at timestamptz, held_reason text, held_until timestamptz, bulk_held_until timestamptz,
        drift_found_at timestamptz, refreshed_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT n.agency_id, n.id, n.portfolio_id, n.waba_id, n.display_phone_number, n.verified_name, n.mode, n.onboarding_state,
          n.quality_rating, n.meta_status, n.name_status, n.messaging_limit, n.messages_per_second, n.hears_webhooks,
          n.token_state, n.token_expires_at, n.held_reason, n.held_until, n.bulk_held_until, n.drift_found_at, n.refreshed_at
        FROM public.phone_numbers n WHERE ${CURRENT_AGENCY} = ${PLATFORM}
      $$;
      COMMENT ON FUNCTION numbers_of_platform() IS
        'The numbers of all agencies, for who runs the platform: nothing outside a transaction of the platform.';
    `);
    await ownedByAcross(runner, 'portfolio_share(uuid, timestamptz)');
    await ownedByAcross(runner, 'numbers_of_platform()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION numbers_of_platform();
      DROP FUNCTION portfolio_share(uuid, timestamptz);
      REVOKE SELECT (${LISTED}) ON phone_numbers FROM belfry_across;
      ALTER TABLE portfolio_recipients DROP COLUMN by_agency;
      ALTER TABLE phone_numbers DROP COLUMN drift, DROP COLUMN drift_found_at;
      DROP TABLE number_changes;
    `);
  }
}
