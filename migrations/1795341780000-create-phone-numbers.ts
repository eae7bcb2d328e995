import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross, readableAcross } from './support/agency-table.js';

const PLATFORM = "'00000000-0000-7000-8000-000000000000'";

/** Meta's portfolios (shared, so under the platform), each agency's phone numbers, and its templates as Meta knows them. */
export class CreatePhoneNumbers1795341780000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE portfolios (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id) CHECK (agency_id = ${PLATFORM}),
        id uuid NOT NULL,
        meta_portfolio_id text NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agency_id, id)
      );
      CREATE UNIQUE INDEX portfolios_meta_key ON portfolios (agency_id, meta_portfolio_id);

      CREATE TABLE phone_numbers (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        id uuid NOT NULL,
        platform_id uuid NOT NULL DEFAULT ${PLATFORM} CHECK (platform_id = ${PLATFORM}),
        portfolio_id uuid NOT NULL,
        -- Meta's id of the number; the routing key of every webhook.
        meta_phone_number_id text NOT NULL CHECK (meta_phone_number_id ~ '^[0-9]{1,32}$'),
        waba_id text NOT NULL CHECK (waba_id ~ '^[0-9]{1,32}$'),
        display_phone_number text NOT NULL,
        verified_name text NOT NULL,
        mode text NOT NULL DEFAULT 'live' CHECK (mode IN ('live', 'sandbox')),
        access_token_sealed bytea NOT NULL,
        messages_per_second int NOT NULL DEFAULT 80 CHECK (messages_per_second BETWEEN 1 AND 1000000),
        -- Why nothing is sent from this number (class A and C answers of Meta); NULL when it works.
        held_reason text,
        held_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agency_id, id),
        FOREIGN KEY (platform_id, portfolio_id) REFERENCES portfolios (agency_id, id)
      );
      -- Meta's id belongs to one agency only: routing a webhook by it must never be ambiguous. Only onboarding writes it.
      CREATE UNIQUE INDEX phone_numbers_meta_key ON phone_numbers (meta_phone_number_id);
      CREATE INDEX phone_numbers_by_waba ON phone_numbers (waba_id);

      CREATE TABLE templates (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        id uuid NOT NULL,
        waba_id text NOT NULL,
        name text NOT NULL,
        language text NOT NULL,
        category text NOT NULL,
        status text NOT NULL,
        parameter_format text NOT NULL CHECK (parameter_format IN ('POSITIONAL', 'NAMED')),
        current_version int NOT NULL,
        meta_template_id text NOT NULL,
        held_until timestamptz,
        synced_at timestamptz NOT NULL,
        PRIMARY KEY (agency_id, id)
      );
      CREATE UNIQUE INDEX templates_name_key ON templates (agency_id, waba_id, name, language);

      CREATE TABLE template_versions (
        agency_id uuid NOT NULL,
        template_id uuid NOT NULL,
        version int NOT NULL,
        components jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agency_id, template_id, version),
        FOREIGN KEY (agency_id, template_id) REFERENCES templates (agency_id, id)
      );
    `);
    for (const table of ['portfolios', 'phone_numbers', 'templates']) await fenceAgencyTable(runner, table);
    await fenceAgencyTable(runner, 'template_versions', ['SELECT', 'INSERT']);
    await readableAcross(runner, 'phone_numbers', ['agency_id', 'id', 'meta_phone_number_id', 'waba_id', 'held_until']);
    await runner.query(`
      CREATE FUNCTION agency_for_phone_number(wanted text) RETURNS TABLE (agency_id uuid, id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT p.agency_id, p.id FROM public.phone_numbers p WHERE p.meta_phone_number_id = wanted
      $$;
      CREATE FUNCTION agency_for_waba(wanted text) RETURNS TABLE (agency_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT DISTINCT p.agency_id FROM public.phone_numbers p WHERE p.waba_id = wanted
      $$;
    `);
    await ownedByAcross(runner, 'agency_for_phone_number(text)');
    await ownedByAcross(runner, 'agency_for_waba(text)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION agency_for_waba(text);
      DROP FUNCTION agency_for_phone_number(text);
      DROP TABLE template_versions;
      DROP TABLE templates;
      DROP TABLE phone_numbers;
      DROP TABLE portfolios;
    `);
  }
}
