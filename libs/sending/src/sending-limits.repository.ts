import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';

/** What an agency gets of what is shared; null where the configuration for all counts. */
export interface SendingLimits {
  /** Its share of the workers' slots, beside the shares of the others. */
  readonly weight: number;
  /** Older than this, its bulk messages stop more of them from being accepted. */
  readonly bulkAgeSeconds: number | null;
  /** Messages that may wait in its outbox. */
  readonly outboxRows: number | null;
}

const COLUMNS = `weight, bulk_age_seconds AS "bulkAgeSeconds", outbox_rows AS "outboxRows"`;
const NONE: SendingLimits = { weight: 1, bulkAgeSeconds: null, outboxRows: null };

/** The only file that touches `sending_limits`. */
@Injectable()
export class SendingLimitsRepository {
  async get(tx: AgencyTx): Promise<SendingLimits> {
    const [row] = await tx.query<SendingLimits>(`SELECT ${COLUMNS} FROM sending_limits WHERE agency_id = $1`, [
      tx.agencyId,
    ]);
    return row ?? NONE;
  }

  async put(tx: AgencyTx, { weight, bulkAgeSeconds, outboxRows }: SendingLimits): Promise<void> {
    await tx.execute(
      `INSERT INTO sending_limits (agency_id, weight, bulk_age_seconds, outbox_rows) VALUES ($1, $2, $3, $4)
       ON CONFLICT (agency_id) DO UPDATE SET weight = $2, bulk_age_seconds = $3, outbox_rows = $4, changed_at = now()`,
      [tx.agencyId, weight, bulkAgeSeconds, outboxRows],
    );
  }
}
