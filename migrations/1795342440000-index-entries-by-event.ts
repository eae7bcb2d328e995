import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One entry of the audit log by its id. Ids rise with time, so that the index grows at its end only. */
export class IndexEntriesByEvent1795342440000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX entries_by_event ON audit.entries (agency_id, event_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX audit.entries_by_event');
  }
}
