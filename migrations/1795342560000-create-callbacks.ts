import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross, readableAcross } from './support/agency-table.js';

/** Calls to the systems of departments: where to, what, and what became of each. */
export class CreateCallbacks1795342560000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createInterests(runner);
    await createEndpoints(runner);
    await createDeliveries(runner);
    await readableAcross(runner, 'callback_endpoints', ['agency_id', 'id', 'state', 'circuit_until']);
    await readableAcross(runner, 'callback_deliveries', ['agency_id', 'endpoint_id', 'state', 'run_at']);
    await runner.query(`
      CREATE FUNCTION due_callbacks(at timestamptz DEFAULT now()) RETURNS TABLE (agency_id uuid, endpoint_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT e.agency_id, e.id FROM public.callback_endpoints e
        CROSS JOIN LATERAL (SELECT 1 FROM public.callback_deliveries d
          WHERE d.agency_id = e.agency_id AND d.endpoint_id = e.id AND d.state = 'waiting' AND d.run_at <= at LIMIT 1) AS due
        WHERE e.state <> 'off' AND (e.circuit_until IS NULL OR e.circuit_until <= at)
      $$;
      COMMENT ON FUNCTION due_callbacks(timestamptz) IS
        'Endpoints of all agencies with something to deliver: its cost grows with endpoints and not with what waits for them.';
    `);
    await ownedByAcross(runner, 'due_callbacks(timestamptz)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION due_callbacks(timestamptz);
      DROP TABLE callback_attempts, callback_deliveries, callback_events, callback_replays, callback_endpoints, event_interests;
    `);
  }
}

async function createInterests(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Who wants to hear of what: an event that nobody in the agency wants is not written at all.
    CREATE TABLE event_interests (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id),
      listener text NOT NULL,
      type text NOT NULL,
      PRIMARY KEY (agency_id, listener, type)
    );
  `);
  await fenceAgencyTable(runner, 'event_interests');
}

async function createEndpoints(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE callback_endpoints (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id),
      id uuid NOT NULL,
      -- Empty: hears of the messages of every department.
      department_id uuid,
      url text NOT NULL CHECK (length(url) BETWEEN 1 AND 2000),
      description text NOT NULL DEFAULT '' CHECK (length(description) <= 500),
      events text[] NOT NULL CHECK (cardinality(events) BETWEEN 1 AND 50),
      scheme text NOT NULL CHECK (scheme IN ('v1a', 'v1')),
      secret_sealed bytea NOT NULL,
      -- Of v1a: what a receiver verifies with. No secret.
      public_key text,
      -- During a rotation, calls carry a signature of this one too.
      previous_sealed bytea,
      previous_until timestamptz,
      state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'failing', 'off')),
      off_reason text CHECK (off_reason IN ('person', 'gone', 'failing')),
      off_at timestamptz,
      failing_since timestamptz,
      warned_at timestamptz,
      -- Failures in a row; from some on the circuit is open until then.
      failures int NOT NULL DEFAULT 0,
      circuit_until timestamptz,
      last_success_at timestamptz,
      first_success_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      created_by uuid NOT NULL,
      PRIMARY KEY (agency_id, id),
      FOREIGN KEY (agency_id, department_id) REFERENCES departments (agency_id, id),
      CHECK ((state = 'off') = (off_reason IS NOT NULL)),
      CHECK ((previous_sealed IS NULL) = (previous_until IS NULL))
    ) WITH (fillfactor = 70);

    CREATE TABLE callback_replays (
      agency_id uuid NOT NULL,
      endpoint_id uuid NOT NULL,
      id uuid NOT NULL,
      total int NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (agency_id, endpoint_id, id),
      FOREIGN KEY (agency_id, endpoint_id) REFERENCES callback_endpoints (agency_id, id) ON DELETE CASCADE
    );
  `);
  await fenceAgencyTable(runner, 'callback_endpoints');
  await fenceAgencyTable(runner, 'callback_replays');
}

async function createDeliveries(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- What happened, once for all endpoints. No words of anybody: they are read from the message when it is told.
    CREATE TABLE callback_events (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id),
      id uuid NOT NULL,
      type text NOT NULL,
      -- Empty for a test.
      message_id uuid,
      state text,
      sequence int NOT NULL,
      failure_code text,
      occurred_at timestamptz NOT NULL,
      PRIMARY KEY (agency_id, id)
    );

    CREATE TABLE callback_deliveries (
      agency_id uuid NOT NULL,
      endpoint_id uuid NOT NULL,
      event_id uuid NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'delivered', 'given-up')),
      -- When it is due; while a worker holds it, when that lease ends.
      run_at timestamptz NOT NULL,
      -- Of the schedule: a replay begins anew.
      attempts smallint NOT NULL DEFAULT 0,
      lease_token int NOT NULL DEFAULT 0,
      replay_id uuid,
      PRIMARY KEY (agency_id, endpoint_id, event_id),
      FOREIGN KEY (agency_id, endpoint_id) REFERENCES callback_endpoints (agency_id, id) ON DELETE CASCADE,
      FOREIGN KEY (agency_id, event_id) REFERENCES callback_events (agency_id, id) ON DELETE CASCADE
    ) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
    CREATE INDEX callback_deliveries_due ON callback_deliveries (agency_id, endpoint_id, run_at) WHERE state = 'waiting';
    CREATE INDEX callback_deliveries_by_event ON callback_deliveries (agency_id, event_id);
    CREATE INDEX callback_deliveries_by_replay ON callback_deliveries (agency_id, endpoint_id, replay_id)
      WHERE replay_id IS NOT NULL;

    CREATE TABLE callback_attempts (
      agency_id uuid NOT NULL,
      endpoint_id uuid NOT NULL,
      id uuid NOT NULL,
      event_id uuid NOT NULL,
      attempt smallint NOT NULL,
      started_at timestamptz NOT NULL,
      duration_ms int NOT NULL,
      is_success boolean NOT NULL,
      http_status smallint,
      -- Why there was no answer.
      fault text,
      -- Of webhook-signature; the timestamp in it is started_at.
      signature text NOT NULL,
      -- The first 4 KB: a department's system may repeat what it was told.
      answer_sealed bytea,
      answer_type text,
      next_at timestamptz,
      PRIMARY KEY (agency_id, endpoint_id, id),
      FOREIGN KEY (agency_id, endpoint_id) REFERENCES callback_endpoints (agency_id, id) ON DELETE CASCADE,
      FOREIGN KEY (agency_id, event_id) REFERENCES callback_events (agency_id, id) ON DELETE CASCADE
    );
    CREATE INDEX callback_attempts_by_event ON callback_attempts (agency_id, event_id, endpoint_id);
  `);
  for (const table of ['callback_events', 'callback_deliveries', 'callback_attempts']) {
    await fenceAgencyTable(runner, table);
  }
}
