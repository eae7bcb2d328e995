import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable } from './support/agency-table.js';

/** Contacts that turn out to be one person, what WhatsApp tells of numbers and accounts, and webhooks that nobody wants. */
export class HearEverything1795342860000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The row stays, with its key and the messages sealed under it; whoever asks for it gets the other one.
      ALTER TABLE contacts ADD COLUMN merged_into uuid, ADD COLUMN merged_at timestamptz,
        ADD CONSTRAINT contacts_merged_into_fkey FOREIGN KEY (agency_id, merged_into) REFERENCES contacts (agency_id, id),
        ADD CONSTRAINT contacts_merged_check CHECK (merged_into <> id);
      CREATE INDEX contacts_merged ON contacts (agency_id, merged_into) WHERE merged_into IS NOT NULL;

      CREATE TABLE whatsapp_news (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        id uuid NOT NULL,
        waba_id text,
        phone_number_id uuid,
        field text NOT NULL,
        event text NOT NULL,
        -- 0 for information, 1 worth a look, 2 somebody must act.
        weight smallint NOT NULL CHECK (weight BETWEEN 0 AND 2),
        -- Nothing about people: names of templates, limits, reasons.
        detail jsonb NOT NULL,
        happened_at timestamptz NOT NULL,
        heard_at timestamptz NOT NULL,
        -- The same news told twice is one.
        fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32),
        PRIMARY KEY (agency_id, id),
        UNIQUE (agency_id, fingerprint),
        FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers (agency_id, id)
      );
      CREATE INDEX whatsapp_news_by_time ON whatsapp_news (agency_id, heard_at DESC, id DESC);

      ALTER TABLE webhook_inbox DROP CONSTRAINT webhook_inbox_state_check,
        ADD CONSTRAINT webhook_inbox_state_check CHECK (state IN ('new', 'done', 'parked', 'dismissed'));
      CREATE INDEX webhook_inbox_parked ON webhook_inbox (agency_id, id) WHERE state = 'parked';
    `);
    await fenceAgencyTable(runner, 'whatsapp_news', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX webhook_inbox_parked;
      ALTER TABLE webhook_inbox DROP CONSTRAINT webhook_inbox_state_check;
      UPDATE webhook_inbox SET state = 'done' WHERE state = 'dismissed';
      ALTER TABLE webhook_inbox ADD CONSTRAINT webhook_inbox_state_check CHECK (state IN ('new', 'done', 'parked'));
      DROP TABLE whatsapp_news;
      DROP INDEX contacts_merged;
      ALTER TABLE contacts DROP COLUMN merged_into, DROP COLUMN merged_at;
    `);
  }
}
