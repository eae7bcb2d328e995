import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Makes the monthly partitions ahead of time: called by `migrate`, at boot and daily. There is no DEFAULT partition: a row
 * that fits nowhere must fail loudly instead of settling where retention never looks.
 */
export class CreatePartitionMaintenance1795342020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION uuid_of_time(at timestamptz) RETURNS uuid
      LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog AS $$
        SELECT (left(hex, 8) || '-' || right(hex, 4) || '-0000-0000-000000000000')::uuid
        FROM (SELECT lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') AS hex) AS h
      $$;

      CREATE FUNCTION ensure_partitions(months int) RETURNS int
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE
        month timestamptz;
        following timestamptz;
        parent text;
        child text;
        made int := 0;
      BEGIN
        IF months < 0 OR months > 24 THEN RAISE EXCEPTION 'months must be between 0 and 24'; END IF;
        -- Two processes that start together must not race each other to the same partition.
        PERFORM pg_advisory_xact_lock(hashtext('belfry.ensure_partitions'));
        -- From the month before: an action may be told of a little after it happened.
        FOR step IN -1..months LOOP
          month := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => step)) AT TIME ZONE 'UTC';
          following := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => step + 1)) AT TIME ZONE 'UTC';
          FOREACH parent IN ARRAY ARRAY['public.messages', 'public.message_events', 'audit.entries'] LOOP
            child := parent || '_' || to_char(month AT TIME ZONE 'UTC', 'YYYY_MM');
            IF to_regclass(child) IS NULL THEN
              IF parent = 'audit.entries' THEN
                EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%L) TO (%L)', child, parent, month, following);
              ELSE
                EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%L) TO (%L)%s', child, parent,
                  public.uuid_of_time(month), public.uuid_of_time(following),
                  -- Every row of a page changes its state soon after it was written: half a page of room keeps the new
                  -- version beside the old one, so that no index is touched.
                  CASE WHEN parent = 'public.messages' THEN ' WITH (fillfactor = 50)' ELSE '' END);
              END IF;
              -- A partition read directly would skip its parent's policies: nobody gets a grant, and it is fenced as well.
              EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', child);
              EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', child);
              made := made + 1;
            END IF;
          END LOOP;
        END LOOP;
        RETURN made;
      END
      $$;
      REVOKE ALL ON FUNCTION uuid_of_time(timestamptz) FROM PUBLIC;
      REVOKE ALL ON FUNCTION ensure_partitions(int) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ensure_partitions(int) TO belfry_app;
      SELECT ensure_partitions(3);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ensure_partitions(int);
      DROP FUNCTION uuid_of_time(timestamptz);
    `);
  }
}
