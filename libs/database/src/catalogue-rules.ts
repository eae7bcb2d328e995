import { ACROSS_AGENCIES_FUNCTIONS } from './across-agencies.js';

/** One rule of isolation, as a query that answers nothing when it holds and one line of text per violation when not. */
export interface CatalogueRule {
  readonly name: string;
  readonly sql: string;
}

const OURS = `n.nspname IN ('public', 'audit')`;
const ONLINE_ROLES = `('belfry_app', 'belfry_sequencer')`;

/** Tables without an agency: TypeORM's own list of migrations. */
const NOT_AGENCY_TABLES = `('migrations')`;

/**
 * Unique indexes that do not lead with the agency, each with its reason. Random ids are no oracle; a log's serial number and
 * Meta's id of a number are given out by the platform only.
 */
export const UNIQUE_INDEX_EXCEPTIONS: Readonly<Record<string, string>> = {
  agencies_slug_key: 'slugs are public names',
  phone_numbers_meta_key: 'routing of webhooks must be unambiguous; only onboarding writes it',
  logs_pkey: 'log_id is a serial number of the platform',
  logs_origin_key: 'the origin holds the agency',
  staging_pkey: 'never readable by the app',
  staging_event_id_key: 'random id',
  entries_pkey: 'leads with log_id, one log per agency',
  details_pkey: 'random id',
  migrations_pkey: 'not agency data',
};

/** Foreign keys that reach into the platform's own rows, which no agency can see. */
const FOREIGN_KEY_EXCEPTIONS = `('memberships_platform_id_user_id_fkey', 'phone_numbers_platform_id_portfolio_id_fkey',
  'sso_links_platform_id_user_id_fkey')`;

/** Who holds what on the table `c`, as a whole or on one of its columns. */
const GRANTS = `LATERAL (
        SELECT g.grantee, g.privilege_type FROM aclexplode(c.relacl) AS g
        UNION SELECT g.grantee, g.privilege_type FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) AS g
          WHERE a.attrelid = c.oid) AS g`;

const list = (names: readonly string[]) => `(${names.map((name) => `'${name}'`).join(', ')})`;

/** Partitions carry the names of their parents' indexes plus a suffix; only the parents' indexes are judged. */
export const CATALOGUE_RULES: readonly CatalogueRule[] = [
  {
    name: 'every table with agency data has forced row-level security',
    sql: `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${OURS} AND c.relkind IN ('r', 'p') AND c.relname NOT IN ${NOT_AGENCY_TABLES}
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
  },
  {
    name: 'every table has agency_id, not null',
    sql: `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${OURS} AND c.relkind IN ('r', 'p') AND c.relname NOT IN ${NOT_AGENCY_TABLES} AND NOT EXISTS (
        SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'agency_id' AND a.attnotnull)`,
  },
  {
    name: 'every table that the app may touch has the permissive and the RESTRICTIVE fence, and the owner policy',
    sql: `SELECT c.oid::regclass || ' lacks ' || w.policy FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN (VALUES ('allow', true), ('fence', false), ('owner_all', true)) AS w (policy, permissive)
      WHERE ${OURS} AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname NOT IN ${NOT_AGENCY_TABLES}
        AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = w.policy
          AND p.polpermissive = w.permissive AND p.polcmd = '*')`,
  },
  {
    name: 'the fence compares agency_id with the agency of the transaction, in USING and in WITH CHECK',
    sql: `SELECT p.polrelid::regclass::text FROM pg_policy p WHERE p.polname = 'fence' AND NOT (
      pg_get_expr(p.polqual, p.polrelid) LIKE '(agency_id = ( SELECT (NULLIF(current_setting(''app.agency_id''%'
      AND pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid)
      AND p.polroles = ARRAY(SELECT oid FROM pg_roles WHERE rolname = 'belfry_app'))`,
  },
  {
    name: 'no policy other than the fence speaks to the app, and none to everybody',
    sql: `SELECT p.polrelid::regclass || '.' || p.polname FROM pg_policy p
      WHERE (0 = ANY (p.polroles) OR EXISTS (SELECT 1 FROM pg_roles r WHERE r.oid = ANY (p.polroles) AND r.rolname = 'belfry_app'))
        AND p.polname NOT IN ('allow', 'fence')`,
  },
  {
    name: 'partitions are granted to nobody',
    sql: `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN ${GRANTS} WHERE ${OURS} AND c.relispartition AND c.relkind IN ('r', 'p') AND g.grantee <> c.relowner`,
  },
  {
    name: 'every unique index leads with agency_id',
    sql: `SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE ${OURS} AND i.indisunique AND NOT c.relispartition AND a.attname IS DISTINCT FROM 'agency_id'
        AND c.relname NOT IN ${NOT_AGENCY_TABLES} AND x.relname NOT IN ${list(Object.keys(UNIQUE_INDEX_EXCEPTIONS))}`,
  },
  {
    name: 'every foreign key between agency tables holds agency_id on both sides',
    sql: `SELECT k.conrelid::regclass || '.' || k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${OURS} AND k.contype = 'f' AND k.conparentid = 0 AND k.conname NOT IN ${FOREIGN_KEY_EXCEPTIONS} AND NOT EXISTS (
        SELECT 1 FROM generate_subscripts(k.conkey, 1) AS s
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[s] AND a.attname = 'agency_id'
        JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[s] AND b.attname = 'agency_id')`,
  },
  {
    name: 'views run with the rights of who asks',
    sql: `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${OURS} AND c.relkind = 'v' AND NOT coalesce(c.reloptions, '{}') @> ARRAY['security_invoker=true']`,
  },
  {
    name: 'there are no materialised views',
    sql: `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${OURS} AND c.relkind = 'm'`,
  },
  {
    name: 'no column is a Postgres enum, which loses its index under row-level security',
    sql: `SELECT a.attrelid::regclass || '.' || a.attname FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_type e ON e.oid = t.typelem JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS}
        AND 'e' IN (t.typtype, e.typtype)`,
  },
  {
    name: 'SECURITY DEFINER functions are exactly the allowed ones',
    sql: `SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE ${OURS} AND p.prosecdef AND p.proname NOT IN ${list(ACROSS_AGENCIES_FUNCTIONS)}
      UNION ALL SELECT w.name || ' is missing' FROM (VALUES ${ACROSS_AGENCIES_FUNCTIONS.map((name) => `('${name}')`).join(', ')})
        AS w (name) WHERE NOT EXISTS (SELECT 1 FROM pg_proc p WHERE p.proname = w.name AND p.prosecdef)`,
  },
  {
    name: 'every function pins its search_path',
    sql: `SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE ${OURS} AND NOT EXISTS (SELECT 1 FROM unnest(p.proconfig) AS s WHERE s LIKE 'search_path=%')`,
  },
  {
    name: 'nothing is granted to PUBLIC',
    sql: `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        CROSS JOIN ${GRANTS} WHERE ${OURS} AND g.grantee = 0
      UNION ALL SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE ${OURS} AND (p.proacl IS NULL OR EXISTS (SELECT 1 FROM aclexplode(p.proacl) g WHERE g.grantee = 0))
      UNION ALL SELECT n.nspname FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) AS g
        WHERE ${OURS} AND g.grantee = 0`,
  },
  {
    name: 'online roles are neither superuser nor BYPASSRLS, and no road leads from them to a role that is',
    sql: `WITH RECURSIVE reach AS (
        SELECT r.oid FROM pg_roles r WHERE r.rolname IN ${ONLINE_ROLES}
        UNION SELECT m.roleid FROM pg_auth_members m JOIN reach ON reach.oid = m.member)
      SELECT r.rolname FROM reach JOIN pg_roles r USING (oid)
      WHERE r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolname NOT IN ${ONLINE_ROLES}`,
  },
  {
    name: 'online roles own nothing and may create nothing',
    sql: `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname IN ${ONLINE_ROLES}
      UNION ALL SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner WHERE r.rolname IN ${ONLINE_ROLES}
      UNION ALL SELECT n.nspname FROM pg_namespace n JOIN pg_roles r ON r.rolname IN ${ONLINE_ROLES}
        WHERE ${OURS} AND has_schema_privilege(r.oid, n.oid, 'CREATE')`,
  },
  {
    // TRUNCATE knows no policies, a foreign key tells whether a row is there, and a trigger runs with the rights of others.
    name: 'online roles hold no right that goes round the fence',
    sql: `SELECT c.oid::regclass || ': ' || g.privilege_type FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN ${GRANTS} JOIN pg_roles r ON r.oid = g.grantee
      WHERE ${OURS} AND r.rolname IN ${ONLINE_ROLES} AND g.privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')`,
  },
  {
    name: 'the role that reads across agencies can neither log in nor bypass, and is nobody else',
    sql: `SELECT r.rolname FROM pg_roles r WHERE r.rolname = 'belfry_across' AND (r.rolcanlogin OR r.rolsuper OR r.rolbypassrls
        OR EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid))`,
  },
  {
    name: 'no sequence is exposed',
    sql: `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN LATERAL aclexplode(c.relacl) AS g JOIN pg_roles r ON r.oid = g.grantee
      WHERE ${OURS} AND c.relkind = 'S' AND r.rolname IN ${ONLINE_ROLES}`,
  },
  {
    name: 'history is append-only',
    sql: `SELECT c.oid::regclass || ' may be changed by ' || r.rolname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN ${GRANTS} JOIN pg_roles r ON r.oid = g.grantee
      WHERE ${OURS} AND g.privilege_type IN ('UPDATE', 'DELETE') AND (r.rolname, c.oid) IN (
        ('belfry_sequencer', 'audit.entries'::regclass), ('belfry_app', 'public.message_events'::regclass),
        ('belfry_app', 'public.consent_events'::regclass), ('belfry_app', 'public.template_versions'::regclass),
        ('belfry_app', 'audit.entries'::regclass), ('belfry_app', 'audit.staging'::regclass),
        ('belfry_app', 'audit.details'::regclass), ('belfry_app', 'audit.logs'::regclass))`,
  },
];
