import { Injectable } from '@nestjs/common';
import type { AuditEntryType } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, invalidRequest, notFound, type Uuid } from '#libs/kernel';
import { statusConflict } from './agencies.errors.js';
import { AgenciesRepository } from './agencies.repository.js';
import type { Agency } from './agency.js';
import { type AgencyStatus, type StatusMoveName, statusAfter } from './agency-status.js';
import { assertPlatform } from './platform-right.js';
import { TwoLogs } from './two-logs.service.js';

const ENTRIES: Readonly<Record<StatusMoveName, AuditEntryType>> = {
  activate: 'agency.activated',
  suspend: 'agency.suspended',
  reactivate: 'agency.reactivated',
  close: 'agency.closed',
};

const MAX_REASON = 500;

/** Moves agencies between trial, live, suspended and closed. Keys stop within half a second, sending within two. */
@Injectable()
export class AgencyStatusService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: AgenciesRepository,
    private readonly twoLogs: TwoLogs,
  ) {}

  /** What was accepted stays queued until the agency is reactivated or the messages expire. */
  async suspend(ctx: AgencyContext, agencyId: Uuid, reason: string): Promise<Agency> {
    return this.change(ctx, agencyId, 'suspend', reasonOf(reason));
  }

  /** The agency becomes what it was: a trial goes on as a trial. */
  async reactivate(ctx: AgencyContext, agencyId: Uuid): Promise<Agency> {
    return this.change(ctx, agencyId, 'reactivate', null);
  }

  async close(ctx: AgencyContext, agencyId: Uuid, reason: string): Promise<Agency> {
    return this.change(ctx, agencyId, 'close', reasonOf(reason));
  }

  /** Makes the agency of the transaction live, as the last that happens in it: see `TwoLogs`. */
  async activateIn(tx: AgencyTx): Promise<Agency> {
    return this.changeIn(tx, 'activate', null);
  }

  private change(ctx: AgencyContext, agencyId: Uuid, move: StatusMoveName, reason: string | null): Promise<Agency> {
    assertPlatform(ctx, agencyId);
    return this.database.agencyTransaction({ ...ctx, agencyId }, (tx) => this.changeIn(tx, move, reason));
  }

  private async changeIn(tx: AgencyTx, move: StatusMoveName, reason: string | null): Promise<Agency> {
    const known = await this.repository.lockStatus(tx);
    if (!known) throw notFound();
    const to = statusAfter(move, known.status, known.before);
    if (!to) throw statusConflict(move, known.status);
    const before = to === 'suspended' ? known.status : null;
    const agency = await this.repository.changeStatus(tx, { to, before, reason, by: tx.actor.id });
    const detail = { from: known.status as AgencyStatus, to, ...(reason && { reason }) };
    await this.twoLogs.record(tx, { type: ENTRIES[move], detail });
    return agency;
  }
}

function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason.length >= 1 && reason.length <= MAX_REASON) return reason;
  const message = `reason must have 1 to ${MAX_REASON} characters`;
  throw invalidRequest([{ field: 'reason', code: 'not-allowed', message }]);
}
