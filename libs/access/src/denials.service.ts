import { Injectable } from '@nestjs/common';
import { type AuditEntryType, AuditService, type JsonObject } from '#libs/audit';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { WindowCounts } from './window-counts.js';

export interface Denial {
  readonly type: Extract<AuditEntryType, `access.${string}` | 'apikey.ip_blocked' | 'message.rejected'>;
  readonly reason: string;
  readonly detail?: JsonObject;
}

/**
 * So many denials of one kind are recorded for an actor in a minute; the rest say nothing new. Counted by kind, so that
 * whoever looks for other agencies cannot hide that behind harmless refusals.
 */
const PER_MINUTE = 10;
const MINUTE_MS = 60_000;

/** Puts denials on record, each in a transaction of its own. A flood of them must neither fill the log nor slow others. */
@Injectable()
export class DenialsService {
  private readonly counts = new WindowCounts(MINUTE_MS, 10_000);

  constructor(
    private readonly database: AgencyDatabase,
    private readonly audit: AuditService,
    private readonly logger: Logger,
  ) {}

  /** Never throws: the refusal stands whether or not it could be written down. */
  async record(ctx: AgencyContext, { type, reason, detail }: Denial): Promise<void> {
    if (this.counts.add(`${ctx.actor.id}:${type}`) > PER_MINUTE) return;
    try {
      const action = { type, outcome: 'denied', reason, detail } as const;
      await this.database.agencyTransaction(ctx, (tx) => this.audit.record(tx, action));
    } catch (error) {
      this.logger.failure('denial not recorded', error, { requestId: ctx.requestId, agencyId: ctx.agencyId });
    }
  }
}
