import { Injectable } from '@nestjs/common';
import { AuditLogsService, AuditService } from '#libs/audit';
import { type DataKeyClass, KeyRing } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import {
  type AgencyContext,
  invalidRequest,
  isSystem,
  newId,
  notFound,
  permissionMissing,
  type Uuid,
} from '#libs/kernel';
import { AgenciesRepository } from './agencies.repository.js';
import type { Agency, AgencyListing, NewAgency } from './agency.js';
import { newAgencyProblems } from './new-agency-rules.js';

const AGENCY_KEYS: readonly DataKeyClass[] = ['data', 'index', 'webhook'];

/** Onboards agencies and tells who they are. */
@Injectable()
export class AgenciesService {
  /** Agencies whose keys this process has seen, so that `get` looks only once. */
  private readonly withKeys = new Set<Uuid>();

  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: AgenciesRepository,
    private readonly audit: AuditService,
    private readonly auditLogs: AuditLogsService,
    private readonly keyRing: KeyRing,
  ) {}

  /** The agency, its audit log and the entries in both logs appear together; its keys follow, and `get` makes up for a crash in between. */
  async create(ctx: AgencyContext, agency: NewAgency): Promise<Agency> {
    assertPlatform(ctx);
    const problems = newAgencyProblems(agency);
    if (problems.length > 0) throw invalidRequest(problems);
    const created = await this.database.agencyTransaction({ ...ctx, agencyId: newId() }, async (tx) => {
      const inserted = await this.repository.insert(tx, agency);
      await this.auditLogs.open(tx);
      await this.recordCreated(tx, inserted.id);
      return inserted;
    });
    await this.ensureKeys(created.id);
    return created;
  }

  async get(ctx: AgencyContext): Promise<Agency> {
    const agency = await this.database.agencyTransaction(ctx, (tx) => this.repository.find(tx));
    if (!agency) throw notFound();
    await this.ensureKeys(agency.id);
    return agency;
  }

  /** Every agency but the platform itself, by slug. For the platform only. */
  async directory(ctx: AgencyContext): Promise<AgencyListing[]> {
    assertPlatform(ctx);
    return this.repository.listAcrossAgencies();
  }

  async findBySlug(ctx: AgencyContext, slug: string): Promise<AgencyListing | null> {
    return (await this.directory(ctx)).find((agency) => agency.slug === slug) ?? null;
  }

  private async recordCreated(tx: AgencyTx, agencyId: Uuid): Promise<void> {
    const entry = { type: 'agency.created', target: { kind: 'agency', id: agencyId } } as const;
    await this.audit.record(tx, entry);
    await this.audit.record(await this.repository.moveToPlatform(tx), entry);
  }

  private async ensureKeys(agencyId: Uuid): Promise<void> {
    if (this.withKeys.has(agencyId)) return;
    await this.keyRing.ensure(agencyId, AGENCY_KEYS);
    this.withKeys.add(agencyId);
  }
}

function assertPlatform(ctx: AgencyContext): void {
  if (!isSystem(ctx) && !ctx.permissions.has('platform:agencies')) throw permissionMissing('platform:agencies');
}
