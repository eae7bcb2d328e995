import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase } from '#libs/database';
import type { AgencyContext } from '#libs/kernel';
import { type SendingLimits, SendingLimitsRepository } from './sending-limits.repository.js';

/** What the platform lets an agency have of what all agencies share. */
@Injectable()
export class SendingLimitsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: SendingLimitsRepository,
    private readonly audit: AuditService,
  ) {}

  async get(ctx: AgencyContext): Promise<SendingLimits> {
    return this.database.agencyTransaction(ctx, (tx) => this.repository.get(tx));
  }

  /** Workers and api processes follow within a second. */
  async change(ctx: AgencyContext, change: Partial<SendingLimits>): Promise<SendingLimits> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const limits = { ...(await this.repository.get(tx)), ...change };
      await this.repository.put(tx, limits);
      await this.audit.record(tx, { type: 'control.pacing.changed', detail: recorded(limits) });
      return limits;
    });
  }
}

/** What has no value of its own is left out: an entry knows no null. */
function recorded(limits: SendingLimits): Record<string, number> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== null));
}
