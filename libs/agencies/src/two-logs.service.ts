import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditService } from '#libs/audit';
import type { AgencyTx } from '#libs/database';
import { AgenciesRepository } from './agencies.repository.js';

/** What the platform does to an agency stands in the log of the agency and in that of the platform. */
@Injectable()
export class TwoLogs {
  constructor(
    private readonly repository: AgenciesRepository,
    private readonly audit: AuditService,
  ) {}

  /**
   * The last statement of the transaction of the agency: afterwards its fence stands round the platform.
   * @param furnish what follows from the action inside the agency, and stands behind it in the agency's log
   * @returns the transaction as the platform's
   */
  async record(tx: AgencyTx, action: AuditAction, furnish?: () => Promise<void>): Promise<AgencyTx> {
    const entry = { ...action, target: action.target ?? { kind: 'agency', id: tx.agencyId } };
    await this.audit.record(tx, entry);
    await furnish?.();
    const platform = await this.repository.moveToPlatform(tx);
    await this.audit.record(platform, entry);
    return platform;
  }
}
