import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable, ownedByAcross, readableAcross } from './support/agency-table.js';

/** Files that are sent and received: what is known of each, what is still to be done with it, and its copies at WhatsApp. */
export class CreateMedia1795342980000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createMedia(runner);
    await createJobs(runner);
    await createCopies(runner);
    await readableAcross(runner, 'media_jobs', ['agency_id', 'state', 'run_at']);
    await runner.query(`
      CREATE FUNCTION agencies_with_due_media(at timestamptz DEFAULT now()) RETURNS TABLE (agency_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT a.agency_id FROM public.agencies a
        CROSS JOIN LATERAL (SELECT 1 FROM public.media_jobs j
          WHERE j.agency_id = a.agency_id AND j.state = 'waiting' AND j.run_at <= at LIMIT 1) AS due
      $$;
      COMMENT ON FUNCTION agencies_with_due_media(timestamptz) IS
        'Agencies with a file to scan, fetch, hand to WhatsApp or remove.';
    `);
    await ownedByAcross(runner, 'agencies_with_due_media(timestamptz)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION agencies_with_due_media(timestamptz);
      DROP TABLE media_uses, provider_media, media_jobs, media;
    `);
  }
}

async function createMedia(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE media (
      agency_id uuid NOT NULL REFERENCES agencies (agency_id),
      id uuid NOT NULL,
      origin text NOT NULL CHECK (origin IN ('uploaded', 'fetched', 'received')),
      -- Only a clean file is served or sent.
      state text NOT NULL CHECK (state IN ('receiving', 'scanning', 'clean', 'quarantined', 'refused', 'removed')),
      -- Why it was refused or quarantined: a stable code, and what the scanner called it.
      refusal text,
      finding text,
      kind text CHECK (kind IN ('image', 'video', 'audio', 'document', 'sticker')),
      mime_type text,
      size_bytes bigint CHECK (size_bytes >= 0),
      sha256 bytea CHECK (length(sha256) = 32),
      width int,
      height int,
      is_animated boolean NOT NULL DEFAULT false,
      -- May be sent as a voice message: OGG with one voice in Opus.
      is_voice boolean NOT NULL DEFAULT false,
      -- A name may say who is in the picture.
      name_sealed bytea,
      alt_text_sealed bytea,
      -- The key of the stored bytes; without it they say nothing.
      key_sealed bytea,
      department_id uuid,
      actor_kind text NOT NULL,
      actor_id uuid NOT NULL,
      created_at timestamptz NOT NULL,
      scanned_at timestamptz,
      last_sent_at timestamptz,
      -- Of a file that a citizen sent. No foreign key: the partition of the message may be dropped.
      message_id uuid,
      phone_number_id uuid,
      provider_media_id text,
      declared_type text,
      declared_sha256 bytea,
      PRIMARY KEY (agency_id, id),
      FOREIGN KEY (agency_id, department_id) REFERENCES departments (agency_id, id),
      FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers (agency_id, id),
      CHECK ((origin = 'received') = (message_id IS NOT NULL)),
      CHECK (state NOT IN ('scanning', 'clean') OR (kind IS NOT NULL AND mime_type IS NOT NULL AND size_bytes IS NOT NULL))
    );
    CREATE UNIQUE INDEX media_by_message ON media (agency_id, message_id, provider_media_id) WHERE message_id IS NOT NULL;
    CREATE INDEX media_listed ON media (agency_id, id) WHERE message_id IS NULL AND state <> 'removed';
    CREATE INDEX media_unfinished ON media (agency_id, id) WHERE state IN ('receiving', 'quarantined', 'refused');
  `);
  await fenceAgencyTable(runner, 'media');
}

async function createJobs(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- One row for each thing still to be done with a file. It goes when it is done; a failed one stays to be seen.
    CREATE TABLE media_jobs (
      agency_id uuid NOT NULL,
      id uuid NOT NULL,
      media_id uuid NOT NULL,
      task text NOT NULL CHECK (task IN ('scan', 'download', 'upload', 'remove')),
      -- For whom it is handed to WhatsApp.
      phone_number_id uuid,
      state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'failed')),
      -- When it is due; while a worker holds it, when that lease ends.
      run_at timestamptz NOT NULL,
      attempts int NOT NULL DEFAULT 0,
      lease_token int NOT NULL DEFAULT 0,
      failure_code text,
      meta_code int,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (agency_id, id),
      FOREIGN KEY (agency_id, media_id) REFERENCES media (agency_id, id) ON DELETE CASCADE,
      FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers (agency_id, id),
      CHECK ((task = 'upload') = (phone_number_id IS NOT NULL))
    ) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
    CREATE UNIQUE INDEX media_jobs_once ON media_jobs (agency_id, media_id, task, phone_number_id) NULLS NOT DISTINCT;
    CREATE INDEX media_jobs_due ON media_jobs (agency_id, run_at) WHERE state = 'waiting';
  `);
  await fenceAgencyTable(runner, 'media_jobs');
}

async function createCopies(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- WhatsApp knows a file by an id that holds for one number and thirty days.
    CREATE TABLE provider_media (
      agency_id uuid NOT NULL,
      phone_number_id uuid NOT NULL,
      media_id uuid NOT NULL,
      provider_media_id text NOT NULL,
      expires_at timestamptz NOT NULL,
      PRIMARY KEY (agency_id, phone_number_id, media_id),
      FOREIGN KEY (agency_id, media_id) REFERENCES media (agency_id, id) ON DELETE CASCADE,
      FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers (agency_id, id)
    );
    CREATE INDEX provider_media_by_media ON provider_media (agency_id, media_id);

    -- What stands on a file, such as a template whose header it is. Messages are not listed one by one.
    CREATE TABLE media_uses (
      agency_id uuid NOT NULL,
      media_id uuid NOT NULL,
      used_by text NOT NULL CHECK (used_by IN ('template', 'campaign', 'reply-rule')),
      user_id uuid NOT NULL,
      PRIMARY KEY (agency_id, media_id, used_by, user_id),
      FOREIGN KEY (agency_id, media_id) REFERENCES media (agency_id, id) ON DELETE CASCADE
    );
  `);
  await fenceAgencyTable(runner, 'provider_media');
  await fenceAgencyTable(runner, 'media_uses');
}
