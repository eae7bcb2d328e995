import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';

export type LogKind = 'agency' | 'platform';

/** The head row of each log. */
@Injectable()
export class AuditLogsRepository {
  async add(tx: AgencyTx, kind: LogKind, origin: string): Promise<void> {
    await tx.execute('INSERT INTO audit.logs (agency_id, kind, origin) VALUES ($1, $2, $3)', [
      tx.agencyId,
      kind,
      origin,
    ]);
  }

  async exists(tx: AgencyTx): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM audit.logs WHERE agency_id = $1', [tx.agencyId]);
    return rows.length > 0;
  }
}
