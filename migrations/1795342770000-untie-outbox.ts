import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An outbox row is written by the statement that writes its message, so its foreign key proves nothing. Asked for each row,
 * over all partitions, it cost more than writing the message did.
 */
export class UntieOutbox1795342770000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_messages DROP CONSTRAINT outbox_messages_agency_id_message_id_fkey');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox_messages ADD CONSTRAINT outbox_messages_agency_id_message_id_fkey
        FOREIGN KEY (agency_id, message_id) REFERENCES messages (agency_id, id)
    `);
  }
}
