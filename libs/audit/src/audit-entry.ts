import type { ActorKind, Uuid } from '#libs/kernel';
import { AuditRecordError } from './audit.errors.js';
import type { EntryOutcome } from './entry-types.js';

/** Version 1 of an entry, as README.md and entry-schema.json describe it. A field without a value is left out. */
export interface AuditEntry {
  readonly actor: { readonly id: Uuid; readonly kind: ActorKind; readonly role?: string };
  readonly agency: Uuid;
  /** UTC with six decimals. */
  readonly at: string;
  readonly basis?: string;
  readonly category: string;
  readonly commit?: string;
  readonly id: Uuid;
  readonly ip?: string;
  readonly outcome: EntryOutcome;
  readonly reason?: string;
  readonly req?: Uuid;
  readonly target?: { readonly id: Uuid; readonly kind: string };
  readonly type: string;
  readonly v: 1;
}

/** Room for every field at its longest; the sequencer and the tree allow far more. */
export const ENTRY_MAX_BYTES = 2048;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const CODE = /^[a-z0-9][a-z0-9_.:-]{0,99}$/;

/** The form of each value. No form has room for free text, a phone number in full or a character that JSON escapes. */
export const ENTRY_FORMS = {
  'actor.id': UUID,
  'actor.kind': /^(?:user|api_key|system|citizen|provider)$/,
  'actor.role': /^[a-z][a-z0-9_]{0,49}$/,
  agency: UUID,
  at: /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z$/,
  basis: CODE,
  category: /^[a-z][a-z_]{0,29}$/,
  commit: /^[A-Za-z0-9+/]{43}=$/,
  id: UUID,
  ip: /^(?:[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.0\/24|[0-9a-f:]{2,16}\/48)$/,
  outcome: /^(?:success|denied|failure|unknown)$/,
  reason: CODE,
  req: UUID,
  'target.id': UUID,
  'target.kind': /^[a-z][a-z0-9_]{0,49}$/,
  type: /^[a-z][a-z_]{0,29}(?:\.[a-z][a-z_]{0,39}){1,3}$/,
} as const;

export const ACTOR_KINDS = ['user', 'api_key', 'system', 'citizen', 'provider'] as const satisfies readonly ActorKind[];

type Field = keyof typeof ENTRY_FORMS;

/**
 * The canonical text (RFC 8785) of an entry, which is what is hashed and stored. Thousands are written a second, so it is
 * put together by hand in key order; the forms leave nothing to escape, and a test holds it against a JCS library.
 */
export function writeEntry(entry: AuditEntry): string {
  const { actor, target, category, type } = entry;
  if (!type.startsWith(`${category}.`)) throw new AuditRecordError('category', 'is not that of the type');
  return `{"actor":{${part('actor.id', 'id', actor.id)},${part('actor.kind', 'kind', actor.kind)}${optional(
    'actor.role',
    'role',
    actor.role,
  )}},${part('agency', 'agency', entry.agency)},${part('at', 'at', entry.at)}${optional(
    'basis',
    'basis',
    entry.basis,
  )},${part('category', 'category', category)}${optional('commit', 'commit', entry.commit)},${part(
    'id',
    'id',
    entry.id,
  )}${optional('ip', 'ip', entry.ip)},${part('outcome', 'outcome', entry.outcome)}${optional(
    'reason',
    'reason',
    entry.reason,
  )}${optional('req', 'req', entry.req)}${
    target ? `,"target":{${part('target.id', 'id', target.id)},${part('target.kind', 'kind', target.kind)}}` : ''
  },${part('type', 'type', type)},"v":1}`;
}

/** Reads the exact bytes of an entry. Bytes that this release would have written differently are refused. */
export function readEntry(bytes: Buffer): AuditEntry {
  if (bytes.length > ENTRY_MAX_BYTES) throw new AuditRecordError('entry', 'is too long');
  const text = bytes.toString('utf8');
  const entry = parse(text);
  if (writeEntry(entry) !== text) throw new AuditRecordError('entry', 'is not in canonical form');
  return entry;
}

/** A moment as entries write it. The clock has milliseconds; the last three digits are kept for a finer one. */
export function entryTime(at: Date): string {
  return `${at.toISOString().slice(0, -1)}000Z`;
}

function part(field: Field, key: string, value: string): string {
  if (typeof value !== 'string' || !ENTRY_FORMS[field].test(value))
    throw new AuditRecordError(field, 'has not the form that the schema sets');
  return `"${key}":"${value}"`;
}

function optional(field: Field, key: string, value: string | undefined): string {
  return value === undefined ? '' : `,${part(field, key, value)}`;
}

function parse(text: string): AuditEntry {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'actor' in value && 'type' in value) return value as AuditEntry;
  } catch {
    // answered below
  }
  throw new AuditRecordError('entry', 'is not an entry in JSON');
}
