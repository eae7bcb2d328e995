import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx, sqlState, violatedUnique } from '#libs/database';
import {
  type AgencyContext,
  Clock,
  newId,
  notFound,
  type Page,
  PLATFORM_AGENCY_ID,
  toWireId,
  type Uuid,
} from '#libs/kernel';
import { OutboxRepository } from './outbox.repository.js';
import { alreadyLifted, alreadyStopped, secondPersonNeeded } from './sending.errors.js';
import { type NewSwitch, type Switch, type SwitchScope, TARGET_KINDS } from './switch.js';
import { SwitchesRepository, type SwitchFilter } from './switches.repository.js';

const CHECK_VIOLATION = '23514';

/**
 * Stops sending, and lets it go on: all of it, an agency's, or that of one number, template, campaign or key. Workers that
 * are sending hear of it within half a second, and nothing is lost: what is stopped stays queued until it is lifted or expires.
 */
@Injectable()
export class SwitchesService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: SwitchesRepository,
    private readonly outbox: OutboxRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async stop(ctx: AgencyContext, { scope, targetId = ctx.agencyId, reason }: NewSwitch): Promise<Switch> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      if (!(await this.repository.isTarget(tx, scope, targetId))) throw notFound();
      return this.stopIn(tx, scope, targetId, reason);
    });
  }

  /** Stops all agencies. One person is enough to stop, because stopping must be quick. */
  async stopPlatform(ctx: AgencyContext, reason: string): Promise<Switch> {
    return this.database.platformTransaction(ctx, (tx) => this.stopIn(tx, 'platform', PLATFORM_AGENCY_ID, reason));
  }

  async list(ctx: AgencyContext, filter: SwitchFilter): Promise<Page<Switch>> {
    return this.database.agencyTransaction(ctx, (tx) => this.page(tx, filter));
  }

  async listPlatform(ctx: AgencyContext, filter: SwitchFilter): Promise<Page<Switch>> {
    return this.database.platformTransaction(ctx, (tx) => this.page(tx, filter));
  }

  async lift(ctx: AgencyContext, id: Uuid): Promise<Switch> {
    return this.database.agencyTransaction(ctx, (tx) => this.liftIn(tx, id));
  }

  /** @throws DomainError `second-person-needed` for whoever stopped the platform; a constraint says the same */
  async liftPlatform(ctx: AgencyContext, id: Uuid): Promise<Switch> {
    return this.database.platformTransaction(ctx, (tx) => this.liftIn(tx, id));
  }

  private async stopIn(tx: AgencyTx, scope: SwitchScope, targetId: Uuid, reason: string): Promise<Switch> {
    try {
      const stopped = await this.repository.insert(tx, { id: newId(), scope, targetId, reason });
      await this.repository.bumpEpoch(tx);
      await this.record(tx, 'control.kill_switch.on', stopped);
      return stopped;
    } catch (error) {
      throw violatedUnique(error) === 'switches_open_key' ? alreadyStopped() : error;
    }
  }

  private async liftIn(tx: AgencyTx, id: Uuid): Promise<Switch> {
    const known = await this.repository.find(tx, id);
    if (!known) throw notFound();
    const lifted = await this.tryLift(tx, id);
    if (!lifted) throw alreadyLifted();
    await this.repository.bumpEpoch(tx);
    await this.outbox.releaseStopped(tx, this.clock.now());
    await this.record(tx, 'control.kill_switch.off', lifted);
    return lifted;
  }

  private async tryLift(tx: AgencyTx, id: Uuid): Promise<Switch | null> {
    try {
      return await this.repository.lift(tx, id);
    } catch (error) {
      throw sqlState(error) === CHECK_VIOLATION ? secondPersonNeeded() : error;
    }
  }

  private async record(
    tx: AgencyTx,
    type: 'control.kill_switch.on' | 'control.kill_switch.off',
    { id, scope, targetId, reason }: Switch,
  ): Promise<void> {
    const target = { kind: TARGET_KINDS[scope], id: targetId };
    await this.audit.record(tx, { type, target, detail: { switch: toWireId('switch', id), scope, reason } });
  }

  private async page(tx: AgencyTx, { limit, ...filter }: SwitchFilter): Promise<Page<Switch>> {
    // One more than asked for tells whether there is another page.
    const found = await this.repository.list(tx, { ...filter, limit: limit + 1 });
    const data = found.slice(0, limit);
    return { data, next: found.length > limit ? (data.at(-1)?.id ?? null) : null };
  }
}
