import { Injectable } from '@nestjs/common';
import { MembershipsService } from '#libs/access';
import { AgenciesService, AgencyStatusService, TwoLogs } from '#libs/agencies';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, notFound, PLATFORM_AGENCY_ID, permissionMissing, type Uuid } from '#libs/kernel';
import { GoLiveRepository, type GoLiveRequest } from './go-live.repository.js';
import { GoLiveService } from './go-live.service.js';
import type { GoLiveTaskKey } from './go-live-tasks.js';
import type { GoLiveView } from './go-live-view.js';
import { goLiveNotRequested, ownRequest, personNeeded, secondPersonNeeded } from './onboarding.errors.js';

/** What the platform does about a request to go live. Two different people approve; neither is of the agency. */
@Injectable()
export class GoLiveReviewService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly agencies: AgenciesService,
    private readonly statuses: AgencyStatusService,
    private readonly memberships: MembershipsService,
    private readonly goLive: GoLiveService,
    private readonly repository: GoLiveRepository,
    private readonly twoLogs: TwoLogs,
    private readonly audit: AuditService,
  ) {}

  async view(ctx: AgencyContext, agencyId: Uuid): Promise<GoLiveView> {
    assertReviewer(ctx, agencyId);
    await this.agencies.get({ ...ctx, agencyId });
    return this.goLive.view({ ...ctx, agencyId });
  }

  /** About one task of the open request. */
  async comment(ctx: AgencyContext, agencyId: Uuid, task: GoLiveTaskKey, text: string): Promise<GoLiveView> {
    await this.decide(ctx, agencyId, async (tx, { id }) => {
      await this.repository.addComment(tx, { requestId: id, task, text, by: tx.actor.id });
      await this.twoLogs.record(tx, { type: 'agency.go_live.commented', detail: { task } });
    });
    return this.view(ctx, agencyId);
  }

  async sendBack(ctx: AgencyContext, agencyId: Uuid, text: string): Promise<GoLiveView> {
    await this.decide(ctx, agencyId, async (tx, { id }) => {
      await this.repository.addComment(tx, { requestId: id, task: null, text, by: tx.actor.id });
      await this.repository.close(tx, id, 'sent-back');
      await this.twoLogs.record(tx, { type: 'agency.go_live.sent_back' });
    });
    return this.view(ctx, agencyId);
  }

  /** The first approval is noted, the second makes the agency live. Both ask again whether everything is done. */
  async approve(ctx: AgencyContext, agencyId: Uuid): Promise<GoLiveView> {
    const isOfAgency = await this.isOfAgency(ctx.actor.id, agencyId);
    await this.decide(ctx, agencyId, async (tx, request) => {
      if (isOfAgency || request.requestedBy === tx.actor.id) throw ownRequest();
      if (request.firstApprovedBy === tx.actor.id) throw secondPersonNeeded();
      await this.goLive.assertComplete(tx);
      if (request.firstApprovedBy) await this.approveSecond(tx, request.id);
      else await this.approveFirst(tx, request.id);
    });
    return this.view(ctx, agencyId);
  }

  private async approveFirst(tx: AgencyTx, id: Uuid): Promise<void> {
    await this.repository.approveFirst(tx, id, tx.actor.id);
    await this.twoLogs.record(tx, { type: 'agency.go_live.approved', detail: { approval: 1 } });
  }

  private async approveSecond(tx: AgencyTx, id: Uuid): Promise<void> {
    await this.repository.approveSecond(tx, id, tx.actor.id);
    const target = { kind: 'agency', id: tx.agencyId };
    await this.audit.record(tx, { type: 'agency.go_live.approved', target, detail: { approval: 2 } });
    await this.statuses.activateIn(tx);
  }

  /** Whoever decides holds the open request until the end of the transaction, so that two decisions cannot cross. */
  private async decide(
    ctx: AgencyContext,
    agencyId: Uuid,
    work: (tx: AgencyTx, request: GoLiveRequest) => Promise<void>,
  ): Promise<void> {
    assertReviewer(ctx, agencyId);
    if (ctx.actor.kind !== 'user') throw personNeeded();
    await this.agencies.get({ ...ctx, agencyId });
    await this.database.agencyTransaction({ ...ctx, agencyId }, async (tx) => {
      const request = await this.repository.lockOpen(tx);
      if (!request) throw goLiveNotRequested();
      await work(tx, request);
    });
  }

  /** Support that was let in for an hour has no say in the agency; everybody else who holds a role there does. */
  private async isOfAgency(userId: Uuid, agencyId: Uuid): Promise<boolean> {
    const held = await this.memberships.ofUser(userId);
    return held.some((membership) => membership.agencyId === agencyId && membership.role !== 'platform_support');
  }
}

/** The system may look; to decide takes a person. */
function assertReviewer(ctx: AgencyContext, agencyId: Uuid): void {
  const isAllowed = ctx.actor.kind === 'system' || ctx.permissions.has('platform:go-live');
  if (!isAllowed) throw permissionMissing('platform:go-live');
  if (agencyId === PLATFORM_AGENCY_ID) throw notFound();
}
