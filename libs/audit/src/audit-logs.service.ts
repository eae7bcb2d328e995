import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import type { AgencyTx } from '#libs/database';
import { AuditLogsRepository, type LogKind } from './audit-logs.repository.js';
import { originOf } from './origin.js';

/** Opens logs. An agency has its log from the transaction that makes the agency, so no entry ever waits for one. */
@Injectable()
export class AuditLogsService {
  constructor(
    private readonly logs: AuditLogsRepository,
    private readonly env: Env,
  ) {}

  async open(tx: AgencyTx, kind: LogKind = 'agency'): Promise<void> {
    await this.logs.add(tx, kind, originOf(this.env.AUDIT_DOMAIN, tx.agencyId));
  }

  /** The same, unless the log is open already. */
  async ensure(tx: AgencyTx, kind: LogKind): Promise<void> {
    if (!(await this.logs.exists(tx))) await this.open(tx, kind);
  }
}
