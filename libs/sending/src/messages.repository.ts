import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import {
  DUE_COLUMNS,
  type DueMessage,
  LOCKED_COLUMNS,
  type LockedMessage,
  MESSAGE_COLUMNS,
  type MessageRow,
  type NewInboundMessage,
  type NewMessage,
} from './message-row.js';
import { type MessageState, MOVES, rankOf } from './message-state.js';

export interface MessageFilter {
  readonly state?: MessageState;
  readonly direction?: 'outbound' | 'inbound';
  readonly contactIds?: readonly Uuid[];
  readonly referenceBidx?: readonly Buffer[];
  /** Keyset: only messages older than this one. */
  readonly after?: Uuid;
  readonly limit: number;
}

export interface StateCount {
  readonly direction: 'outbound' | 'inbound';
  readonly state: MessageState;
  readonly n: number;
}

interface ToldMessage {
  readonly id: Uuid;
  readonly attemptNo: number;
  readonly departmentId: Uuid | null;
}

export interface StateChange {
  readonly id: Uuid;
  readonly state: MessageState;
  readonly failureCode?: string | null;
  readonly isAnomaly?: boolean;
}

/** The only file that touches `messages`. */
@Injectable()
export class MessagesRepository {
  /** Writes accepted messages and their outbox rows in one statement, however many there are. */
  async insertAccepted(tx: AgencyTx, messages: readonly NewMessage[]): Promise<void> {
    await tx.execute(
      `WITH new AS (
         SELECT * FROM unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::int[], $9::text[], $10::text[],
           $11::text[], $12::smallint[], $13::text[], $14::uuid[], $15::int[], $16::bytea[], $17::bytea[], $18::text[],
           $19::timestamptz[], $20::timestamptz[], $21::timestamptz[], $22::uuid[], $25::boolean[], $2::uuid[], $26::uuid[])
         AS n (id, mode, phone_number_id, contact_id, purpose_id, purpose_version, basis, basis_ref, meta_optin_ref, lane, kind,
           template_id, template_version, body_sealed, reference_bidx, in_doubt_policy, accepted_at, not_before, expires_at,
           resend_of, quiet_override, department_id, event_id)
       ), inserted AS (
         INSERT INTO messages (agency_id, id, direction, mode, phone_number_id, contact_id, department_id, actor_kind, actor_id,
           purpose_id, purpose_version, basis, basis_ref, meta_optin_ref, lane, kind, template_id, template_version, body_sealed,
           reference_bidx, state, state_rank, in_doubt_policy, accepted_at, not_before, expires_at, state_at, resend_of,
           quiet_override)
         SELECT $1, id, 'outbound', mode, phone_number_id, contact_id, department_id, $23, $24, purpose_id, purpose_version, basis,
           basis_ref, meta_optin_ref, lane, kind, template_id, template_version, body_sealed, reference_bidx, 'accepted', 0,
           in_doubt_policy, accepted_at, not_before, expires_at, accepted_at, resend_of, quiet_override FROM new
       ), told AS (
         INSERT INTO outbox_events (agency_id, id, type, run_at, payload)
         SELECT $1, event_id, 'message.accepted', accepted_at, jsonb_strip_nulls(jsonb_build_object(
           'messageId', id, 'attempt', '0', 'at', accepted_at, 'departmentId', department_id))
         FROM new WHERE EXISTS (SELECT 1 FROM event_interests i WHERE i.agency_id = $1 AND i.type = 'message.accepted')
       )
       INSERT INTO outbox_messages (agency_id, message_id, phone_number_id, lane, run_at)
       SELECT $1, id, phone_number_id, lane, coalesce(not_before, accepted_at) FROM new`,
      [
        tx.agencyId,
        messages.map(({ departmentId }) => departmentId),
        ...columnsOf(messages, [
          'id',
          'mode',
          'phoneNumberId',
          'contactId',
          'purposeId',
          'purposeVersion',
          'basis',
          'basisRef',
          'metaOptInRef',
          'lane',
          'kind',
          'templateId',
          'templateVersion',
          'bodySealed',
          'referenceBidx',
          'inDoubtPolicy',
          'acceptedAt',
          'notBefore',
          'expiresAt',
          'resendOf',
        ]),
        tx.actor.kind,
        tx.actor.id,
        messages.map(({ quietOverride }) => quietOverride),
        messages.map(() => newId()),
      ],
    );
  }

  async insertInbound(tx: AgencyTx, messages: readonly NewInboundMessage[], now: Date): Promise<void> {
    await tx.execute(
      `WITH new AS (
         SELECT * FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::bytea[], $8::timestamptz[], $9::uuid[])
         AS n (id, mode, phone_number_id, contact_id, kind, body_sealed, received_at, event_id)
       ), told AS (
         INSERT INTO outbox_events (agency_id, id, type, run_at, payload)
         SELECT $1, event_id, 'message.received', $10::timestamptz, jsonb_build_object(
           'messageId', id, 'attempt', '0', 'at', received_at)
         FROM new WHERE EXISTS (SELECT 1 FROM event_interests i WHERE i.agency_id = $1 AND i.type = 'message.received')
       )
       INSERT INTO messages (agency_id, id, direction, mode, phone_number_id, contact_id, actor_kind, actor_id, lane, kind,
         body_sealed, state, state_rank, accepted_at, state_at)
       SELECT $1, id, 'inbound', mode, phone_number_id, contact_id, 'citizen', contact_id, 1, kind, body_sealed, 'received', 0,
         received_at, received_at FROM new`,
      [
        tx.agencyId,
        ...columnsOf(messages, ['id', 'mode', 'phoneNumberId', 'contactId', 'kind', 'bodySealed', 'receivedAt']),
        messages.map(() => newId()),
        now,
      ],
    );
  }

  /** Who sent each of these messages that came in. */
  async listSenders(tx: AgencyTx, ids: readonly Uuid[]): Promise<Map<Uuid, Uuid>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: Uuid; contact_id: Uuid }>(
      `SELECT id, contact_id FROM messages WHERE agency_id = $1 AND id = ANY ($2) AND direction = 'inbound'`,
      [tx.agencyId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.contact_id]));
  }

  async find(tx: AgencyTx, id: Uuid): Promise<MessageRow | null> {
    const [row] = await tx.query<MessageRow>(
      `SELECT ${MESSAGE_COLUMNS} FROM messages m WHERE m.agency_id = $1 AND m.id = $2 AND ($3::text IS NULL OR m.mode = $3)`,
      [tx.agencyId, id, visibleMode(tx)],
    );
    return row ?? null;
  }

  async listByIds(tx: AgencyTx, ids: readonly Uuid[]): Promise<MessageRow[]> {
    return tx.query<MessageRow>(
      `SELECT ${MESSAGE_COLUMNS} FROM messages m WHERE m.agency_id = $1 AND m.id = ANY ($2)`,
      [tx.agencyId, ids],
    );
  }

  /** Those of these that the caller may know of. */
  async listVisible(tx: AgencyTx, ids: readonly Uuid[]): Promise<MessageRow[]> {
    return tx.query<MessageRow>(
      `SELECT ${MESSAGE_COLUMNS} FROM messages m
       WHERE m.agency_id = $1 AND m.id = ANY ($2) AND ($3::text IS NULL OR m.mode = $3)`,
      [tx.agencyId, ids, visibleMode(tx)],
    );
  }

  /** Which of these the caller may know of. */
  async visible(tx: AgencyTx, ids: readonly Uuid[]): Promise<Set<Uuid>> {
    const rows = await tx.query<{ id: Uuid }>(
      'SELECT id FROM messages WHERE agency_id = $1 AND id = ANY ($2) AND ($3::text IS NULL OR mode = $3)',
      [tx.agencyId, ids, visibleMode(tx)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Newest first. */
  async list(tx: AgencyTx, filter: MessageFilter): Promise<MessageRow[]> {
    return tx.query<MessageRow>(
      `SELECT ${MESSAGE_COLUMNS} FROM messages m
       WHERE m.agency_id = $1
         AND ($2::uuid IS NULL OR m.id < $2)
         AND ($3::text IS NULL OR m.state = $3)
         AND ($4::text IS NULL OR m.direction = $4)
         AND ($5::uuid[] IS NULL OR m.contact_id = ANY ($5))
         AND ($6::bytea[] IS NULL OR m.reference_bidx = ANY ($6))
         AND ($8::text IS NULL OR m.mode = $8)
       ORDER BY m.id DESC LIMIT $7`,
      [
        tx.agencyId,
        filter.after ?? null,
        filter.state ?? null,
        filter.direction ?? null,
        filter.contactIds ?? null,
        filter.referenceBidx ?? null,
        filter.limit,
        visibleMode(tx),
      ],
    );
  }

  /** Of these, the messages that are no repetition themselves and that nobody has repeated. */
  async listUnrepeated(tx: AgencyTx, ids: readonly Uuid[]): Promise<MessageRow[]> {
    return tx.query<MessageRow>(
      `SELECT ${MESSAGE_COLUMNS} FROM messages m
       WHERE m.agency_id = $1 AND m.id = ANY ($2) AND m.resend_of IS NULL
         AND NOT EXISTS (SELECT 1 FROM messages r WHERE r.agency_id = $1 AND r.resend_of = m.id)`,
      [tx.agencyId, ids],
    );
  }

  /** When the agency's day began. */
  async startOfDay(tx: AgencyTx): Promise<Date> {
    const [row] = await tx.query<{ at: Date }>(
      `SELECT date_trunc('day', now() AT TIME ZONE time_zone) AT TIME ZONE time_zone AS at FROM agencies WHERE agency_id = $1`,
      [tx.agencyId],
    );
    return row?.at ?? new Date();
  }

  /** Live messages from that id on, by direction and state. A range of the primary key. */
  async countSince(tx: AgencyTx, first: Uuid): Promise<StateCount[]> {
    return tx.query<StateCount>(
      `SELECT direction, state, count(*)::int AS n FROM messages
       WHERE agency_id = $1 AND id >= $2 AND mode = 'live' GROUP BY direction, state`,
      [tx.agencyId, first],
    );
  }

  /** Whether another message repeats this one already. */
  async isRepeated(tx: AgencyTx, id: Uuid): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM messages WHERE agency_id = $1 AND resend_of = $2 LIMIT 1', [
      tx.agencyId,
      id,
    ]);
    return rows.length > 0;
  }

  /** Locks in id order, after the outbox rows: the one order in which all work takes these locks. */
  async lock(tx: AgencyTx, ids: readonly Uuid[]): Promise<Map<Uuid, LockedMessage>> {
    const rows = await tx.query<LockedMessage>(
      `SELECT ${LOCKED_COLUMNS} FROM messages m WHERE m.agency_id = $1 AND m.id = ANY ($2) ORDER BY m.id FOR UPDATE`,
      [tx.agencyId, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** What sending claimed messages needs. They are not locked: whoever changes them has to lock their outbox rows first. */
  async listDue(tx: AgencyTx, ids: readonly Uuid[]): Promise<Map<Uuid, DueMessage>> {
    const rows = await tx.query<DueMessage>(
      `SELECT ${DUE_COLUMNS} FROM messages m WHERE m.agency_id = $1 AND m.id = ANY ($2) AND m.id BETWEEN $3 AND $4`,
      [tx.agencyId, ids, ...rangeOf(ids)],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Opens an attempt of each of these messages, whose outbox rows are locked. It is no state of which anybody is told. */
  async openAttempts(tx: AgencyTx, ids: readonly Uuid[], at: Date): Promise<void> {
    const { to } = MOVES.claim;
    await tx.execute(
      `UPDATE messages m SET state = $3, state_rank = $4, state_at = $5, failure_code = NULL, attempt_no = m.attempt_no + 1
       WHERE m.agency_id = $1 AND m.id = ANY ($2) AND m.id BETWEEN $6 AND $7`,
      [tx.agencyId, ids, to, rankOf(to), at, ...rangeOf(ids)],
    );
  }

  /**
   * Writes one state, that the provider has them, of messages that are locked, or whose outbox rows are: what `changeStates`
   * does, at half the cost, for the change that most messages make.
   */
  async markSent(tx: AgencyTx, ids: readonly Uuid[], at: Date): Promise<void> {
    if (ids.length === 0) return;
    const told = await tx.query<ToldMessage>(
      `WITH changed AS (
         UPDATE messages m SET state = 'sent', state_rank = $3, state_at = $4, failure_code = NULL
         WHERE m.agency_id = $1 AND m.id = ANY ($2) AND m.id BETWEEN $5 AND $6
         RETURNING m.id, m.attempt_no, m.department_id
       )
       SELECT id, attempt_no AS "attemptNo", department_id AS "departmentId" FROM changed
       WHERE EXISTS (SELECT 1 FROM event_interests i WHERE i.agency_id = $1 AND i.type = 'message.sent')`,
      [tx.agencyId, ids, rankOf('sent'), at, ...rangeOf(ids)],
    );
    if (told.length > 0) await this.tellSent(tx, told, at);
  }

  private async tellSent(tx: AgencyTx, told: readonly ToldMessage[], at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO outbox_events (agency_id, id, type, run_at, payload)
       SELECT $1, t.event_id, 'message.sent', $6, jsonb_strip_nulls(jsonb_build_object('messageId', t.id,
         'attempt', t.attempt_no::text, 'at', $6::timestamptz, 'departmentId', t.department_id))
       FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::uuid[]) AS t (event_id, id, attempt_no, department_id)`,
      [
        tx.agencyId,
        told.map(() => newId()),
        told.map(({ id }) => id),
        told.map(({ attemptNo }) => attemptNo),
        told.map(({ departmentId }) => departmentId),
        at,
      ],
    );
  }

  /**
   * Writes new states of messages that are locked, or whose outbox rows are. The caller has decided; ranks are not compared
   * again here. Whoever wants to hear of a state hears of every change to it, because both are one statement.
   */
  async changeStates(tx: AgencyTx, changes: readonly StateChange[], at: Date): Promise<void> {
    if (changes.length === 0) return;
    await tx.execute(
      `WITH changed AS (
         UPDATE messages m SET state = c.state, state_rank = c.rank, state_at = $7, failure_code = c.failure_code,
           anomaly = m.anomaly OR c.anomaly
         FROM unnest($2::uuid[], $3::text[], $4::smallint[], $5::text[], $6::boolean[], $8::uuid[])
           AS c (id, state, rank, failure_code, anomaly, event_id)
         WHERE m.agency_id = $1 AND m.id = ANY ($2) AND m.id = c.id
         RETURNING m.id, m.state, m.attempt_no, m.department_id, m.failure_code, c.event_id
       )
       INSERT INTO outbox_events (agency_id, id, type, run_at, payload)
       SELECT $1, event_id, 'message.' || state, $7, jsonb_strip_nulls(jsonb_build_object('messageId', id,
         'attempt', attempt_no::text, 'at', $7::timestamptz, 'departmentId', department_id, 'failureCode', failure_code))
       FROM changed WHERE 'message.' || state IN (SELECT i.type FROM event_interests i WHERE i.agency_id = $1)`,
      [
        tx.agencyId,
        changes.map((change) => change.id),
        changes.map((change) => change.state),
        changes.map((change) => rankOf(change.state)),
        changes.map((change) => change.failureCode ?? null),
        changes.map((change) => change.isAnomaly ?? false),
        at,
        changes.map(() => newId()),
      ],
    );
  }
}

/** A test key sees only what test keys sent or received; everybody else sees all. */
function visibleMode({ mode }: AgencyTx): string | null {
  return mode === 'sandbox' ? mode : null;
}

/** The least and the greatest: PostgreSQL looks into the partitions between them only, which a list does not tell it. */
function rangeOf(ids: readonly Uuid[]): [Uuid, Uuid] {
  let [least = '', greatest = ''] = [ids[0], ids[0]];
  for (const id of ids) {
    if (id < least) least = id;
    if (id > greatest) greatest = id;
  }
  return [least, greatest];
}

/** One array per column, in the order of `unnest`. */
function columnsOf<T>(rows: readonly T[], keys: readonly (keyof T)[]): unknown[][] {
  return keys.map((key) => rows.map((row) => row[key]));
}
