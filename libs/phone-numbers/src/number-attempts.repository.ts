import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { AttemptOutcome } from './number-details.js';

export interface AttemptEnd {
  readonly outcome: AttemptOutcome;
  readonly code: string | null;
  readonly metaCode: number | null;
}

/** The only file that touches `number_attempts`. */
@Injectable()
export class NumberAttemptsRepository {
  async start(tx: AgencyTx, attempt: { id: Uuid; numberId: Uuid; step: string; at: Date }): Promise<void> {
    await tx.execute(
      `INSERT INTO number_attempts (agency_id, id, phone_number_id, step, at, outcome)
       VALUES ($1, $2, $3, $4, $5, 'pending')`,
      [tx.agencyId, attempt.id, attempt.numberId, attempt.step, attempt.at],
    );
  }

  async finish(tx: AgencyTx, id: Uuid, { outcome, code, metaCode }: AttemptEnd): Promise<void> {
    await tx.execute(
      'UPDATE number_attempts SET outcome = $3, code = $4, meta_code = $5 WHERE agency_id = $1 AND id = $2',
      [tx.agencyId, id, outcome, code, metaCode],
    );
  }
}
