import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import type { NumberFacts } from './number-facts.js';

export const HISTORY_FIELDS = ['quality', 'messaging-limit', 'status', 'name-status', 'throughput'] as const;

export type HistoryField = (typeof HISTORY_FIELDS)[number];

/** From then on Meta said this of the number. */
export interface NumberChange {
  readonly field: HistoryField;
  readonly value: string;
  readonly at: Date;
}

/** The only file that touches `number_changes`. */
@Injectable()
export class NumberHistoryRepository {
  /** Writes down what differs from what stood last. */
  async record(tx: AgencyTx, numberId: Uuid, facts: NumberFacts, at: Date): Promise<void> {
    const values = [
      facts.qualityRating,
      facts.messagingLimit,
      facts.metaStatus,
      facts.nameStatus,
      facts.throughputLevel,
    ];
    await tx.execute(
      `INSERT INTO number_changes (agency_id, id, phone_number_id, field, value, at)
       SELECT $1, f.id, $2, f.field, f.value, $6 FROM unnest($3::uuid[], $4::text[], $5::text[]) AS f (id, field, value)
       WHERE f.value IS NOT NULL AND f.value IS DISTINCT FROM (SELECT c.value FROM number_changes c
         WHERE c.agency_id = $1 AND c.phone_number_id = $2 AND c.field = f.field ORDER BY c.at DESC, c.id DESC LIMIT 1)`,
      [tx.agencyId, numberId, HISTORY_FIELDS.map(() => newId()), HISTORY_FIELDS, values, at],
    );
  }

  /** Changes since a moment, and what stood when it came; oldest first. */
  async list(tx: AgencyTx, numberId: Uuid, since: Date): Promise<NumberChange[]> {
    return tx.query<NumberChange>(
      `SELECT c.field, c.value, c.at FROM number_changes c
       WHERE c.agency_id = $1 AND c.phone_number_id = $2 AND c.at >= coalesce((SELECT max(e.at) FROM number_changes e
         WHERE e.agency_id = $1 AND e.phone_number_id = $2 AND e.field = c.field AND e.at <= $3), '-infinity')
       ORDER BY c.at, c.id`,
      [tx.agencyId, numberId, since],
    );
  }
}
