import { randomBytes, randomInt } from 'node:crypto';
import type { Client } from 'pg';
import { newId, PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';

interface Column {
  readonly name: string;
  readonly type: string;
}

/** A table that holds rows of agencies, as the catalogue describes it. */
export interface AgencyTable {
  readonly name: string;
  /** Columns that a row must give. */
  readonly columns: readonly Column[];
  /** Rows of the platform only: its people, its portfolios, its inbox. */
  readonly isPlatformOnly: boolean;
  readonly grants: readonly string[];
}

/** Values that a CHECK or a unique index demands; everything else follows from the type of the column. */
const VALUES: Readonly<Record<string, () => unknown>> = {
  'agencies.slug': () => `made-${randomBytes(6).toString('hex')}`,
  'audit.logs.kind': () => 'agency',
  'audit.logs.origin': () => `made/${randomBytes(6).toString('hex')}`,
  'api_keys.mode': () => 'live',
  'callback_deliveries.state': () => 'waiting',
  'callback_endpoints.scheme': () => 'v1a',
  'console_events.topic': () => 'messages',
  'contact_identities.kind': () => 'phone',
  'contact_keys.salt': () => randomBytes(16),
  'consent_events.event': () => 'granted',
  'consent_events.method': () => 'web',
  'consent_state.state': () => 'granted',
  'daily_counters.kind': () => 'accepted',
  'data_keys.key_class': () => 'data',
  'data_keys.state': () => 'readable',
  'media.origin': () => 'uploaded',
  'media.state': () => 'receiving',
  'media_jobs.task': () => 'scan',
  'media_uses.used_by': () => 'template',
  'memberships.role': () => 'auditor',
  'message_events.kind': () => 'status',
  'mails.state': () => 'sent',
  'message_prices.calling_code': () => '44',
  'message_prices.category': () => 'UTILITY',
  'message_prices.currency': () => 'EUR',
  'messages.direction': () => 'outbound',
  'messages.mode': () => 'live',
  'messages.state': () => 'accepted',
  'number_attempts.outcome': () => 'pending',
  'number_changes.field': () => 'quality',
  'phone_numbers.meta_phone_number_id': () => String(randomInt(1_000_000_000)),
  'phone_numbers.waba_id': () => String(randomInt(1_000_000_000)),
  'purposes.basis': () => 'public_task',
  'purposes.category': () => 'service',
  'purposes.in_doubt_policy': () => 'hold',
  'purposes.objectable': () => true,
  'sign_in_challenges.kind': () => 'step-up',
  'spend_budgets.currency': () => 'EUR',
  'sso_settings.group_roles': () => '{}',
  'suppressions.reason': () => 'legal',
  'suppressions.scope': () => 'all',
  'suppressions.subject_kind': () => 'phone',
  'switches.scope': () => 'number',
  'template_versions.parameter_format': () => 'NAMED',
  'templates.parameter_format': () => 'NAMED',
};

const BY_TYPE: Readonly<Record<string, () => unknown>> = {
  uuid: () => newId(),
  text: () => 'made',
  bytea: () => randomBytes(32),
  'text[]': () => ['made'],
  'bytea[]': () => [],
  'uuid[]': () => [],
  jsonb: () => '{}',
  boolean: () => false,
  smallint: () => 1,
  integer: () => 1,
  bigint: () => randomInt(1_000_000),
  'double precision': () => 1,
  'timestamp with time zone': () => new Date(),
  date: () => '2026-01-05',
};

/** Every table with agency data; partitions belong to their parents. */
export async function agencyTables(admin: Pick<Client, 'query'>): Promise<AgencyTable[]> {
  const { rows } = await admin.query<AgencyTable>(`
    SELECT CASE n.nspname WHEN 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END AS name,
      (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND a.attnotnull AND NOT a.atthasdef
          AND a.attidentity = '' AND a.attname <> 'agency_id') AS columns,
      EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c'
        AND pg_get_constraintdef(k.oid) LIKE 'CHECK ((agency_id = ''${PLATFORM_AGENCY_ID}''::uuid))') AS "isPlatformOnly",
      coalesce((SELECT array_agg(g.privilege_type::text) FROM aclexplode(c.relacl) g JOIN pg_roles r ON r.oid = g.grantee
        WHERE r.rolname = 'belfry_app'), '{}') AS grants
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'audit') AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migrations'
    ORDER BY 1`);
  return rows.map((row) => ({ ...row, columns: row.columns ?? [] }));
}

/** Writes a row of an agency as the superuser. Foreign keys rest: a row is here to be hidden, not to make sense. */
export async function makeRow(admin: Client, table: AgencyTable, agencyId: Uuid): Promise<void> {
  const { text, values } = insertOf(table, agencyId);
  await admin.query('SET session_replication_role = replica');
  try {
    await admin.query(text, values);
  } finally {
    await admin.query('RESET session_replication_role');
  }
}

export function insertOf({ name, columns }: AgencyTable, agencyId: Uuid): { text: string; values: unknown[] } {
  const names = ['agency_id', ...columns.map((column) => column.name)];
  const places = names.map((_, index) => `$${index + 1}`);
  return {
    text: `INSERT INTO ${name} (${names.join(', ')}) VALUES (${places.join(', ')})`,
    values: [agencyId, ...columns.map((column) => madeValue(name, column))],
  };
}

function madeValue(table: string, { name, type }: Column): unknown {
  const make = VALUES[`${table}.${name}`] ?? BY_TYPE[type];
  if (!make) throw new Error(`how to fill ${table}.${name} (${type}) is not known here`);
  return make();
}
