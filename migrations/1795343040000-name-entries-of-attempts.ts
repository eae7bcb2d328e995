import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The attempts of one claim are on record in one entry of the audit log. Each attempt names it, so that the entry is found
 * from the message; the entry commits to all of them.
 */
export class NameEntriesOfAttempts1795343040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE message_events ADD COLUMN entry_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE message_events DROP COLUMN entry_id');
  }
}
