import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross, readableAcross } from './support/agency-table.js';

const PLATFORM = "'00000000-0000-7000-8000-000000000000'";
const DUE_NUMBERS_COMMENT = `COMMENT ON FUNCTION due_numbers(timestamptz) IS
        'Numbers that have something to send. Walks the numbers, not the messages, so its cost does not grow with a backlog.'`;

/** How an agency comes to the platform, goes live, is suspended, and is entered by the platform's own people. */
export class CreateOnboarding1795342200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agencies
        ADD COLUMN legal_name text CHECK (length(legal_name) BETWEEN 1 AND 200),
        ADD COLUMN country text CHECK (country ~ '^[A-Z]{2}$'),
        ADD COLUMN email_domains text[] NOT NULL DEFAULT '{}',
        ADD COLUMN retention_days int NOT NULL DEFAULT 365 CHECK (retention_days BETWEEN 30 AND 3650),
        -- Why and since when the status is what it is, and where an agency returns to when it is no longer suspended.
        ADD COLUMN status_before text CHECK (status_before IN ('trial', 'live')),
        ADD COLUMN status_reason text CHECK (length(status_reason) BETWEEN 1 AND 500),
        ADD COLUMN status_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN status_by uuid,
        ADD CONSTRAINT agencies_suspended_check
          CHECK ((status = 'suspended') = (status_before IS NOT NULL) AND (status <> 'suspended' OR status_reason IS NOT NULL));

      CREATE TABLE trial_guests (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        id uuid NOT NULL,
        phone_sealed bytea NOT NULL,
        phone_bidx bytea NOT NULL CHECK (length(phone_bidx) = 32),
        name_sealed bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agency_id, id)
      );
      CREATE UNIQUE INDEX trial_guests_phone_key ON trial_guests (agency_id, phone_bidx);

      -- How many messages were accepted on a day of trial. One row is enough: a trial is slow on purpose.
      CREATE TABLE trial_days (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        day date NOT NULL,
        n int NOT NULL DEFAULT 0 CHECK (n BETWEEN 0 AND 50),
        PRIMARY KEY (agency_id, day)
      );

      CREATE TABLE go_live_requests (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        id uuid NOT NULL,
        state text NOT NULL DEFAULT 'requested' CHECK (state IN ('requested', 'sent-back', 'withdrawn', 'approved')),
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL DEFAULT now(),
        first_approved_by uuid,
        first_approved_at timestamptz,
        second_approved_by uuid,
        second_approved_at timestamptz,
        closed_at timestamptz,
        PRIMARY KEY (agency_id, id),
        -- Nobody approves twice, and nobody approves what they asked for.
        CONSTRAINT go_live_requests_two_people_check CHECK (second_approved_by <> first_approved_by),
        CONSTRAINT go_live_requests_not_own_check CHECK (first_approved_by <> requested_by AND second_approved_by <> requested_by),
        CHECK (second_approved_by IS NULL OR first_approved_by IS NOT NULL),
        CHECK ((state = 'approved') = (second_approved_by IS NOT NULL)),
        CHECK ((state = 'requested') = (closed_at IS NULL))
      );
      CREATE UNIQUE INDEX go_live_requests_open_key ON go_live_requests (agency_id) WHERE state = 'requested';

      CREATE TABLE go_live_comments (
        agency_id uuid NOT NULL,
        id uuid NOT NULL,
        request_id uuid NOT NULL,
        -- NULL when it is about the request as a whole.
        task text,
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
        written_by uuid NOT NULL,
        written_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agency_id, id),
        FOREIGN KEY (agency_id, request_id) REFERENCES go_live_requests (agency_id, id)
      );

      -- What only a person can say is done.
      CREATE TABLE go_live_tasks (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        task text NOT NULL,
        done_by uuid NOT NULL,
        done_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agency_id, task)
      );

      -- Entries of the platform's people into an agency, asked for and approved by two of them. Agencies are never deleted.
      CREATE TABLE break_glass (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id) CHECK (agency_id = ${PLATFORM}),
        id uuid NOT NULL,
        into_agency_id uuid NOT NULL CHECK (into_agency_id <> ${PLATFORM}),
        reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
        minutes int NOT NULL CHECK (minutes BETWEEN 1 AND 60),
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL DEFAULT now(),
        approved_by uuid,
        approved_at timestamptz,
        until timestamptz,
        closed_by uuid,
        closed_at timestamptz,
        PRIMARY KEY (agency_id, id),
        FOREIGN KEY (agency_id, requested_by) REFERENCES users (agency_id, id),
        FOREIGN KEY (agency_id, approved_by) REFERENCES users (agency_id, id),
        CONSTRAINT break_glass_two_people_check CHECK (approved_by <> requested_by),
        CHECK ((approved_by IS NULL) = (approved_at IS NULL) AND (approved_by IS NULL) = (until IS NULL)),
        CHECK (until <= approved_at + interval '60 minutes')
      );
    `);
    for (const table of ['trial_guests', 'trial_days', 'go_live_requests', 'go_live_tasks', 'break_glass'])
      await fenceAgencyTable(runner, table);
    await fenceAgencyTable(runner, 'go_live_comments', ['SELECT', 'INSERT']);
    await this.pipeline(runner);
    await replaceDueNumbers(runner, `AND a.status IN ('trial', 'live')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION agency_pipeline(text, uuid, int);
      DROP POLICY across_read ON departments;
      REVOKE SELECT (agency_id, archived_at) ON departments FROM belfry_across;
      DROP TABLE break_glass, go_live_tasks, go_live_comments, go_live_requests, trial_days, trial_guests;
    `);
    await replaceDueNumbers(runner, '');
    await runner.query(`
      ALTER TABLE agencies DROP CONSTRAINT agencies_suspended_check, DROP COLUMN status_by, DROP COLUMN status_at,
        DROP COLUMN status_reason, DROP COLUMN status_before, DROP COLUMN retention_days, DROP COLUMN email_domains,
        DROP COLUMN country, DROP COLUMN legal_name
    `);
  }

  /** The list of all agencies by page: names, states and counts, and nothing of what they write. */
  private async pipeline(runner: QueryRunner): Promise<void> {
    await readableAcross(runner, 'departments', ['agency_id', 'archived_at']);
    await readableAcross(runner, 'go_live_requests', ['agency_id', 'state', 'requested_at', 'first_approved_at']);
    await runner.query(`
      GRANT SELECT (status_at) ON agencies TO belfry_across;
      CREATE FUNCTION agency_pipeline(wanted_status text, before uuid, page_size int) RETURNS TABLE (
        agency_id uuid, slug text, name text, status text, status_at timestamptz, created_at timestamptz,
        departments int, numbers int, people int, go_live_state text, go_live_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT a.agency_id, a.slug, a.name, a.status, a.status_at, a.created_at,
          (SELECT count(*)::int FROM public.departments d WHERE d.agency_id = a.agency_id AND d.archived_at IS NULL),
          (SELECT count(*)::int FROM public.phone_numbers n WHERE n.agency_id = a.agency_id),
          (SELECT count(DISTINCT m.user_id)::int FROM public.memberships m WHERE m.agency_id = a.agency_id
            AND m.role <> 'platform_support' AND m.valid_from <= now() AND (m.valid_to IS NULL OR m.valid_to > now())),
          r.state, r.at
        FROM public.agencies a
        LEFT JOIN LATERAL (
          SELECT CASE WHEN g.first_approved_at IS NOT NULL AND g.state = 'requested' THEN 'approved-once' ELSE g.state END AS state,
            g.requested_at AS at
          FROM public.go_live_requests g WHERE g.agency_id = a.agency_id ORDER BY g.requested_at DESC LIMIT 1) AS r ON true
        WHERE a.agency_id <> ${PLATFORM} AND (wanted_status IS NULL OR a.status = wanted_status)
          AND (before IS NULL OR a.agency_id < before)
        ORDER BY a.agency_id DESC LIMIT page_size
      $$;
    `);
    await ownedByAcross(runner, 'agency_pipeline(text, uuid, int)');
  }
}

/** With a condition on the agency, what a suspended one has accepted stays where it is. */
async function replaceDueNumbers(runner: QueryRunner, condition: string): Promise<void> {
  const agency = condition && ` JOIN public.agencies a ON a.agency_id = n.agency_id ${condition}`;
  await runner.query(`
      DROP FUNCTION due_numbers(timestamptz);
      CREATE FUNCTION due_numbers(at timestamptz DEFAULT now())
      RETURNS TABLE (agency_id uuid, phone_number_id uuid, lane smallint, due_since timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT n.agency_id, n.id, l.lane::smallint, due.run_at
        FROM public.phone_numbers n${agency}
        CROSS JOIN (VALUES (0), (1), (2), (3)) AS l (lane)
        CROSS JOIN LATERAL (
          SELECT o.run_at FROM public.outbox_messages o
          WHERE o.agency_id = n.agency_id AND o.phone_number_id = n.id AND o.lane = l.lane AND o.state = 0 AND o.run_at <= at
          ORDER BY o.run_at LIMIT 1) AS due
        WHERE n.held_until IS NULL OR n.held_until <= at
        ORDER BY l.lane, due.run_at
      $$;
      ${DUE_NUMBERS_COMMENT};
  `);
  await ownedByAcross(runner, 'due_numbers(timestamptz)');
}
