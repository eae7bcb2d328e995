import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export type MessageEventKind = 'attempt' | 'outcome' | 'status' | 'move';

/** One line of a message's history. `(message, attempt, kind, seq)` is unique, so a repeated line changes nothing. */
export interface MessageEvent {
  readonly messageId: Uuid;
  readonly attempt: number;
  readonly kind: MessageEventKind;
  readonly seq: number;
  readonly status: string;
  readonly recordedAt: Date;
  readonly providerTs?: Date | null;
  readonly httpStatus?: number | null;
  readonly providerCode?: number | null;
  readonly detail?: Readonly<Record<string, unknown>> | null;
}

/** An attempt whose line of the record stands in an entry with others. */
export interface NamedAttempt {
  readonly messageId: Uuid;
  readonly attempt: number;
  readonly recordedAt: Date;
}

/** The only file that touches `message_events`, which is append-only. */
@Injectable()
export class MessageEventsRepository {
  async add(tx: AgencyTx, events: readonly MessageEvent[]): Promise<void> {
    if (events.length === 0) return;
    await tx.execute(
      `INSERT INTO message_events (agency_id, message_id, attempt, kind, seq, status, recorded_at, provider_ts, http_status,
         provider_code, detail)
       SELECT $1, e.* FROM unnest($2::uuid[], $3::int[], $4::text[], $5::smallint[], $6::text[], $7::timestamptz[],
         $8::timestamptz[], $9::smallint[], $10::int[], $11::jsonb[]) AS e
       ON CONFLICT DO NOTHING`,
      [
        tx.agencyId,
        events.map((event) => event.messageId),
        events.map((event) => event.attempt),
        events.map((event) => event.kind),
        events.map((event) => event.seq),
        events.map((event) => event.status),
        events.map((event) => event.recordedAt),
        events.map((event) => event.providerTs ?? null),
        events.map((event) => event.httpStatus ?? null),
        events.map((event) => event.providerCode ?? null),
        events.map((event) => (event.detail ? JSON.stringify(event.detail) : null)),
      ],
    );
  }

  /**
   * The committed intent to send. An attempt is opened once, by the claim that counts it, so no line is there yet.
   * @param entryId the entry that is about them all, when there is one
   */
  async addAttempts(
    tx: AgencyTx,
    attempts: readonly { readonly messageId: Uuid; readonly attempt: number }[],
    at: Date,
    entryId?: Uuid,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO message_events (agency_id, message_id, attempt, kind, seq, status, recorded_at, entry_id)
       SELECT $1, a.message_id, a.attempt, 'attempt', 0, 'sending', $4, $5
       FROM unnest($2::uuid[], $3::int[]) AS a (message_id, attempt)`,
      [
        tx.agencyId,
        attempts.map(({ messageId }) => messageId),
        attempts.map(({ attempt }) => attempt),
        at,
        entryId ?? null,
      ],
    );
  }

  /** Entries that are about attempts of the message among others. */
  async entriesOf(tx: AgencyTx, messageId: Uuid): Promise<Uuid[]> {
    const rows = await tx.query<{ id: Uuid }>(
      `SELECT DISTINCT entry_id AS id FROM message_events
       WHERE agency_id = $1 AND message_id = $2 AND kind = 'attempt' AND entry_id IS NOT NULL`,
      [tx.agencyId, messageId],
    );
    return rows.map(({ id }) => id);
  }

  /** Attempts that name the entry. Reads all of the agency's history: for checking, which nobody waits for. */
  async attemptsNaming(tx: AgencyTx, entryId: Uuid): Promise<NamedAttempt[]> {
    return tx.query<NamedAttempt>(
      `SELECT message_id AS "messageId", attempt, recorded_at AS "recordedAt" FROM message_events
       WHERE agency_id = $1 AND entry_id = $2 ORDER BY message_id, attempt`,
      [tx.agencyId, entryId],
    );
  }

  async ofMessage(tx: AgencyTx, messageId: Uuid): Promise<MessageEvent[]> {
    return tx.query<MessageEvent>(
      `SELECT message_id AS "messageId", attempt, kind, seq, status, recorded_at AS "recordedAt", provider_ts AS "providerTs",
         http_status AS "httpStatus", provider_code AS "providerCode", detail
       FROM message_events WHERE agency_id = $1 AND message_id = $2 ORDER BY attempt, recorded_at`,
      [tx.agencyId, messageId],
    );
  }

  /** How often each message was already sent again by policy; a second doubt is not settled by a blind third try. */
  async countResends(tx: AgencyTx, messageIds: readonly Uuid[]): Promise<Map<Uuid, number>> {
    const rows = await tx.query<{ id: Uuid; n: number }>(
      `SELECT message_id AS id, count(*)::int AS n FROM message_events
       WHERE agency_id = $1 AND message_id = ANY ($2) AND kind = 'move' AND status = 'resend' GROUP BY message_id`,
      [tx.agencyId, messageIds],
    );
    return new Map(rows.map((row) => [row.id, row.n]));
  }
}
