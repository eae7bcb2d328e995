import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export interface CallbackAttempt {
  readonly id: Uuid;
  readonly eventId: Uuid;
  readonly eventType: string;
  readonly messageId: Uuid | null;
  /** From 1; a replay begins anew. */
  readonly attempt: number;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly isSuccess: boolean;
  readonly httpStatus: number | null;
  readonly fault: string | null;
  readonly nextAt: Date | null;
}

export interface AttemptContent {
  readonly signature: string;
  readonly answerSealed: Buffer | null;
  readonly answerType: string | null;
}

export type NewAttempt = Omit<CallbackAttempt, 'eventType' | 'messageId'> & AttemptContent;

export interface AttemptFilter {
  readonly limit: number;
  readonly after?: Uuid;
  readonly isSuccess?: boolean;
  readonly eventType?: string;
  readonly eventId?: Uuid;
}

const COLUMNS = `a.id, a.event_id AS "eventId", e.type AS "eventType", e.message_id AS "messageId", a.attempt,
  a.started_at AS "startedAt", a.duration_ms AS "durationMs", a.is_success AS "isSuccess", a.http_status AS "httpStatus",
  a.fault, a.next_at AS "nextAt"`;

/** The only file that touches `callback_attempts`. */
@Injectable()
export class CallbackAttemptsRepository {
  async insert(tx: AgencyTx, endpointId: Uuid, attempts: readonly NewAttempt[]): Promise<void> {
    await tx.execute(
      `INSERT INTO callback_attempts (agency_id, endpoint_id, id, event_id, attempt, started_at, duration_ms, is_success,
         http_status, fault, next_at, signature, answer_sealed, answer_type)
       SELECT $1, $2, n.* FROM unnest($3::uuid[], $4::uuid[], $5::smallint[], $6::timestamptz[], $7::int[], $8::boolean[],
         $9::smallint[], $10::text[], $11::timestamptz[], $12::text[], $13::bytea[], $14::text[]) AS n`,
      [
        tx.agencyId,
        endpointId,
        attempts.map(({ id }) => id),
        attempts.map(({ eventId }) => eventId),
        attempts.map(({ attempt }) => attempt),
        attempts.map(({ startedAt }) => startedAt),
        attempts.map(({ durationMs }) => durationMs),
        attempts.map(({ isSuccess }) => isSuccess),
        attempts.map(({ httpStatus }) => httpStatus),
        attempts.map(({ fault }) => fault),
        attempts.map(({ nextAt }) => nextAt),
        attempts.map(({ signature }) => signature),
        attempts.map(({ answerSealed }) => answerSealed),
        attempts.map(({ answerType }) => answerType),
      ],
    );
  }

  /** Newest first. */
  async list(tx: AgencyTx, endpointId: Uuid, filter: AttemptFilter): Promise<CallbackAttempt[]> {
    return tx.query<CallbackAttempt>(
      `SELECT ${COLUMNS} FROM callback_attempts a JOIN callback_events e ON e.agency_id = $1 AND e.id = a.event_id
       WHERE a.agency_id = $1 AND a.endpoint_id = $2
         AND ($3::uuid IS NULL OR a.id < $3)
         AND ($4::boolean IS NULL OR a.is_success = $4)
         AND ($5::text IS NULL OR e.type = $5)
         AND ($6::uuid IS NULL OR a.event_id = $6)
       ORDER BY a.id DESC LIMIT $7`,
      [
        tx.agencyId,
        endpointId,
        filter.after ?? null,
        filter.isSuccess ?? null,
        filter.eventType ?? null,
        filter.eventId ?? null,
        filter.limit,
      ],
    );
  }

  async find(tx: AgencyTx, endpointId: Uuid, id: Uuid): Promise<(CallbackAttempt & AttemptContent) | null> {
    const rows = await tx.query<CallbackAttempt & AttemptContent>(
      `SELECT ${COLUMNS}, a.signature, a.answer_sealed AS "answerSealed", a.answer_type AS "answerType"
       FROM callback_attempts a JOIN callback_events e ON e.agency_id = $1 AND e.id = a.event_id
       WHERE a.agency_id = $1 AND a.endpoint_id = $2 AND a.id = $3`,
      [tx.agencyId, endpointId, id],
    );
    return rows[0] ?? null;
  }
}
