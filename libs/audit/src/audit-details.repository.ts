import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';

export interface KeptDetail {
  readonly nonce: Buffer;
  readonly sealed: Buffer;
}

/** Reads what entries say in a detail of their own. */
@Injectable()
export class AuditDetailsRepository {
  async find(tx: AgencyTx, id: Uuid): Promise<KeptDetail | null> {
    const rows = await tx.query<KeptDetail>(
      'SELECT nonce, sealed FROM audit.details WHERE agency_id = $1 AND event_id = $2 AND erased_at IS NULL',
      [tx.agencyId, id],
    );
    return rows[0] ?? null;
  }
}
