import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross, readableAcross } from './support/agency-table.js';

const PLATFORM = "'00000000-0000-7000-8000-000000000000'";

/** What Meta tells us, what the libs tell each other, and the answers kept for repeated requests. */
export class CreateWebhooksAndEvents1795341960000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Stored and acknowledged before anything is understood. Under the platform, because one body may speak of several agencies.
      CREATE TABLE webhook_inbox (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id) CHECK (agency_id = ${PLATFORM}),
        id uuid NOT NULL,
        -- 0: a citizen speaks (and may say STOP); 1: statuses and the rest
        class smallint NOT NULL CHECK (class IN (0, 1)),
        body_hash bytea NOT NULL CHECK (length(body_hash) = 32),
        raw_sealed bytea,
        received_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'parked')),
        run_at timestamptz NOT NULL,
        attempts smallint NOT NULL DEFAULT 0,
        error text,
        done_at timestamptz,
        PRIMARY KEY (agency_id, id)
      );
      CREATE UNIQUE INDEX webhook_inbox_body_key ON webhook_inbox (agency_id, body_hash);
      CREATE INDEX webhook_inbox_due ON webhook_inbox (agency_id, class, run_at) WHERE state = 'new';
      CREATE INDEX webhook_inbox_waiting ON webhook_inbox (agency_id, received_at) WHERE state = 'new';
      CREATE INDEX webhook_inbox_done ON webhook_inbox (agency_id, done_at) WHERE state = 'done' AND raw_sealed IS NOT NULL;

      CREATE TABLE outbox_events (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        id uuid NOT NULL,
        type text NOT NULL,
        -- Ids only; a listener reads what it needs.
        payload jsonb NOT NULL,
        state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'parked')),
        run_at timestamptz NOT NULL,
        attempts smallint NOT NULL DEFAULT 0,
        error text,
        PRIMARY KEY (agency_id, id)
      );
      CREATE INDEX outbox_events_due ON outbox_events (agency_id, run_at) WHERE state = 'new';

      CREATE TABLE idempotency_keys (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        actor_id uuid NOT NULL,
        key_hash bytea NOT NULL,
        route text NOT NULL,
        request_hash bytea NOT NULL,
        status smallint NOT NULL,
        response_sealed bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (agency_id, actor_id, key_hash)
      );
      CREATE INDEX idempotency_keys_expiry ON idempotency_keys (agency_id, expires_at);
    `);
    for (const table of ['webhook_inbox', 'outbox_events', 'idempotency_keys']) await fenceAgencyTable(runner, table);
    await readableAcross(runner, 'outbox_events', ['agency_id', 'state', 'run_at']);
    await runner.query(`
      CREATE FUNCTION agencies_with_due_events(at timestamptz DEFAULT now()) RETURNS TABLE (agency_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT a.agency_id FROM public.agencies a
        CROSS JOIN LATERAL (SELECT 1 FROM public.outbox_events e
          WHERE e.agency_id = a.agency_id AND e.state = 'new' AND e.run_at <= at LIMIT 1) AS due
      $$;
    `);
    await ownedByAcross(runner, 'agencies_with_due_events(timestamptz)');
    await readableAcross(runner, 'webhook_inbox', ['agency_id', 'received_at', 'state', 'error']);
    await runner.query(`
      CREATE FUNCTION oldest_waiting_webhook() RETURNS TABLE (received_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT i.received_at FROM public.webhook_inbox i
        WHERE i.agency_id = ${PLATFORM} AND i.state = 'new' AND i.error IS NULL ORDER BY i.received_at LIMIT 1
      $$;
      COMMENT ON FUNCTION oldest_waiting_webhook() IS
        'How far the understanding of webhooks lags behind. A body that failed does not count: it is a fault of its own and must not hold up everybody.';
    `);
    await ownedByAcross(runner, 'oldest_waiting_webhook()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION oldest_waiting_webhook();
      DROP FUNCTION agencies_with_due_events(timestamptz);
      DROP TABLE idempotency_keys, outbox_events, webhook_inbox;
    `);
  }
}
