import { Injectable } from '@nestjs/common';
import { AgenciesService } from '#libs/agencies';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx, violatedUnique } from '#libs/database';
import type { AgencyContext } from '#libs/kernel';
import { GoLiveRepository } from './go-live.repository.js';
import type { GoLiveFacts } from './go-live-facts.js';
import { GoLiveFactsRepository } from './go-live-facts.repository.js';
import { type GoLiveTaskKey, MANUAL_TASK_KEYS, missingTasks } from './go-live-tasks.js';
import { type GoLiveView, goLiveView } from './go-live-view.js';
import { goLiveIncomplete, goLiveNotRequested, goLiveOpen, notOnTrial, taskTicksItself } from './onboarding.errors.js';

/** What an agency does about going live: look at the checklist, say what only a person can say, and ask. */
@Injectable()
export class GoLiveService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly agencies: AgenciesService,
    private readonly repository: GoLiveRepository,
    private readonly factsRepository: GoLiveFactsRepository,
    private readonly audit: AuditService,
  ) {}

  /** The number of statements does not depend on what the agency has. */
  async view(ctx: AgencyContext): Promise<GoLiveView> {
    const { status: agencyStatus } = await this.agencies.get(ctx);
    return this.database.agencyTransaction(ctx, async (tx) => {
      const [facts, request, comments] = await Promise.all([
        this.facts(tx),
        this.repository.latest(tx),
        this.repository.comments(tx),
      ]);
      return goLiveView({ agencyStatus, facts, request, comments });
    });
  }

  async say(ctx: AgencyContext, task: GoLiveTaskKey, isDone: boolean): Promise<GoLiveView> {
    if (!MANUAL_TASK_KEYS.includes(task)) throw taskTicksItself(task);
    await this.database.agencyTransaction(ctx, async (tx) => {
      const isChanged = isDone
        ? await this.repository.say(tx, task, tx.actor.id)
        : await this.repository.unsay(tx, task);
      if (isChanged) await this.record(tx, 'agency.go_live.task_changed', { task, done: isDone });
    });
    return this.view(ctx);
  }

  /** @throws DomainError `go-live-incomplete` with each task that is not done */
  async request(ctx: AgencyContext): Promise<GoLiveView> {
    const { status } = await this.agencies.get(ctx);
    if (status !== 'trial') throw notOnTrial(status);
    try {
      await this.database.agencyTransaction(ctx, async (tx) => {
        await this.assertComplete(tx);
        await this.repository.insert(tx, tx.actor.id);
        await this.record(tx, 'agency.go_live.requested');
      });
    } catch (error) {
      throw violatedUnique(error) === 'go_live_requests_open_key' ? goLiveOpen() : error;
    }
    return this.view(ctx);
  }

  async withdraw(ctx: AgencyContext): Promise<void> {
    await this.database.agencyTransaction(ctx, async (tx) => {
      const open = await this.repository.lockOpen(tx);
      if (!open) throw goLiveNotRequested();
      await this.repository.close(tx, open.id, 'withdrawn');
      await this.record(tx, 'agency.go_live.withdrawn');
    });
  }

  async assertComplete(tx: AgencyTx): Promise<void> {
    const missing = missingTasks(await this.facts(tx));
    if (missing.length > 0) throw goLiveIncomplete(missing);
  }

  private async facts(tx: AgencyTx): Promise<GoLiveFacts> {
    const [facts, said] = await Promise.all([this.factsRepository.gather(tx), this.repository.said(tx)]);
    return { ...facts, said: new Map(said.map(({ task, ...word }) => [task, word])) };
  }

  private record(
    tx: AgencyTx,
    type: 'agency.go_live.task_changed' | 'agency.go_live.requested' | 'agency.go_live.withdrawn',
    detail?: { readonly task: string; readonly done: boolean },
  ): Promise<void> {
    return this.audit.record(tx, { type, target: { kind: 'agency', id: tx.agencyId }, detail });
  }
}
