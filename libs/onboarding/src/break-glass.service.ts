import { Injectable } from '@nestjs/common';
import { SupportMemberships } from '#libs/access';
import { AgenciesService, TwoLogs } from '#libs/agencies';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, newId, notFound, type Page, PLATFORM_AGENCY_ID, toWireId, type Uuid } from '#libs/kernel';
import { type BreakGlass, breakGlassState } from './break-glass.js';
import { BreakGlassRepository } from './break-glass.repository.js';
import { BreakGlassMails } from './break-glass-mails.service.js';
import { breakGlassDecided, ownRequest, personNeeded } from './onboarding.errors.js';

export interface WantedEntry {
  readonly agencyId: Uuid;
  readonly reason: string;
  /** At most an hour. */
  readonly minutes: number;
}

const MINUTE_MS = 60_000;

/**
 * The only way in for the platform's own people: asked for with a reason, approved by somebody else, over within the hour,
 * and written down in the agency's own log.
 */
@Injectable()
export class BreakGlassService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly agencies: AgenciesService,
    private readonly support: SupportMemberships,
    private readonly repository: BreakGlassRepository,
    private readonly mails: BreakGlassMails,
    private readonly twoLogs: TwoLogs,
    private readonly audit: AuditService,
  ) {}

  async request(ctx: AgencyContext, { agencyId, reason, minutes }: WantedEntry): Promise<BreakGlass> {
    assertPerson(ctx);
    if (agencyId === PLATFORM_AGENCY_ID) throw notFound();
    await this.agencies.get({ ...ctx, agencyId });
    return this.database.platformTransaction(ctx, async (tx) => {
      const requestedBy = tx.actor.id;
      const entry = await this.repository.insert(tx, {
        id: newId(),
        intoAgencyId: agencyId,
        reason,
        minutes,
        requestedBy,
      });
      const target = { kind: 'agency', id: agencyId };
      await this.audit.record(tx, { type: 'access.breakglass.requested', target, detail: { reason, minutes } });
      return entry;
    });
  }

  async list(ctx: AgencyContext, { limit, after }: { limit: number; after?: Uuid }): Promise<Page<BreakGlass>> {
    return this.database.platformTransaction(ctx, async (tx) => {
      // One more than asked for tells whether there is another page.
      const found = await this.repository.list(tx, limit + 1, after);
      const data = found.slice(0, limit);
      const last = found.length > limit ? data.at(-1) : undefined;
      return { data, next: last ? toWireId('breakGlass', last.id) : null };
    });
  }

  /** Lets the person who asked in. Whoever approves is somebody else; a constraint says the same. */
  async approve(ctx: AgencyContext, id: Uuid): Promise<BreakGlass> {
    assertPerson(ctx);
    const entry = await this.get(ctx, id);
    if (entry.requestedBy === ctx.actor.id) throw ownRequest();
    if (breakGlassState(entry, new Date()) !== 'requested') throw breakGlassDecided();
    const until = new Date(Date.now() + entry.minutes * MINUTE_MS);
    const mails = await this.mails.about(ctx, entry, until);
    await this.inAgency(ctx, entry, async (tx) => {
      await this.mails.send(tx, mails);
      await this.support.open(tx, { userId: entry.requestedBy, until });
      const detail = { reason: entry.reason, minutes: entry.minutes, entry: toWireId('breakGlass', id) };
      const target = { kind: 'user', id: entry.requestedBy };
      const platform = await this.twoLogs.record(tx, { type: 'access.breakglass.opened', target, detail });
      if (!(await this.repository.approve(platform, id, tx.actor.id, until))) throw breakGlassDecided();
    });
    this.support.forget(entry.requestedBy);
    return this.get(ctx, id);
  }

  /** Ends the entry before its time, or takes the request back. */
  async close(ctx: AgencyContext, id: Uuid): Promise<BreakGlass> {
    assertPerson(ctx);
    const entry = await this.get(ctx, id);
    const state = breakGlassState(entry, new Date());
    if (state !== 'requested' && state !== 'open') throw breakGlassDecided();
    await this.inAgency(ctx, entry, async (tx) => {
      if (state === 'open') await this.support.end(tx, entry.requestedBy);
      const detail = { entry: toWireId('breakGlass', id), wasOpen: state === 'open' };
      const target = { kind: 'user', id: entry.requestedBy };
      const platform = await this.twoLogs.record(tx, { type: 'access.breakglass.closed', target, detail });
      if (!(await this.repository.close(platform, id, tx.actor.id))) throw breakGlassDecided();
    });
    this.support.forget(entry.requestedBy);
    return this.get(ctx, id);
  }

  private async get(ctx: AgencyContext, id: Uuid): Promise<BreakGlass> {
    const entry = await this.database.platformTransaction(ctx, (tx) => this.repository.find(tx, id));
    if (!entry) throw notFound();
    return entry;
  }

  /** Begins inside the agency, because that is where the membership and the agency's own entry belong. */
  private inAgency(
    ctx: AgencyContext,
    { intoAgencyId }: BreakGlass,
    work: (tx: AgencyTx) => Promise<void>,
  ): Promise<void> {
    return this.database.agencyTransaction({ ...ctx, agencyId: intoAgencyId }, work);
  }
}

function assertPerson({ actor }: AgencyContext): void {
  if (actor.kind !== 'user') throw personNeeded();
}
