import { type FieldProblem, invalidRequest, SYSTEM_ACTOR_ID, type Uuid } from '#libs/kernel';
import type { EntryCriteria } from './audit-log.repository.js';
import type { JsonObject } from './plain-json.js';
import { entryKindOf, uuidOfAny } from './target-kinds.js';

/** What an auditor looks for; ids as the API shows them. */
export interface EntryFilters {
  readonly type?: string;
  readonly category?: string;
  readonly outcome?: string;
  readonly actorKind?: string;
  readonly actorId?: string;
  readonly targetKind?: string;
  readonly targetId?: string;
  readonly reason?: string;
  /** From this moment on. */
  readonly from?: Date;
  /** Before this moment. */
  readonly to?: Date;
}

/** @throws DomainError `invalid-request` naming each filter that cannot be read */
export function toCriteria(filters: EntryFilters, after?: string): EntryCriteria {
  const problems: FieldProblem[] = [];
  const read = (field: ReadField): string | undefined => {
    const text = field === 'after' ? after : filters[field];
    const value = text === undefined ? undefined : READERS[field].read(text);
    if (value === null) problems.push({ field, code: READERS[field].code, message: READERS[field].message });
    return value ?? undefined;
  };
  const criteria: EntryCriteria = {
    type: filters.type,
    category: filters.category,
    outcome: filters.outcome,
    actorKind: filters.actorKind,
    actorId: read('actorId'),
    targetKind: filters.targetKind && entryKindOf(filters.targetKind),
    targetId: read('targetId'),
    reason: filters.reason,
    from: filters.from,
    to: filters.to,
    beforeSeq: read('after'),
  };
  if (problems.length > 0) throw invalidRequest(problems);
  return criteria;
}

/** The filters as the record of a reading keeps them. */
export function toDetail(filters: EntryFilters): JsonObject {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]));
}

/** The cursor of the page after `seq`. Opaque: only what an answer gave in `next` is promised to work. */
export function cursorOf(seq: string): string {
  return Buffer.from(`seq:${seq}`).toString('base64url');
}

type ReadField = 'actorId' | 'targetId' | 'after';

interface Reader {
  readonly read: (text: string) => string | null;
  readonly code: string;
  readonly message: string;
}

const READERS: Readonly<Record<ReadField, Reader>> = {
  actorId: { read: actorUuid, code: 'not-an-id', message: 'actorId must be an id such as usr_… or key_…, or system' },
  targetId: { read: uuidOfAny, code: 'not-an-id', message: 'targetId must be an id with its prefix, such as msg_…' },
  after: { read: seqOf, code: 'not-allowed', message: 'after must be `next` of the page before' },
};

const LARGEST_SEQ = 2n ** 63n - 1n;

function actorUuid(text: string): Uuid | null {
  return text === 'system' ? SYSTEM_ACTOR_ID : uuidOfAny(text);
}

function seqOf(cursor: string): string | null {
  const digits = /^seq:(0|[1-9][0-9]{0,18})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  return digits !== undefined && BigInt(digits) <= LARGEST_SEQ ? digits : null;
}
