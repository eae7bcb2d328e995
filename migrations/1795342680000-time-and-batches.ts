import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers of which only the bulk lane waits, and quiet hours: of an agency, whom they do not bind, and which messages a person let through them. */
export class TimeAndBatches1795342680000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Meta complained of the number's quality: bulk waits, transactional slows down, the rest goes on.
      ALTER TABLE phone_numbers ADD COLUMN bulk_held_until timestamptz, ADD COLUMN bulk_held_reason text;
      -- { "from": "22:00", "to": "08:00", "days": [1, 2, 3, 4, 5, 6, 7] } by the clocks of time_zone; null for none.
      ALTER TABLE agencies ADD COLUMN quiet_hours jsonb CHECK (jsonb_typeof(quiet_hours) = 'object');
      -- Nothing has been written into it yet.
      ALTER TABLE purposes ALTER COLUMN quiet_hours TYPE text USING 'agency';
      ALTER TABLE purposes ALTER COLUMN quiet_hours SET DEFAULT 'agency', ALTER COLUMN quiet_hours SET NOT NULL,
        ADD CONSTRAINT purposes_quiet_hours_check CHECK (quiet_hours IN ('agency', 'exempt'));
      UPDATE purposes SET quiet_hours = 'exempt' WHERE category IN ('alert', 'otp') OR code = 'reply';
      ALTER TABLE messages ADD COLUMN quiet_override boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE phone_numbers DROP COLUMN bulk_held_until, DROP COLUMN bulk_held_reason;
      ALTER TABLE messages DROP COLUMN quiet_override;
      ALTER TABLE purposes DROP CONSTRAINT purposes_quiet_hours_check, ALTER COLUMN quiet_hours DROP NOT NULL,
        ALTER COLUMN quiet_hours DROP DEFAULT;
      ALTER TABLE purposes ALTER COLUMN quiet_hours TYPE jsonb USING NULL;
      ALTER TABLE agencies DROP COLUMN quiet_hours;
    `);
  }
}
