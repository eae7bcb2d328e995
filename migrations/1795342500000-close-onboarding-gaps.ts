import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What ends by itself is found without reading everything: entries of the platform's people, and mails that are over. */
export class CloseOnboardingGaps1795342500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When it was written down that the time of an entry had run out; NULL also for what was closed before.
      ALTER TABLE break_glass ADD COLUMN over_at timestamptz,
        ADD CONSTRAINT break_glass_over_check CHECK (over_at IS NULL OR (over_at >= until AND closed_at IS NULL));
      CREATE INDEX break_glass_running ON break_glass (agency_id, until) WHERE closed_at IS NULL AND over_at IS NULL;
      CREATE INDEX mails_settled ON mails (agency_id, settled_at) WHERE state <> 'waiting';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX mails_settled;
      DROP INDEX break_glass_running;
      ALTER TABLE break_glass DROP CONSTRAINT break_glass_over_check, DROP COLUMN over_at;
    `);
  }
}
