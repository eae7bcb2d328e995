import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export interface LoggedEntry {
  readonly seq: string;
  readonly id: Uuid;
  readonly entry: Buffer;
  readonly leafHash: Buffer;
}

/** What to look for, as it stands in the database. */
export interface EntryCriteria {
  readonly type?: string;
  readonly category?: string;
  readonly outcome?: string;
  readonly actorKind?: string;
  readonly actorId?: Uuid;
  readonly targetKind?: string;
  readonly targetId?: Uuid;
  readonly reason?: string;
  readonly from?: Date;
  readonly to?: Date;
  /** Only entries before this one. */
  readonly beforeSeq?: string;
}

/** The condition of each criterion; `?` is its place. */
const CONDITIONS: Readonly<Record<keyof EntryCriteria, string>> = {
  type: 'type = ?::text',
  category: 'category = ?::text',
  outcome: 'outcome = ?::text',
  actorKind: 'actor_kind = ?::text',
  actorId: 'actor_id = ?::uuid',
  targetKind: 'target_kind = ?::text',
  targetId: 'target_id = ?::uuid',
  reason: 'reason = ?::text',
  from: 'occurred_at >= ?::timestamptz',
  to: 'occurred_at < ?::timestamptz',
  beforeSeq: 'seq < ?::bigint',
};

/** What entries that name a thing in their lines need not fit. */
const TARGET: ReadonlySet<keyof EntryCriteria> = new Set(['targetId', 'targetKind']);

/** Reads the sequenced log. */
@Injectable()
export class AuditLogRepository {
  /**
   * Newest first. The columns only filter; what is answered comes from the entry's exact bytes.
   * @param naming entries that fit the target although it is not theirs
   */
  async list(
    tx: AgencyTx,
    criteria: EntryCriteria,
    limit: number,
    naming: readonly Uuid[] = [],
  ): Promise<LoggedEntry[]> {
    const given = (Object.keys(CONDITIONS) as (keyof EntryCriteria)[]).filter((name) => criteria[name] !== undefined);
    const conditionOf = (name: keyof EntryCriteria) => CONDITIONS[name].replace('?', `$${given.indexOf(name) + 3}`);
    const isAboutTarget = (name: keyof EntryCriteria) => naming.length > 0 && TARGET.has(name);
    const conditions = given.filter((name) => !isAboutTarget(name)).map(conditionOf);
    const about = given.filter(isAboutTarget).map(conditionOf);
    if (about.length > 0) conditions.push(seqAmong(about.join(' AND '), `$${given.length + 3}`));
    const values = given.map((name) => criteria[name]);
    return tx.query<LoggedEntry>(
      `SELECT seq, event_id AS id, entry, leaf_hash AS "leafHash" FROM audit.entries
       WHERE ${['agency_id = $1', ...conditions].join(' AND ')} ORDER BY seq DESC LIMIT $2`,
      [tx.agencyId, limit, ...values, ...(about.length > 0 ? [naming] : [])],
    );
  }

  /** Its month is not known for sure: the id tells when it was written, `occurred_at` when it happened, weeks before at most. */
  async find(tx: AgencyTx, id: Uuid): Promise<LoggedEntry | null> {
    const rows = await tx.query<LoggedEntry>(
      `SELECT seq, event_id AS id, entry, leaf_hash AS "leafHash" FROM audit.entries WHERE agency_id = $1 AND event_id = $2`,
      [tx.agencyId, id],
    );
    return rows[0] ?? null;
  }
}

/** Two look-ups, each by its own index: joined by OR they would be asked of every entry of the agency. */
function seqAmong(condition: string, ids: string): string {
  return `seq = ANY (ARRAY(SELECT seq FROM audit.entries WHERE agency_id = $1 AND ${condition}
    UNION ALL SELECT seq FROM audit.entries WHERE agency_id = $1 AND event_id = ANY (${ids}::uuid[])))`;
}
