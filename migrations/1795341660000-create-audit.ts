import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable } from './support/agency-table.js';

/**
 * The audit log's tables. Business transactions only insert into `staging` and `details`; the sequencer, a role of its
 * own, moves staged entries into `entries` under the row lock of their log, which makes `seq` gapless.
 */
export class CreateAudit1795341660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA audit;
      GRANT USAGE ON SCHEMA audit TO belfry_app, belfry_sequencer;

      CREATE TABLE audit.logs (
        log_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        agency_id uuid NOT NULL UNIQUE REFERENCES public.agencies (agency_id),
        kind text NOT NULL CHECK (kind IN ('agency', 'platform', 'anchor')),
        origin text NOT NULL UNIQUE,
        size bigint NOT NULL DEFAULT 0,
        frontier bytea NOT NULL DEFAULT '',
        epoch int NOT NULL DEFAULT 1,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'frozen'))
      );

      CREATE TABLE audit.staging (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        agency_id uuid NOT NULL,
        event_id uuid NOT NULL UNIQUE,
        entry bytea NOT NULL CHECK (length(entry) <= 60000),
        staged_at timestamptz NOT NULL DEFAULT now()
      ) WITH (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
      CREATE INDEX staging_by_agency ON audit.staging (agency_id, id);

      CREATE TABLE audit.entries (
        log_id int NOT NULL REFERENCES audit.logs (log_id),
        seq bigint NOT NULL,
        event_id uuid NOT NULL,
        occurred_at timestamptz NOT NULL,
        entry bytea NOT NULL,
        leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32),
        -- From here on a projection for filtering: never hashed on its own, derivable from the entry.
        agency_id uuid NOT NULL,
        type text NOT NULL,
        category text NOT NULL,
        outcome text NOT NULL,
        severity smallint NOT NULL DEFAULT 0,
        actor_kind text NOT NULL,
        actor_id uuid,
        actor_role text,
        target_kind text,
        target_id uuid,
        subject_id uuid,
        basis text,
        reason text,
        request_id uuid,
        source_ip inet,
        PRIMARY KEY (log_id, seq, occurred_at)
      ) PARTITION BY RANGE (occurred_at);
      CREATE INDEX entries_by_agency ON audit.entries (agency_id, seq);
      CREATE INDEX entries_by_type ON audit.entries (agency_id, type, seq);
      CREATE INDEX entries_by_target ON audit.entries (agency_id, target_id, seq);
      CREATE INDEX entries_by_actor ON audit.entries (agency_id, actor_id, seq);

      CREATE TABLE audit.details (
        event_id uuid PRIMARY KEY,
        agency_id uuid NOT NULL,
        subject_id uuid,
        nonce bytea NOT NULL,
        sealed bytea NOT NULL,
        erased_at timestamptz
      );
      CREATE INDEX details_by_subject ON audit.details (agency_id, subject_id);

      CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
        BEGIN RAISE EXCEPTION 'audit entries are append-only'; END
      $$;
      CREATE TRIGGER entries_append_only BEFORE UPDATE OR DELETE ON audit.entries
        FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
      CREATE TRIGGER entries_no_truncate BEFORE TRUNCATE ON audit.entries
        FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
    `);
    await fenceAgencyTable(runner, 'audit.logs', ['SELECT', 'INSERT']);
    await fenceAgencyTable(runner, 'audit.staging', ['INSERT']);
    await fenceAgencyTable(runner, 'audit.entries', ['SELECT']);
    await fenceAgencyTable(runner, 'audit.details', ['SELECT', 'INSERT']);
    await runner.query(`
      CREATE POLICY sequencer_all ON audit.logs FOR ALL TO belfry_sequencer USING (true) WITH CHECK (true);
      CREATE POLICY sequencer_all ON audit.staging FOR ALL TO belfry_sequencer USING (true) WITH CHECK (true);
      CREATE POLICY sequencer_all ON audit.entries FOR ALL TO belfry_sequencer USING (true) WITH CHECK (true);
      GRANT SELECT, UPDATE ON audit.logs TO belfry_sequencer;
      GRANT SELECT, DELETE ON audit.staging TO belfry_sequencer;
      GRANT SELECT, INSERT ON audit.entries TO belfry_sequencer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA audit CASCADE');
  }
}
