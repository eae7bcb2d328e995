/** A change of the schema that must not pass, and a part of the line that the rule answers. */
export interface Break {
  readonly ddl: string;
  readonly finds: string;
}

const FENCE = "(agency_id = (SELECT nullif(current_setting('app.agency_id', true), '')::uuid))";

/** For each rule of the catalogue, by its name, the ways in which a migration could break it. */
export const BREAKS: Readonly<Record<string, readonly Break[]>> = {
  'every table with agency data has forced row-level security': [
    { ddl: 'ALTER TABLE contacts NO FORCE ROW LEVEL SECURITY', finds: 'contacts' },
    { ddl: 'ALTER TABLE contacts DISABLE ROW LEVEL SECURITY', finds: 'contacts' },
    { ddl: 'ALTER TABLE audit.entries DISABLE ROW LEVEL SECURITY', finds: 'audit.entries' },
    { ddl: 'CREATE TABLE loose (agency_id uuid NOT NULL)', finds: 'loose' },
  ],
  'every table has agency_id, not null': [
    { ddl: 'CREATE TABLE loose (id uuid)', finds: 'loose' },
    { ddl: 'CREATE TABLE loose (agency_id uuid)', finds: 'loose' },
  ],
  'every table that the app may touch has the permissive and the RESTRICTIVE fence, and the owner policy': [
    { ddl: 'DROP POLICY fence ON contacts', finds: 'contacts lacks fence' },
    { ddl: 'DROP POLICY allow ON contacts', finds: 'contacts lacks allow' },
    { ddl: 'DROP POLICY owner_all ON contacts', finds: 'contacts lacks owner_all' },
    {
      ddl: `DROP POLICY fence ON contacts; CREATE POLICY fence ON contacts FOR ALL TO belfry_app USING ${FENCE} WITH CHECK ${FENCE}`,
      finds: 'contacts lacks fence',
    },
    {
      ddl: `DROP POLICY fence ON contacts; CREATE POLICY fence ON contacts AS RESTRICTIVE FOR SELECT TO belfry_app USING ${FENCE}`,
      finds: 'contacts lacks fence',
    },
  ],
  'the fence compares agency_id with the agency of the transaction, in USING and in WITH CHECK': [
    { ddl: 'ALTER POLICY fence ON contacts USING (true)', finds: 'contacts' },
    { ddl: 'ALTER POLICY fence ON contacts WITH CHECK (true)', finds: 'contacts' },
    { ddl: `ALTER POLICY fence ON contacts USING (${FENCE} OR language = 'en')`, finds: 'contacts' },
    { ddl: 'ALTER POLICY fence ON contacts TO belfry_sequencer', finds: 'contacts' },
  ],
  'no policy other than the fence speaks to the app, and none to everybody': [
    { ddl: 'CREATE POLICY wide ON contacts FOR SELECT TO belfry_app USING (true)', finds: 'contacts.wide' },
    { ddl: 'CREATE POLICY wide ON contacts FOR SELECT USING (true)', finds: 'contacts.wide' },
  ],
  'partitions are granted to nobody': [
    { ddl: 'GRANT SELECT ON {messages} TO belfry_app', finds: '{messages}' },
    { ddl: 'GRANT SELECT (id) ON {messages} TO belfry_app', finds: '{messages}' },
    { ddl: 'GRANT INSERT ON {audit.entries} TO belfry_sequencer', finds: '{audit.entries}' },
  ],
  'every unique index leads with agency_id': [
    { ddl: 'CREATE UNIQUE INDEX loose_key ON contacts (id)', finds: 'loose_key' },
    { ddl: 'CREATE UNIQUE INDEX loose_key ON contacts (id, agency_id)', finds: 'loose_key' },
    { ddl: 'CREATE UNIQUE INDEX loose_key ON contacts (lower(language), agency_id)', finds: 'loose_key' },
  ],
  'every foreign key between agency tables holds agency_id on both sides': [
    {
      ddl: `ALTER TABLE contact_keys ADD COLUMN department_id uuid;
        CREATE UNIQUE INDEX loose_key ON departments (id);
        ALTER TABLE contact_keys ADD CONSTRAINT loose_fkey FOREIGN KEY (department_id) REFERENCES departments (id)`,
      finds: 'contact_keys.loose_fkey',
    },
    {
      ddl: `CREATE UNIQUE INDEX loose_key ON departments (id, agency_id);
        ALTER TABLE contact_keys ADD CONSTRAINT loose_fkey FOREIGN KEY (agency_id, contact_id) REFERENCES departments (id, agency_id) NOT VALID`,
      finds: 'contact_keys.loose_fkey',
    },
  ],
  'views run with the rights of who asks': [
    { ddl: 'CREATE VIEW loose AS SELECT id FROM contacts', finds: 'loose' },
    { ddl: 'CREATE VIEW loose WITH (security_invoker = false) AS SELECT id FROM contacts', finds: 'loose' },
  ],
  'there are no materialised views': [
    { ddl: 'CREATE MATERIALIZED VIEW loose AS SELECT id FROM contacts', finds: 'loose' },
  ],
  'no column is a Postgres enum, which loses its index under row-level security': [
    {
      ddl: "CREATE TYPE mood AS ENUM ('calm'); ALTER TABLE contacts ADD COLUMN mood mood",
      finds: 'contacts.mood',
    },
    {
      ddl: "CREATE TYPE mood AS ENUM ('calm'); ALTER TABLE contacts ADD COLUMN moods mood[]",
      finds: 'contacts.moods',
    },
  ],
  'SECURITY DEFINER functions are exactly the allowed ones': [
    {
      ddl: 'CREATE FUNCTION loose() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT 1 $$',
      finds: 'loose()',
    },
    { ddl: 'ALTER FUNCTION due_numbers(timestamptz) SECURITY INVOKER', finds: 'due_numbers is missing' },
  ],
  'every function pins its search_path': [
    { ddl: 'ALTER FUNCTION due_numbers(timestamptz) RESET search_path', finds: 'due_numbers' },
    { ddl: 'CREATE FUNCTION loose() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$', finds: 'loose()' },
  ],
  'nothing is granted to PUBLIC': [
    { ddl: 'GRANT SELECT ON contacts TO PUBLIC', finds: 'contacts' },
    { ddl: 'GRANT SELECT (id) ON contacts TO PUBLIC', finds: 'contacts' },
    { ddl: 'GRANT EXECUTE ON FUNCTION due_numbers(timestamptz) TO PUBLIC', finds: 'due_numbers' },
    { ddl: 'GRANT USAGE ON SCHEMA audit TO PUBLIC', finds: 'audit' },
    {
      ddl: 'CREATE FUNCTION loose() RETURNS int LANGUAGE sql SET search_path = pg_catalog AS $$ SELECT 1 $$; GRANT EXECUTE ON FUNCTION loose() TO PUBLIC',
      finds: 'loose()',
    },
  ],
  'online roles are neither superuser nor BYPASSRLS, and no road leads from them to a role that is': [
    { ddl: 'ALTER ROLE belfry_app BYPASSRLS', finds: 'belfry_app' },
    { ddl: 'ALTER ROLE belfry_sequencer SUPERUSER', finds: 'belfry_sequencer' },
    { ddl: 'ALTER ROLE belfry_app CREATEROLE', finds: 'belfry_app' },
    { ddl: 'GRANT belfry_across TO belfry_app', finds: 'belfry_across' },
    { ddl: 'GRANT belfry_owner TO belfry_sequencer', finds: 'belfry_owner' },
    { ddl: 'GRANT pg_read_all_data TO belfry_app', finds: 'pg_read_all_data' },
  ],
  'online roles own nothing and may create nothing': [
    { ddl: 'ALTER TABLE contacts OWNER TO belfry_app', finds: 'contacts' },
    { ddl: 'ALTER FUNCTION due_numbers(timestamptz) OWNER TO belfry_sequencer', finds: 'due_numbers' },
    { ddl: 'ALTER SCHEMA audit OWNER TO belfry_app', finds: 'audit' },
    { ddl: 'GRANT CREATE ON SCHEMA public TO belfry_app', finds: 'public' },
  ],
  'online roles hold no right that goes round the fence': [
    { ddl: 'GRANT TRUNCATE ON contacts TO belfry_app', finds: 'contacts' },
    { ddl: 'GRANT REFERENCES ON contacts TO belfry_app', finds: 'contacts' },
    { ddl: 'GRANT TRIGGER ON audit.staging TO belfry_sequencer', finds: 'audit.staging' },
  ],
  'the role that reads across agencies can neither log in nor bypass, and is nobody else': [
    { ddl: 'ALTER ROLE belfry_across LOGIN', finds: 'belfry_across' },
    { ddl: 'ALTER ROLE belfry_across BYPASSRLS', finds: 'belfry_across' },
    { ddl: 'GRANT pg_read_all_data TO belfry_across', finds: 'belfry_across' },
  ],
  'no sequence is exposed': [
    { ddl: 'GRANT USAGE ON SEQUENCE audit.staging_id_seq TO belfry_app', finds: 'audit.staging_id_seq' },
  ],
  'history is append-only': [
    { ddl: 'GRANT UPDATE ON message_events TO belfry_app', finds: 'message_events' },
    { ddl: 'GRANT DELETE ON consent_events TO belfry_app', finds: 'consent_events' },
    { ddl: 'GRANT UPDATE ON audit.entries TO belfry_app', finds: 'audit.entries' },
    { ddl: 'GRANT UPDATE (entry) ON audit.entries TO belfry_app', finds: 'audit.entries' },
    { ddl: 'GRANT DELETE ON audit.entries TO belfry_sequencer', finds: 'audit.entries' },
    { ddl: 'GRANT DELETE ON audit.staging TO belfry_app', finds: 'audit.staging' },
    { ddl: 'GRANT DELETE ON audit.details TO belfry_app', finds: 'audit.details' },
    { ddl: 'GRANT UPDATE ON template_versions TO belfry_app', finds: 'template_versions' },
  ],
};
