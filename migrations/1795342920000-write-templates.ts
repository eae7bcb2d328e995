import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross, readableAcross } from './support/agency-table.js';

/** Templates are written here, approved by a second person, and followed at Meta. */
export class WriteTemplates1795342920000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE templates
        ALTER COLUMN meta_template_id DROP NOT NULL,
        ALTER COLUMN synced_at DROP NOT NULL,
        -- The highest version ever written; current_version is the one that Meta has, draft_version one that waits.
        ADD COLUMN last_version int,
        ADD COLUMN draft_version int,
        ADD COLUMN review text CHECK (review IN ('draft', 'in_review', 'sent_back', 'approved')),
        ADD COLUMN review_reason text,
        ADD COLUMN submit_problem text,
        ADD COLUMN submitted_at timestamptz,
        ADD COLUMN archived_at timestamptz,
        ADD COLUMN name_locked_until timestamptz,
        ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
        -- What Meta says of it besides its status.
        ADD COLUMN status_at timestamptz,
        ADD COLUMN rejected_reason text,
        ADD COLUMN rejected_advice text,
        ADD COLUMN paused_until timestamptz,
        ADD COLUMN pause_title text,
        ADD COLUMN quality text,
        ADD COLUMN quality_at timestamptz,
        ADD COLUMN next_category text,
        ADD COLUMN next_category_at timestamptz;
      UPDATE templates SET last_version = current_version;
      ALTER TABLE templates
        ALTER COLUMN last_version SET NOT NULL,
        ADD CONSTRAINT templates_draft_in_review CHECK ((draft_version IS NULL) = (review IS NULL));

      -- category and format of a version, because those of an edit that waits differ from what Meta has.
      ALTER TABLE template_versions
        ADD COLUMN category text,
        ADD COLUMN parameter_format text CHECK (parameter_format IN ('POSITIONAL', 'NAMED')),
        -- [{ name, meaning, isPersonal, fallback }]: what Meta does not keep about a variable.
        ADD COLUMN variables jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN ttl_seconds int,
        -- NULL: as WhatsApp listed it.
        ADD COLUMN written_by uuid;
      UPDATE template_versions v SET category = t.category, parameter_format = t.parameter_format
        FROM templates t WHERE t.agency_id = v.agency_id AND t.id = v.template_id;
      ALTER TABLE template_versions
        ALTER COLUMN category SET NOT NULL,
        ALTER COLUMN parameter_format SET NOT NULL;

      CREATE TABLE template_events (
        agency_id uuid NOT NULL,
        id uuid NOT NULL,
        template_id uuid NOT NULL,
        version int NOT NULL,
        kind text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        actor_kind text NOT NULL,
        actor_id uuid,
        detail jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (agency_id, id),
        FOREIGN KEY (agency_id, template_id) REFERENCES templates (agency_id, id)
      );
      CREATE INDEX template_events_by_template ON template_events (agency_id, template_id, id);

      -- When Meta is to be asked next how the templates of an account stand.
      CREATE TABLE template_checks (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        waba_id text NOT NULL,
        due_at timestamptz NOT NULL,
        checked_at timestamptz,
        problem text,
        PRIMARY KEY (agency_id, waba_id)
      );
      CREATE INDEX template_checks_by_due ON template_checks (due_at);
      INSERT INTO template_checks (agency_id, waba_id, due_at) SELECT DISTINCT agency_id, waba_id, now() FROM templates;
    `);
    await fenceAgencyTable(runner, 'template_events', ['SELECT', 'INSERT']);
    await fenceAgencyTable(runner, 'template_checks', ['SELECT', 'INSERT', 'UPDATE']);
    await readableAcross(runner, 'template_checks', ['agency_id', 'waba_id', 'due_at']);
    await runner.query(`
      CREATE FUNCTION templates_to_check(at timestamptz) RETURNS TABLE (agency_id uuid, waba_id text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT c.agency_id, c.waba_id FROM public.template_checks c WHERE c.due_at <= at ORDER BY c.due_at LIMIT 20
      $$;
      COMMENT ON FUNCTION templates_to_check(timestamptz) IS
        'Accounts of all agencies whose templates Meta is to be asked about.';
    `);
    await ownedByAcross(runner, 'templates_to_check(timestamptz)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION templates_to_check(timestamptz);
      DROP TABLE template_checks;
      DROP TABLE template_events;
      ALTER TABLE template_versions
        DROP COLUMN category, DROP COLUMN parameter_format, DROP COLUMN variables, DROP COLUMN ttl_seconds,
        DROP COLUMN written_by;
      DELETE FROM template_versions v USING templates t
        WHERE t.agency_id = v.agency_id AND t.id = v.template_id AND t.meta_template_id IS NULL;
      DELETE FROM templates WHERE meta_template_id IS NULL;
      ALTER TABLE templates
        DROP CONSTRAINT templates_draft_in_review,
        DROP COLUMN last_version, DROP COLUMN draft_version, DROP COLUMN review, DROP COLUMN review_reason,
        DROP COLUMN submit_problem, DROP COLUMN submitted_at, DROP COLUMN archived_at, DROP COLUMN name_locked_until,
        DROP COLUMN changed_at, DROP COLUMN status_at, DROP COLUMN rejected_reason, DROP COLUMN rejected_advice,
        DROP COLUMN paused_until, DROP COLUMN pause_title, DROP COLUMN quality, DROP COLUMN quality_at,
        DROP COLUMN next_category, DROP COLUMN next_category_at,
        ALTER COLUMN meta_template_id SET NOT NULL,
        ALTER COLUMN synced_at SET NOT NULL;
    `);
  }
}
