import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross, readableAcross } from './support/agency-table.js';

const PLATFORM = "'00000000-0000-7000-8000-000000000000'";

/** What makes the sending engine fair and stoppable: switches, limits of agencies, the pair rule, and hot tables that stay small. */
export class PaceAndSwitches1795342620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createSwitches(runner);
    await createLimits(runner);
    await keepHotTablesSmall(runner);
    await replaceDueNumbers(runner);
    await createOldestDue(runner);
    await createPortfolioLimits(runner);
    await createSpend(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION prices_at(text, timestamptz);
      DROP TABLE spend_counters, spend_budgets, message_prices;
      DROP FUNCTION portfolio_reserve(uuid, bytea[], int, timestamptz);
      DROP FUNCTION portfolio_usage_of(uuid, timestamptz);
      DROP FUNCTION portfolio_sweep(timestamptz);
      DROP TABLE portfolio_usage, portfolio_recipients;
      DROP FUNCTION oldest_due(timestamptz);
      DROP FUNCTION due_numbers(timestamptz);
    `);
    await createDueNumbersAsBefore(runner);
    await runner.query(`
      ALTER TABLE number_turns DROP COLUMN granted;
      ALTER TABLE number_turns RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold, autovacuum_vacuum_cost_delay);
      ALTER TABLE outbox_messages RESET (autovacuum_vacuum_insert_scale_factor, autovacuum_vacuum_insert_threshold,
        autovacuum_analyze_scale_factor, autovacuum_analyze_threshold);
      UPDATE outbox_messages SET state = 0 WHERE state = 3;
      DROP INDEX outbox_messages_stopped;
      ALTER TABLE outbox_messages DROP CONSTRAINT outbox_messages_state_check,
        ADD CONSTRAINT outbox_messages_state_check CHECK (state IN (0, 1, 2));
      DROP TABLE pair_pacing, sending_limits;
      DROP FUNCTION platform_stop();
      DROP TABLE switches;
      DROP INDEX messages_by_campaign;
      ALTER TABLE messages DROP COLUMN campaign_id;
    `);
  }
}

async function createSwitches(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Which campaign a message belongs to, so that one can be stopped without the others.
    ALTER TABLE messages ADD COLUMN campaign_id uuid;
    CREATE INDEX messages_by_campaign ON messages (agency_id, campaign_id) WHERE campaign_id IS NOT NULL;

    -- While a row is not lifted, nothing of what it names leaves.
    CREATE TABLE switches (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id),
      id uuid NOT NULL,
      scope text NOT NULL CHECK (scope IN ('platform', 'agency', 'number', 'template', 'campaign', 'api-key')),
      -- The agency itself for the scopes platform and agency.
      target_id uuid NOT NULL,
      reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
      stopped_by_kind text NOT NULL,
      stopped_by uuid NOT NULL,
      stopped_at timestamptz NOT NULL DEFAULT now(),
      lifted_by_kind text,
      lifted_by uuid,
      lifted_at timestamptz,
      PRIMARY KEY (agency_id, id),
      -- What stopped everybody is lifted by somebody else than who stopped it.
      CONSTRAINT switches_two_people_check CHECK (scope <> 'platform' OR lifted_by <> stopped_by),
      CHECK ((scope = 'platform') = (agency_id = ${PLATFORM})),
      CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
    );
    CREATE UNIQUE INDEX switches_open_key ON switches (agency_id, scope, target_id) WHERE lifted_at IS NULL;
  `);
  await fenceAgencyTable(runner, 'switches', ['SELECT', 'INSERT', 'UPDATE']);
  await readableAcross(runner, 'switches', ['agency_id', 'scope', 'target_id', 'lifted_at']);
  await runner.query(`
    CREATE FUNCTION platform_stop() RETURNS TABLE (is_on boolean, epoch bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      SELECT coalesce(bool_or(s.lifted_at IS NULL), false), count(*) + count(s.lifted_at)
      FROM public.switches s WHERE s.agency_id = ${PLATFORM} AND s.scope = 'platform'
    $$;
    COMMENT ON FUNCTION platform_stop() IS
      'Whether the platform has stopped the sending of all agencies, and a number that changes whenever that does.';
  `);
  await ownedByAcross(runner, 'platform_stop()');
}

async function createLimits(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- What an agency gets of what is shared. NULL: what the configuration says for all.
    CREATE TABLE sending_limits (
      agency_id uuid PRIMARY KEY REFERENCES agencies (agency_id),
      -- Its share of the slots of workers, beside the shares of the others.
      weight int NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 100),
      bulk_age_seconds int CHECK (bulk_age_seconds BETWEEN 60 AND 604800),
      outbox_rows int CHECK (outbox_rows BETWEEN 1 AND 100000000),
      changed_at timestamptz NOT NULL DEFAULT now()
    );

    -- Citizens whom a number wrote to often in the last minutes; the next holder of its turn goes on from here.
    CREATE TABLE pair_pacing (
      agency_id uuid NOT NULL,
      phone_number_id uuid NOT NULL,
      contact_id uuid NOT NULL,
      tokens double precision NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (agency_id, phone_number_id, contact_id),
      FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers (agency_id, id)
    ) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 1000,
      autovacuum_vacuum_cost_delay = 0);
  `);
  await fenceAgencyTable(runner, 'sending_limits');
  await fenceAgencyTable(runner, 'pair_pacing');
  await readableAcross(runner, 'sending_limits', ['agency_id', 'weight']);
}

async function keepHotTablesSmall(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- What Meta granted when the rate was stored: another grant counts at once, a lowered rate only recovers.
    ALTER TABLE number_turns ADD COLUMN granted double precision;
    UPDATE number_turns SET granted = rate;
    ALTER TABLE number_turns ALTER COLUMN granted SET NOT NULL;
    -- One row a number and several updates a second: a few hundred dead rows are a vacuum's work of milliseconds.
    ALTER TABLE number_turns SET (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 500,
      autovacuum_vacuum_cost_delay = 0);

    -- 3: a switch stops it; it is due again when the switch is lifted.
    ALTER TABLE outbox_messages DROP CONSTRAINT outbox_messages_state_check,
      ADD CONSTRAINT outbox_messages_state_check CHECK (state IN (0, 1, 2, 3));
    CREATE INDEX outbox_messages_stopped ON outbox_messages (agency_id) WHERE state = 3;
    -- Its rows live for seconds and its size swings from none to a million: statistics by share of the table would be those
    -- of another day, and a load of rows that were only inserted must be vacuumed for index-only scans as well.
    ALTER TABLE outbox_messages SET (autovacuum_vacuum_insert_scale_factor = 0.0, autovacuum_vacuum_insert_threshold = 20000,
      autovacuum_analyze_scale_factor = 0.0, autovacuum_analyze_threshold = 20000);
  `);
}

/** What a switch stops as a whole is not offered to workers, so that they do not look at it in vain each second. */
async function replaceDueNumbers(runner: QueryRunner): Promise<void> {
  await runner.query(`
    DROP FUNCTION due_numbers(timestamptz);
    CREATE FUNCTION due_numbers(at timestamptz DEFAULT now())
    RETURNS TABLE (agency_id uuid, phone_number_id uuid, lane smallint, due_since timestamptz, weight int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      SELECT n.agency_id, n.id, l.lane::smallint, due.run_at, coalesce(w.weight, 1)
      FROM public.phone_numbers n JOIN public.agencies a ON a.agency_id = n.agency_id AND a.status IN ('trial', 'live')
      LEFT JOIN public.sending_limits w ON w.agency_id = n.agency_id
      CROSS JOIN (VALUES (0), (1), (2), (3)) AS l (lane)
      CROSS JOIN LATERAL (
        SELECT o.run_at FROM public.outbox_messages o
        WHERE o.agency_id = n.agency_id AND o.phone_number_id = n.id AND o.lane = l.lane AND o.state = 0 AND o.run_at <= at
        ORDER BY o.run_at LIMIT 1) AS due
      WHERE (n.held_until IS NULL OR n.held_until <= at)
        AND NOT (SELECT p.is_on FROM public.platform_stop() p)
        AND NOT EXISTS (SELECT 1 FROM public.switches s WHERE s.agency_id = n.agency_id AND s.lifted_at IS NULL
          AND (s.scope = 'agency' OR (s.scope = 'number' AND s.target_id = n.id)))
      ORDER BY l.lane, due.run_at
    $$;
    COMMENT ON FUNCTION due_numbers(timestamptz) IS
      'Numbers that have something to send. Walks the numbers, not the messages, so its cost does not grow with a backlog.';
    GRANT EXECUTE ON FUNCTION platform_stop() TO belfry_across;
  `);
  await ownedByAcross(runner, 'due_numbers(timestamptz)');
}

async function createOldestDue(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION oldest_due(at timestamptz DEFAULT now())
    RETURNS TABLE (agency_id uuid, lane smallint, due_since timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      SELECT n.agency_id, l.lane::smallint, min(due.run_at)
      FROM public.phone_numbers n
      CROSS JOIN (VALUES (0), (1), (2), (3)) AS l (lane)
      CROSS JOIN LATERAL (
        SELECT o.run_at FROM public.outbox_messages o
        WHERE o.agency_id = n.agency_id AND o.phone_number_id = n.id AND o.lane = l.lane AND o.state = 0 AND o.run_at <= at
        ORDER BY o.run_at LIMIT 1) AS due
      GROUP BY n.agency_id, l.lane
    $$;
    COMMENT ON FUNCTION oldest_due(timestamptz) IS
      'Since when the oldest message of each agency and lane waits, also behind a hold or a switch. Walks the numbers.';
  `);
  await ownedByAcross(runner, 'oldest_due(timestamptz)');
}

/**
 * Whom the numbers of a portfolio wrote to first in the last 24 hours. It is Meta's limit over agencies, so it lies under
 * the platform, holds keyed hashes alone, and the app reaches it through the functions and in no other way.
 */
async function createPortfolioLimits(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE portfolio_recipients (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id) CHECK (agency_id = ${PLATFORM}),
      portfolio_id uuid NOT NULL,
      hmac bytea NOT NULL CHECK (length(hmac) = 32),
      at timestamptz NOT NULL,
      PRIMARY KEY (agency_id, portfolio_id, hmac),
      FOREIGN KEY (agency_id, portfolio_id) REFERENCES portfolios (agency_id, id)
    ) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
    CREATE INDEX portfolio_recipients_by_time ON portfolio_recipients (agency_id, at);

    -- The same as counts of ten minutes: the limit is asked at each claim, and a hundred thousand rows are not counted then.
    CREATE TABLE portfolio_usage (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id) CHECK (agency_id = ${PLATFORM}),
      portfolio_id uuid NOT NULL,
      slot timestamptz NOT NULL,
      n int NOT NULL,
      PRIMARY KEY (agency_id, portfolio_id, slot),
      FOREIGN KEY (agency_id, portfolio_id) REFERENCES portfolios (agency_id, id)
    ) WITH (fillfactor = 50);
  `);
  for (const table of ['portfolio_recipients', 'portfolio_usage']) {
    await fenceAgencyTable(runner, table, []);
    await runner.query(`
      CREATE POLICY across_all ON ${table} FOR ALL TO belfry_across USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO belfry_across;
    `);
  }
  await runner.query(`
    CREATE FUNCTION portfolio_reserve(wanted uuid, asked bytea[], most int, moment timestamptz) RETURNS TABLE (hmac bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    #variable_conflict use_column
    DECLARE
      room int;
      since timestamptz := moment - interval '24 hours 10 minutes';
    BEGIN
      -- Two numbers of one portfolio must not both take the last place.
      PERFORM pg_advisory_xact_lock(hashtextextended('belfry.portfolio/' || wanted::text, 0));
      SELECT greatest(0, most - coalesce(sum(u.n), 0))::int INTO room FROM public.portfolio_usage u
        WHERE u.agency_id = ${PLATFORM} AND u.portfolio_id = wanted AND u.slot > since;
      RETURN QUERY
      WITH one AS (
        SELECT a.hmac, min(a.place) AS place FROM unnest(asked) WITH ORDINALITY AS a (hmac, place) GROUP BY a.hmac
      ), known AS (
        SELECT o.hmac, r.at FROM one o JOIN public.portfolio_recipients r
          ON r.agency_id = ${PLATFORM} AND r.portfolio_id = wanted AND r.hmac = o.hmac AND r.at > since
      ), new AS (
        SELECT o.hmac FROM one o WHERE NOT EXISTS (SELECT 1 FROM known k WHERE k.hmac = o.hmac) ORDER BY o.place LIMIT room
      ), moved AS (
        -- Written to again: counted from now on, and no more from then.
        SELECT k.hmac, k.at FROM known k WHERE k.at <= moment - interval '10 minutes'
      ), written AS (
        INSERT INTO public.portfolio_recipients (agency_id, portfolio_id, hmac, at)
        SELECT ${PLATFORM}, wanted, w.hmac, moment
        FROM (SELECT n.hmac FROM new n UNION ALL SELECT m.hmac FROM moved m) AS w ORDER BY w.hmac
        ON CONFLICT (agency_id, portfolio_id, hmac) DO UPDATE SET at = excluded.at
      ), counted AS (
        INSERT INTO public.portfolio_usage AS u (agency_id, portfolio_id, slot, n)
        SELECT ${PLATFORM}, wanted, date_bin('10 minutes', c.at, '2000-01-01 00:00:00Z'), sum(c.n)
        FROM (SELECT moment AS at, 1 AS n FROM new UNION ALL SELECT moment, 1 FROM moved
          UNION ALL SELECT m.at, -1 FROM moved m) AS c GROUP BY 3 ORDER BY 3
        ON CONFLICT (agency_id, portfolio_id, slot) DO UPDATE SET n = u.n + excluded.n
      )
      SELECT k.hmac FROM known k UNION ALL SELECT n.hmac FROM new n;
    END
    $$;
    COMMENT ON FUNCTION portfolio_reserve(uuid, bytea[], int, timestamptz) IS
      'Counts citizens towards the messaging limit of a portfolio, and tells which of them it has room for.';

    CREATE FUNCTION portfolio_usage_of(wanted uuid, moment timestamptz) RETURNS TABLE (slot timestamptz, n int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      SELECT u.slot, u.n FROM public.portfolio_usage u
      WHERE u.agency_id = ${PLATFORM} AND u.portfolio_id = wanted AND u.slot > moment - interval '24 hours 10 minutes' AND u.n > 0
      ORDER BY u.slot
    $$;
    CREATE FUNCTION portfolio_sweep(moment timestamptz) RETURNS int
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      WITH people AS (DELETE FROM public.portfolio_recipients
          WHERE agency_id = ${PLATFORM} AND at <= moment - interval '25 hours' RETURNING 1),
        counts AS (DELETE FROM public.portfolio_usage
          WHERE agency_id = ${PLATFORM} AND slot <= moment - interval '25 hours' RETURNING 1)
      SELECT (SELECT count(*) FROM people)::int
    $$;
  `);
  await ownedByAcross(runner, 'portfolio_reserve(uuid, bytea[], int, timestamptz)');
  await ownedByAcross(runner, 'portfolio_usage_of(uuid, timestamptz)');
  await ownedByAcross(runner, 'portfolio_sweep(timestamptz)');
}

async function createSpend(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Money is whole millionths of its currency. A price counts from its day until a later one does.
    CREATE TABLE message_prices (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id) CHECK (agency_id = ${PLATFORM}),
      currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
      -- Digits with which phone numbers begin; empty for all others.
      calling_code text NOT NULL CHECK (calling_code ~ '^[0-9]{0,7}$'),
      category text NOT NULL CHECK (category IN ('MARKETING', 'UTILITY', 'AUTHENTICATION')),
      from_day date NOT NULL,
      micros bigint NOT NULL CHECK (micros >= 0),
      PRIMARY KEY (agency_id, currency, calling_code, category, from_day)
    );

    CREATE TABLE spend_budgets (
      agency_id uuid PRIMARY KEY REFERENCES agencies (agency_id),
      monthly_micros bigint NOT NULL CHECK (monthly_micros >= 0),
      currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
      -- The month in which the agency was told that its budget is spent.
      told_month date
    );

    -- Several rows a month, so that the numbers of an agency do not wait for one another; readers sum.
    CREATE TABLE spend_counters (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id),
      month date NOT NULL,
      currency text NOT NULL,
      slot smallint NOT NULL,
      micros bigint NOT NULL,
      PRIMARY KEY (agency_id, month, currency, slot)
    ) WITH (fillfactor = 50);
  `);
  for (const table of ['message_prices', 'spend_budgets', 'spend_counters']) await fenceAgencyTable(runner, table);
  await readableAcross(runner, 'message_prices', [
    'agency_id',
    'currency',
    'calling_code',
    'category',
    'from_day',
    'micros',
  ]);
  await runner.query(`
    CREATE FUNCTION prices_at(wanted text, moment timestamptz)
    RETURNS TABLE ("callingCode" text, category text, micros bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      SELECT DISTINCT ON (p.calling_code, p.category) p.calling_code, p.category, p.micros
      FROM public.message_prices p
      WHERE p.agency_id = ${PLATFORM} AND p.currency = wanted AND p.from_day <= (moment AT TIME ZONE 'UTC')::date
      ORDER BY p.calling_code, p.category, p.from_day DESC
    $$;
  `);
  await ownedByAcross(runner, 'prices_at(text, timestamptz)');
}

async function createDueNumbersAsBefore(runner: QueryRunner): Promise<void> {
  await runner.query(`
      CREATE FUNCTION due_numbers(at timestamptz DEFAULT now())
      RETURNS TABLE (agency_id uuid, phone_number_id uuid, lane smallint, due_since timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT n.agency_id, n.id, l.lane::smallint, due.run_at
        FROM public.phone_numbers n JOIN public.agencies a ON a.agency_id = n.agency_id AND a.status IN ('trial', 'live')
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
  `);
  await ownedByAcross(runner, 'due_numbers(timestamptz)');
}
