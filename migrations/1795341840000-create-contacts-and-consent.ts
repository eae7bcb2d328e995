import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fenceAgencyTable } from './support/agency-table.js';

/** Citizens as one agency knows them, what they agreed to, and what they stopped. */
export class CreateContactsAndConsent1795341840000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contacts (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        id uuid NOT NULL,
        -- Either may be missing: since 2026 a citizen can hide the phone and show only a business-scoped user id.
        phone_sealed bytea,
        user_id_sealed bytea,
        name_sealed bytea,
        language text,
        -- What identifies this person in suppressions; kept here so that the gate at claim is one batched query.
        suppression_hmacs bytea[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        erased_at timestamptz,
        PRIMARY KEY (agency_id, id)
      );
      CREATE TABLE contact_keys (
        agency_id uuid NOT NULL,
        contact_id uuid NOT NULL,
        salt bytea NOT NULL CHECK (length(salt) = 16),
        PRIMARY KEY (agency_id, contact_id),
        FOREIGN KEY (agency_id, contact_id) REFERENCES contacts (agency_id, id)
      );
      CREATE TABLE contact_identities (
        agency_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('phone', 'wa_id', 'bsuid', 'parent_bsuid')),
        -- '' for phones; the portfolio for user ids, which differ from portfolio to portfolio.
        scope text NOT NULL DEFAULT '',
        ver smallint NOT NULL,
        bidx bytea NOT NULL CHECK (length(bidx) = 32),
        contact_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (agency_id, kind, scope, ver, bidx),
        FOREIGN KEY (agency_id, contact_id) REFERENCES contacts (agency_id, id)
      );
      CREATE INDEX contact_identities_by_contact ON contact_identities (agency_id, contact_id);
      CREATE TABLE contact_windows (
        agency_id uuid NOT NULL,
        phone_number_id uuid NOT NULL,
        contact_id uuid NOT NULL,
        last_inbound_at timestamptz NOT NULL,
        PRIMARY KEY (agency_id, phone_number_id, contact_id),
        FOREIGN KEY (agency_id, phone_number_id) REFERENCES phone_numbers (agency_id, id),
        FOREIGN KEY (agency_id, contact_id) REFERENCES contacts (agency_id, id)
      );

      CREATE TABLE purposes (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        id uuid NOT NULL,
        version int NOT NULL,
        code text NOT NULL CHECK (code ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
        title text NOT NULL,
        category text NOT NULL CHECK (category IN ('service', 'marketing', 'alert', 'survey', 'otp')),
        basis text NOT NULL CHECK (basis IN
          ('consent', 'public_task', 'legal_obligation', 'vital_interests', 'contract', 'legitimate_interest')),
        legal_instrument text,
        objectable boolean NOT NULL,
        in_doubt_policy text NOT NULL CHECK (in_doubt_policy IN ('resend_checked', 'resend_fast', 'hold')),
        default_lane smallint NOT NULL CHECK (default_lane BETWEEN 0 AND 3),
        quiet_hours jsonb,
        default_ttl_seconds int CHECK (default_ttl_seconds > 0),
        active_from timestamptz NOT NULL DEFAULT now(),
        active_to timestamptz,
        PRIMARY KEY (agency_id, id, version),
        -- Marketing without consent is never lawful for a public body's paid or promotional messages.
        CHECK (category <> 'marketing' OR basis = 'consent'),
        CHECK (objectable OR legal_instrument IS NOT NULL OR basis = 'consent')
      );
      CREATE UNIQUE INDEX purposes_code_key ON purposes (agency_id, code) WHERE active_to IS NULL;

      CREATE TABLE consent_events (
        agency_id uuid NOT NULL,
        id uuid NOT NULL,
        contact_id uuid NOT NULL,
        -- NULL for evidence of WhatsApp's own opt-in, which is about the channel and not about one purpose.
        purpose_id uuid,
        purpose_version int,
        channel text NOT NULL DEFAULT 'whatsapp' CHECK (channel = 'whatsapp'),
        event text NOT NULL CHECK (event IN ('requested', 'granted', 'refused', 'withdrawn', 'expired', 'objected',
          'objection_lifted', 'imported', 'corrected')),
        method text NOT NULL CHECK (method IN ('web', 'ivr', 'paper', 'in_person', 'sms', 'whatsapp_keyword',
          'whatsapp_button', 'api', 'import')),
        occurred_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        collected_by_kind text NOT NULL,
        collected_by_id uuid NOT NULL,
        evidence_sealed bytea,
        expires_at timestamptz,
        meta_optin boolean NOT NULL DEFAULT false,
        PRIMARY KEY (agency_id, id),
        FOREIGN KEY (agency_id, contact_id) REFERENCES contacts (agency_id, id),
        FOREIGN KEY (agency_id, purpose_id, purpose_version) REFERENCES purposes (agency_id, id, version)
      );
      CREATE INDEX consent_events_by_contact ON consent_events (agency_id, contact_id, recorded_at);

      CREATE TABLE consent_state (
        agency_id uuid NOT NULL,
        contact_id uuid NOT NULL,
        purpose_id uuid NOT NULL,
        channel text NOT NULL DEFAULT 'whatsapp',
        state text NOT NULL CHECK (state IN ('granted', 'refused', 'withdrawn', 'expired', 'objected', 'requested', 'none')),
        since timestamptz NOT NULL,
        expires_at timestamptz,
        last_event_id uuid NOT NULL,
        PRIMARY KEY (agency_id, contact_id, purpose_id, channel),
        FOREIGN KEY (agency_id, contact_id) REFERENCES contacts (agency_id, id),
        FOREIGN KEY (agency_id, last_event_id) REFERENCES consent_events (agency_id, id)
      );

      CREATE TABLE whatsapp_opt_ins (
        agency_id uuid NOT NULL,
        contact_id uuid NOT NULL,
        method text NOT NULL,
        given_at timestamptz NOT NULL,
        last_event_id uuid NOT NULL,
        PRIMARY KEY (agency_id, contact_id),
        FOREIGN KEY (agency_id, contact_id) REFERENCES contacts (agency_id, id),
        FOREIGN KEY (agency_id, last_event_id) REFERENCES consent_events (agency_id, id)
      );

      -- Subjects are keyed hashes, so that a suppression outlives the erasure of the person.
      CREATE TABLE suppressions (
        agency_id uuid NOT NULL REFERENCES agencies (agency_id),
        id uuid NOT NULL,
        subject_kind text NOT NULL CHECK (subject_kind IN ('phone', 'user_id')),
        subject_hmac bytea NOT NULL CHECK (length(subject_hmac) = 32),
        hmac_ver smallint NOT NULL,
        scope text NOT NULL CHECK (scope IN ('all', 'category', 'purpose')),
        purpose_id uuid,
        category text,
        reason text NOT NULL CHECK (reason IN ('optout', 'provider_optout', 'wrong_person', 'deceased', 'objection',
          'legal', 'erased')),
        since timestamptz NOT NULL DEFAULT now(),
        until timestamptz,
        PRIMARY KEY (agency_id, id),
        CHECK ((scope = 'purpose') = (purpose_id IS NOT NULL) AND (scope = 'category') = (category IS NOT NULL))
      );
      CREATE INDEX suppressions_by_subject ON suppressions (agency_id, subject_hmac);
    `);
    for (const table of [
      'contacts',
      'contact_keys',
      'contact_identities',
      'contact_windows',
      'purposes',
      'consent_state',
      'whatsapp_opt_ins',
      'suppressions',
    ]) {
      await fenceAgencyTable(runner, table);
    }
    await fenceAgencyTable(runner, 'consent_events', ['SELECT', 'INSERT']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE suppressions, whatsapp_opt_ins, consent_state, consent_events, purposes, contact_windows,
        contact_identities, contact_keys, contacts
    `);
  }
}
