import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, invalidRequest } from '#libs/kernel';
import { AgenciesRepository } from './agencies.repository.js';
import { type QuietHours, quietHoursProblems } from './quiet-hours.js';

/** When an agency writes to nobody. */
@Injectable()
export class QuietHoursService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: AgenciesRepository,
    private readonly audit: AuditService,
  ) {}

  async get(ctx: AgencyContext): Promise<QuietHours | null> {
    return this.database.agencyTransaction(ctx, (tx) => this.repository.quietHours(tx));
  }

  /** What waits is held by the new hours from its next turn on; what the old ones put off keeps its time. */
  async set(ctx: AgencyContext, quiet: QuietHours | null): Promise<void> {
    const problems = quiet ? quietHoursProblems(quiet) : [];
    if (problems.length > 0) throw invalidRequest(problems);
    await this.database.agencyTransaction(ctx, (tx) => this.change(tx, quiet));
  }

  private async change(tx: AgencyTx, quiet: QuietHours | null): Promise<void> {
    const before = await this.repository.quietHours(tx);
    if (JSON.stringify(before) === JSON.stringify(quiet)) return;
    await this.repository.setQuietHours(tx, quiet);
    await this.audit.record(tx, {
      type: 'agency.config.changed',
      target: { kind: 'agency', id: tx.agencyId },
      detail: { quietHours: { ...(before && { from: textOf(before) }), ...(quiet && { to: textOf(quiet) }) } },
    });
  }
}

function textOf({ from, to, days }: QuietHours): string {
  return `${from}–${to} on ${days.join(', ')}`;
}
