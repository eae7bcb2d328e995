import type { Uuid } from '#libs/kernel';
import type { SystemDatabase } from '../support/system.js';

export interface RecordedMessage {
  readonly id: Uuid;
  readonly agencyId: Uuid;
  readonly state: string;
  readonly attempts: number;
  readonly policy: string;
  readonly doubts: number;
  readonly resends: number;
  readonly anomaly: boolean;
  /** What the provider said of it, of every attempt, in no order. */
  readonly statuses: readonly string[];
}

/** What Belfry has written down, read behind the fence by the superuser. */
export class StoredFacts {
  constructor(private readonly database: SystemDatabase) {}

  async messages(): Promise<RecordedMessage[]> {
    const { rows } = await this.database.admin.query<RecordedMessage>(`
      SELECT m.id, m.agency_id AS "agencyId", m.state, m.in_doubt_policy AS policy, m.anomaly,
        count(*) FILTER (WHERE e.kind = 'attempt')::int AS attempts,
        count(DISTINCT e.attempt) FILTER (WHERE e.kind = 'move' AND e.status = 'doubt'
          OR e.kind = 'outcome' AND e.status = 'unknown')::int AS doubts,
        count(*) FILTER (WHERE e.kind = 'move' AND e.status = 'resend')::int AS resends,
        coalesce(array_agg(e.status) FILTER (WHERE e.kind = 'status'), '{}') AS statuses
      FROM messages m LEFT JOIN message_events e ON e.agency_id = m.agency_id AND e.message_id = m.id
      WHERE m.direction = 'outbound' GROUP BY m.agency_id, m.id, m.state, m.in_doubt_policy, m.anomaly`);
    return rows;
  }

  /** Attempts that the provider is known to have accepted, as `<message>:<attempt>`. */
  async acceptedAttempts(): Promise<Set<string>> {
    const { rows } = await this.database.admin.query<{ message_id: Uuid; attempt: number }>(
      'SELECT message_id, attempt FROM provider_ids',
    );
    return new Set(rows.map(({ message_id, attempt }) => `${message_id}:${attempt}`));
  }

  /** How many lines of each type the audit log holds, and whether every log counts without a gap. */
  async audit(): Promise<{ types: Map<string, number>; waiting: number; isGapless: boolean }> {
    const { rows } = await this.database.admin.query<{ type: string; n: number }>(
      // An entry about several attempts counts once for each attempt that names it.
      `SELECT type, sum(n)::int AS n FROM (
         SELECT 'message.dispatched' AS type, count(*) AS n FROM message_events e
         JOIN audit.entries a ON a.agency_id = e.agency_id AND a.event_id = e.entry_id AND a.type = 'message.batch_dispatched'
         UNION ALL SELECT type, count(*) FROM audit.entries GROUP BY type) AS lines GROUP BY type`,
    );
    const { rows: logs } = await this.database.admin.query<{ n: number; last: string; events: number }>(
      `SELECT count(*)::int AS n, max(seq) - min(seq) + 1 AS last, count(DISTINCT event_id)::int AS events
       FROM audit.entries GROUP BY log_id`,
    );
    const waiting = await this.count('audit.staging');
    return {
      types: new Map(rows.map(({ type, n }) => [type, n])),
      waiting,
      isGapless: logs.every(({ n, last, events }) => n === Number(last) && n === events),
    };
  }

  /** Messages that are due, leased or in doubt, and webhooks that nobody has understood yet. */
  async unfinished(): Promise<{ messages: number; webhooks: number }> {
    return {
      messages: await this.count('outbox_messages'),
      webhooks: await this.count("webhook_inbox WHERE state = 'new'"),
    };
  }

  /** Messages that were attempted and not settled: leased, in doubt, or waiting to be sent once more. */
  async countOpenAttempts(): Promise<number> {
    return this.count('outbox_messages WHERE attempted_at IS NOT NULL');
  }

  /** Messages whose intent to send is committed and whose outcome is not. */
  async countLeased(): Promise<number> {
    return this.count('outbox_messages WHERE state = 1');
  }

  async count(what: string): Promise<number> {
    const { rows } = await this.database.admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`);
    return rows[0]?.n ?? 0;
  }
}
