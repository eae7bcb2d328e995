import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross, readableAcross } from './support/agency-table.js';

/**
 * Messages, the small hot table of what is due, and the append-only history. Messages and their events are partitioned by
 * the time inside their UUIDv7, so that a month is an id range and retention is a partition drop.
 */
export class CreateMessages1795341900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE messages (
        agency_id uuid NOT NULL,
        id uuid NOT NULL,
        direction text NOT NULL CHECK (direction IN ('outbound', 'inbound')),
        mode text NOT NULL CHECK (mode IN ('live', 'sandbox')),
        phone_number_id uuid NOT NULL,
        contact_id uuid NOT NULL,
        department_id uuid,
        actor_kind text NOT NULL,
        actor_id uuid NOT NULL,
        purpose_id uuid,
        purpose_version int,
        basis text,
        -- What gave the right to send: the consent event, or the version of the purpose.
        basis_ref text,
        meta_optin_ref text,
        lane smallint NOT NULL CHECK (lane BETWEEN 0 AND 3),
        kind text NOT NULL,
        template_id uuid,
        template_version int,
        -- JSON of what is sent or came in, with reference and metadata, under the person's key.
        body_sealed bytea,
        reference_bidx bytea,
        state text NOT NULL CHECK (state IN ('accepted', 'queued', 'sending', 'in_doubt', 'suppressed', 'cancelled', 'expired',
          'rejected', 'unconfirmed', 'sent', 'failed', 'delivered', 'read', 'played', 'received')),
        state_rank smallint NOT NULL,
        attempt_no int NOT NULL DEFAULT 0,
        in_doubt_policy text,
        accepted_at timestamptz NOT NULL,
        not_before timestamptz,
        expires_at timestamptz,
        state_at timestamptz NOT NULL,
        failure_code text,
        resend_of uuid,
        -- Provider evidence contradicted our own final state (e.g. delivered after suppressed).
        anomaly boolean NOT NULL DEFAULT false,
        PRIMARY KEY (agency_id, id),
        FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers (agency_id, id),
        FOREIGN KEY (agency_id, contact_id) REFERENCES contacts (agency_id, id),
        FOREIGN KEY (agency_id, purpose_id, purpose_version) REFERENCES purposes (agency_id, id, version),
        FOREIGN KEY (agency_id, template_id, template_version)
          REFERENCES template_versions (agency_id, template_id, version)
      ) PARTITION BY RANGE (id);
      -- Without id at the end: as long as a partition has no statistics, Postgres would take such an index for a look-up by id
      -- and read all of the agency's messages.
      CREATE INDEX messages_by_contact ON messages (agency_id, contact_id);
      CREATE INDEX messages_by_resend ON messages (agency_id, resend_of) WHERE resend_of IS NOT NULL;
      CREATE INDEX messages_by_reference ON messages (agency_id, reference_bidx) WHERE reference_bidx IS NOT NULL;

      -- No foreign key: a partition of messages must be droppable after its events without a scan, and the composite
      -- (agency_id, message_id) under the fence already keeps every row inside its agency.
      CREATE TABLE message_events (
        agency_id uuid NOT NULL,
        message_id uuid NOT NULL,
        attempt int NOT NULL,
        kind text NOT NULL CHECK (kind IN ('attempt', 'outcome', 'status', 'move')),
        seq smallint NOT NULL,
        status text NOT NULL,
        provider_ts timestamptz,
        recorded_at timestamptz NOT NULL,
        http_status smallint,
        provider_code int,
        detail jsonb,
        PRIMARY KEY (agency_id, message_id, attempt, kind, seq)
      ) PARTITION BY RANGE (message_id);

      -- Rows come and go within seconds, so the table is vacuumed early and its pages keep room for updates.
      CREATE TABLE outbox_messages (
        agency_id uuid NOT NULL,
        message_id uuid NOT NULL,
        phone_number_id uuid NOT NULL,
        lane smallint NOT NULL,
        run_at timestamptz NOT NULL,
        -- 0 due, 1 leased, 2 in doubt (run_at is when to decide)
        state smallint NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)),
        lease_token bigint NOT NULL DEFAULT 0,
        lease_until timestamptz,
        -- Retries after a fault so far; waits for a limit are counted apart and use nothing up.
        attempts int NOT NULL DEFAULT 0,
        waits int NOT NULL DEFAULT 0,
        -- When the attempt in doubt was written, to compare with webhooks that came later.
        attempted_at timestamptz,
        PRIMARY KEY (agency_id, message_id),
        FOREIGN KEY (agency_id, message_id) REFERENCES messages (agency_id, id)
      ) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_cost_delay = 0);
      CREATE INDEX outbox_messages_due ON outbox_messages (agency_id, phone_number_id, lane, run_at) WHERE state = 0;
      CREATE INDEX outbox_messages_leased ON outbox_messages (agency_id, phone_number_id, lease_until) WHERE state = 1;
      CREATE INDEX outbox_messages_in_doubt ON outbox_messages (agency_id, phone_number_id, run_at) WHERE state = 2;

      CREATE TABLE provider_ids (
        agency_id uuid NOT NULL,
        phone_number_id uuid NOT NULL,
        -- A wamid holds the citizen's phone number in Base64, so only its keyed hash stands here.
        wamid_hmac bytea NOT NULL CHECK (length(wamid_hmac) = 32),
        message_id uuid NOT NULL,
        attempt int NOT NULL,
        -- When the provider's acceptance was learnt: the row is also the outcome of its attempt.
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (agency_id, wamid_hmac)
      );
      CREATE INDEX provider_ids_by_message ON provider_ids (agency_id, message_id);

      CREATE TABLE orphan_statuses (
        agency_id uuid NOT NULL,
        phone_number_id uuid NOT NULL,
        wamid_hmac bytea NOT NULL CHECK (length(wamid_hmac) = 32),
        status text NOT NULL,
        provider_ts timestamptz NOT NULL,
        detail jsonb,
        received_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (agency_id, wamid_hmac, status)
      );
      CREATE INDEX orphan_statuses_by_number ON orphan_statuses (agency_id, phone_number_id, expires_at);

      -- The only exclusivity of a number's turn; Redis merely hints that there is work.
      CREATE TABLE number_turns (
        agency_id uuid NOT NULL,
        phone_number_id uuid NOT NULL,
        holder uuid NOT NULL,
        token bigint NOT NULL DEFAULT 1,
        until timestamptz NOT NULL,
        rate double precision NOT NULL,
        tokens double precision NOT NULL,
        refilled_at timestamptz NOT NULL,
        PRIMARY KEY (agency_id, phone_number_id),
        FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers (agency_id, id)
      ) WITH (fillfactor = 50);

      -- How many webhooks came for a number in each second: the proof that the way back from Meta is alive, without
      -- which an attempt in doubt is not sent again.
      CREATE TABLE webhook_activity (
        agency_id uuid NOT NULL,
        phone_number_id uuid NOT NULL,
        since timestamptz NOT NULL,
        n int NOT NULL,
        PRIMARY KEY (agency_id, phone_number_id, since),
        FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers (agency_id, id)
      ) WITH (fillfactor = 50);
    `);
    for (const table of [
      'messages',
      'outbox_messages',
      'provider_ids',
      'orphan_statuses',
      'number_turns',
      'webhook_activity',
    ]) {
      await fenceAgencyTable(runner, table);
    }
    await fenceAgencyTable(runner, 'message_events', ['SELECT', 'INSERT']);
    await readableAcross(runner, 'outbox_messages', [
      'agency_id',
      'message_id',
      'phone_number_id',
      'lane',
      'run_at',
      'state',
      'lease_until',
    ]);
    await readableAcross(runner, 'orphan_statuses', ['agency_id', 'phone_number_id', 'expires_at']);
    await runner.query(`
      CREATE FUNCTION due_numbers(at timestamptz DEFAULT now())
      RETURNS TABLE (agency_id uuid, phone_number_id uuid, lane smallint, due_since timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT n.agency_id, n.id, l.lane::smallint, due.run_at
        FROM public.phone_numbers n
        CROSS JOIN (VALUES (0), (1), (2), (3)) AS l (lane)
        CROSS JOIN LATERAL (
          SELECT o.run_at FROM public.outbox_messages o
          WHERE o.agency_id = n.agency_id AND o.phone_number_id = n.id AND o.lane = l.lane AND o.state = 0 AND o.run_at <= at
          ORDER BY o.run_at LIMIT 1) AS due
        WHERE n.held_until IS NULL OR n.held_until <= at
        ORDER BY l.lane, due.run_at
      $$;
      COMMENT ON FUNCTION due_numbers(timestamptz) IS
        'Numbers that have something to send. Walks the numbers, not the messages, so its cost does not grow with a backlog.';

      CREATE FUNCTION expired_leases(at timestamptz DEFAULT now())
      RETURNS TABLE (agency_id uuid, phone_number_id uuid, what text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT n.agency_id, n.id, w.what
        FROM public.phone_numbers n
        CROSS JOIN LATERAL (
          (SELECT 'lease' AS what FROM public.outbox_messages o
            WHERE o.agency_id = n.agency_id AND o.phone_number_id = n.id AND o.state = 1 AND o.lease_until <= at LIMIT 1)
          UNION ALL
          (SELECT 'in_doubt' FROM public.outbox_messages o
            WHERE o.agency_id = n.agency_id AND o.phone_number_id = n.id AND o.state = 2 AND o.run_at <= at LIMIT 1)
          UNION ALL
          (SELECT 'orphan' FROM public.orphan_statuses s
            WHERE s.agency_id = n.agency_id AND s.phone_number_id = n.id LIMIT 1)) AS w
      $$;
      COMMENT ON FUNCTION expired_leases(timestamptz) IS
        'Numbers with messages that a dead worker left behind, attempts in doubt that are due for a decision, or statuses
         that still wait for their message.';
    `);
    await ownedByAcross(runner, 'due_numbers(timestamptz)');
    await ownedByAcross(runner, 'expired_leases(timestamptz)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION expired_leases(timestamptz);
      DROP FUNCTION due_numbers(timestamptz);
      DROP TABLE webhook_activity, number_turns, orphan_statuses, provider_ids, outbox_messages, message_events, messages;
    `);
  }
}
