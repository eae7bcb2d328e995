import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock, DomainError, systemContext } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { PhoneNumbersService } from '#libs/phone-numbers';
import { TemplateChecksRepository } from './template-checks.repository.js';
import { TemplateSubmissionService } from './template-submission.service.js';
import { TemplateSyncService } from './template-sync.service.js';

/** Templates that wait for nothing are asked about so often. */
const SETTLED_MS = 6 * 3_600_000;

/**
 * Asks Meta how the templates of an account stand: soon after a webhook, now and then while a decision is awaited, and a few
 * times a day besides, so that a lost webhook is no lost decision. Safe to run at any time and beside itself.
 */
@Injectable()
export class TemplateChecksService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly checks: TemplateChecksRepository,
    private readonly submission: TemplateSubmissionService,
    private readonly syncs: TemplateSyncService,
    private readonly phoneNumbers: PhoneNumbersService,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly logger: Logger,
  ) {}

  /** @returns how many accounts were asked about */
  async checkDue(): Promise<number> {
    const due = await this.checks.listDueAcrossAgencies(this.clock.now());
    for (const { agencyId, wabaId } of due) await this.checkOrNote(systemContext(agencyId), wabaId);
    return due.length;
  }

  /** One account that Meta does not answer for keeps no other from being asked about. */
  private async checkOrNote(ctx: AgencyContext, wabaId: string): Promise<void> {
    const now = this.clock.now();
    const pending = new Date(now.getTime() + this.env.TEMPLATES_CHECK_MS);
    const isTaken = await this.database.agencyTransaction(ctx, (tx) => this.checks.take(tx, wabaId, now, pending));
    if (!isTaken) return;
    const problem = await this.check(ctx, wabaId);
    await this.database.agencyTransaction(ctx, async (tx) => {
      const times = { soon: pending, late: new Date(now.getTime() + SETTLED_MS) };
      const next = problem === null ? await this.checks.nextOf(tx, wabaId, times) : pending;
      await this.checks.settle(tx, wabaId, { at: now, next, problem, taken: pending });
    });
  }

  /** @returns the code of what kept it from being done */
  private async check(ctx: AgencyContext, wabaId: string): Promise<string | null> {
    try {
      const access = (await this.phoneNumbers.wabas(ctx)).find((one) => one.wabaId === wabaId);
      if (!access) return 'template-account-missing';
      await this.submission.submitWaiting(ctx, wabaId);
      await this.syncs.syncAccount(ctx, access);
      return null;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.info('templates not checked', { agencyId: ctx.agencyId, wabaId, code: error.code });
      return error.code;
    }
  }
}
