import { Inject, Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { sqlState } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { ENTRY_TYPES } from './entry-types.js';
import { type SequencedEntry, type StagedRow, toSequenced } from './sequenced-entry.js';
import { MonthMissing, UnreadableEntries } from './sequencer.errors.js';

/** Injection token of the pool that logs in as `belfry_sequencer`. */
export const SEQUENCER_POOL = Symbol('SEQUENCER_POOL');

/** Logs that one worker appends to at a time. */
export const SEQUENCER_LANES = 2;

export interface WaitingLog {
  readonly agencyId: Uuid;
  /** Null when the agency has no log. */
  readonly state: 'open' | 'frozen' | null;
}

export interface BatchRequest {
  readonly limit: number;
  /** Staged rows to leave where they are. */
  readonly except: readonly string[];
}

interface LogHead {
  readonly logId: number;
  readonly size: string;
}

/** Moves entries from staging into the log. The only file that runs as `belfry_sequencer`, across all agencies. */
@Injectable()
export class SequencerRepository {
  constructor(@Inject(SEQUENCER_POOL) private readonly pool: Pool) {}

  /** Agencies with staged entries, found by leaping along the index: its cost grows with agencies, not with entries. */
  async waiting(): Promise<WaitingLog[]> {
    const { rows } = await this.pool.query<WaitingLog>(`
      WITH RECURSIVE leap AS (
        (SELECT agency_id FROM audit.staging ORDER BY agency_id LIMIT 1)
        UNION ALL
        SELECT (SELECT s.agency_id FROM audit.staging s WHERE s.agency_id > leap.agency_id ORDER BY s.agency_id LIMIT 1)
        FROM leap WHERE leap.agency_id IS NOT NULL
      )
      SELECT leap.agency_id AS "agencyId", l.state
      FROM leap LEFT JOIN audit.logs l ON l.agency_id = leap.agency_id
      WHERE leap.agency_id IS NOT NULL`);
    return rows;
  }

  /**
   * Appends one batch to an agency's log in one transaction. A crash anywhere rolls back: nothing is lost, nothing twice.
   * @returns how many entries were appended; 0 when the log is frozen or another worker is at it
   */
  async appendBatch(agencyId: Uuid, { limit, except }: BatchRequest): Promise<number> {
    return this.transaction(async (client) => {
      const head = await lockHead(client, agencyId);
      if (!head) return 0;
      const staged = await takeStaged(client, agencyId, limit, except);
      if (staged.length === 0) return 0;
      const entries = readAll(agencyId, staged);
      await insertEntries(client, agencyId, head, entries);
      await client.query('UPDATE audit.logs SET size = size + $2 WHERE log_id = $1', [head.logId, entries.length]);
      return entries.length;
    });
  }

  /** The months that have a partition, as `2026_11`. */
  async months(): Promise<Set<string>> {
    const { rows } = await this.pool.query<{ month: string }>(`
      SELECT right(c.relname, 7) AS month FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'audit.entries'::regclass`);
    return new Set(rows.map((row) => row.month));
  }

  private async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      const rolledBack = await client.query('ROLLBACK').then(
        () => true,
        () => false,
      );
      client.release(!rolledBack);
      throw error;
    }
  }
}

/** The row lock is what makes `seq` gapless: one writer a log, different logs side by side. */
async function lockHead(client: PoolClient, agencyId: Uuid): Promise<LogHead | undefined> {
  const { rows } = await client.query<LogHead>(
    `SELECT log_id AS "logId", size FROM audit.logs WHERE agency_id = $1 AND state = 'open' FOR UPDATE SKIP LOCKED`,
    [agencyId],
  );
  return rows[0];
}

/** In the order of staging. A row that commits late although its id is low simply comes with a later batch. */
async function takeStaged(client: PoolClient, agencyId: Uuid, limit: number, except: readonly string[]) {
  const { rows } = await client.query<StagedRow>(
    `DELETE FROM audit.staging WHERE agency_id = $1 AND id IN (
       SELECT id FROM audit.staging WHERE agency_id = $1 AND id <> ALL($3::bigint[]) ORDER BY id LIMIT $2)
     RETURNING id, event_id AS "eventId", entry`,
    [agencyId, limit, except],
  );
  return rows.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
}

function readAll(agencyId: Uuid, staged: readonly StagedRow[]): SequencedEntry[] {
  const entries: SequencedEntry[] = [];
  const unreadable: { row: StagedRow; reason: string }[] = [];
  for (const row of staged) {
    try {
      entries.push(toSequenced(agencyId, row));
    } catch (error) {
      unreadable.push({ row, reason: error instanceof Error ? error.message : 'unknown' });
    }
  }
  if (unreadable.length > 0) throw new UnreadableEntries(unreadable);
  return entries;
}

async function insertEntries(
  client: PoolClient,
  agencyId: Uuid,
  head: LogHead,
  entries: readonly SequencedEntry[],
): Promise<void> {
  const columns = PROJECTION.map(({ value }) => entries.map(value));
  try {
    await client.query(INSERT, [
      head.logId,
      head.size,
      agencyId,
      entries.map(({ text }) => text).join('\n'),
      Buffer.concat(entries.map((entry) => entry.leafHash)),
      ...columns,
    ]);
  } catch (error) {
    throw sqlState(error) === NO_PARTITION ? new MonthMissing(entries, error) : error;
  }
}

/** "no partition of relation found for row" is a check violation. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const NO_PARTITION = '23514';

type ColumnValue = string | number | null;

interface ProjectedColumn {
  readonly name: string;
  readonly type: string;
  readonly value: (entry: SequencedEntry) => ColumnValue;
}

/** The columns that filters use, each taken from the entry and never hashed on its own. */
const PROJECTION: readonly ProjectedColumn[] = [
  { name: 'event_id', type: 'uuid', value: ({ says }) => says.id },
  { name: 'occurred_at', type: 'timestamptz', value: ({ says }) => says.at },
  { name: 'type', type: 'text', value: ({ says }) => says.type },
  { name: 'category', type: 'text', value: ({ says }) => says.category },
  { name: 'outcome', type: 'text', value: ({ says }) => says.outcome },
  { name: 'severity', type: 'smallint', value: ({ says }) => ENTRY_TYPES.get(says.type)?.severity ?? 0 },
  { name: 'actor_kind', type: 'text', value: ({ says }) => says.actor.kind },
  { name: 'actor_id', type: 'uuid', value: ({ says }) => says.actor.id },
  { name: 'actor_role', type: 'text', value: ({ says }) => says.actor.role ?? null },
  { name: 'target_kind', type: 'text', value: ({ says }) => says.target?.kind ?? null },
  { name: 'target_id', type: 'uuid', value: ({ says }) => says.target?.id ?? null },
  {
    name: 'subject_id',
    type: 'uuid',
    value: ({ says: { target } }) => (target?.kind === 'contact' ? target.id : null),
  },
  { name: 'basis', type: 'text', value: ({ says }) => says.basis ?? null },
  { name: 'reason', type: 'text', value: ({ says }) => says.reason ?? null },
  { name: 'request_id', type: 'uuid', value: ({ says }) => says.req ?? null },
  { name: 'source_ip', type: 'inet', value: ({ says }) => says.ip ?? null },
];

const FIRST_COLUMN = 6;
const NAMES = PROJECTION.map(({ name }) => name).join(', ');
const ARRAYS = PROJECTION.map(({ type }, index) => `$${index + FIRST_COLUMN}::${type}[]`).join(', ');

/** Entries and hashes travel as one text and one block of bytes: arrays of bytea would double their size. */
const INSERT = `
  INSERT INTO audit.entries (log_id, seq, agency_id, entry, leaf_hash, ${NAMES})
  SELECT $1, $2::bigint + e.n - 1, $3, convert_to(e.text, 'UTF8'), substring($5::bytea FROM (e.n::int - 1) * 32 + 1 FOR 32), ${NAMES}
  FROM unnest(string_to_array($4, E'\\n'), ${ARRAYS}) WITH ORDINALITY AS e (text, ${NAMES}, n)`;
