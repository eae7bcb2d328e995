import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Foreign keys of rows whose writer holds the other row anyway: an outbox row comes from the statement that writes its
 * message, and an entry from the sequencer that has locked its log. Asked for each row over all partitions, the first cost
 * more than the message itself.
 */
export class UntieHotRows1795342770000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox_messages DROP CONSTRAINT outbox_messages_agency_id_message_id_fkey;
      ALTER TABLE audit.entries DROP CONSTRAINT entries_log_id_fkey;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox_messages ADD CONSTRAINT outbox_messages_agency_id_message_id_fkey
        FOREIGN KEY (agency_id, message_id) REFERENCES messages (agency_id, id);
      ALTER TABLE audit.entries ADD CONSTRAINT entries_log_id_fkey FOREIGN KEY (log_id) REFERENCES audit.logs (log_id);
    `);
  }
}
