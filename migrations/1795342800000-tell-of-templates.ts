import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The console hears also when a template has changed. */
export class TellOfTemplates1795342800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(topics("'messages', 'agency', 'numbers', 'templates', 'people'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM console_events WHERE topic = 'templates'");
    await runner.query(topics("'messages', 'agency', 'numbers', 'people'"));
  }
}

function topics(names: string): string {
  return `ALTER TABLE console_events DROP CONSTRAINT console_events_topic_check,
    ADD CONSTRAINT console_events_topic_check CHECK (topic IN (${names}))`;
}
