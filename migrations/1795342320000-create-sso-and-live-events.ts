import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable } from './support/agency-table.js';

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
    // What home counts: keys that end soon.
    await runner.query(`
      CREATE INDEX api_keys_by_expiry ON api_keys (agency_id, expires_at) WHERE revoked_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX api_keys_by_expiry;
      DROP TABLE console_events;
    `);
  }
}
