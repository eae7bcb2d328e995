import { Injectable } from '@nestjs/common';
import { AuditLogsService, AuditService } from '#libs/audit';
import { type DataKeyClass, KeyRing } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx, DataKeysRepository } from '#libs/database';
import { type AgencyContext, invalidRequest, newId, notFound, type Page, toWireId, type Uuid } from '#libs/kernel';
import { AgenciesRepository, type PipelineQuery } from './agencies.repository.js';
import type { Agency, AgencyChange, AgencyInPipeline, AgencyListing, NewAgency } from './agency.js';
import { agencyProblems } from './agency-rules.js';
import { assertPlatform, isPlatform } from './platform-right.js';
import { TwoLogs } from './two-logs.service.js';

const AGENCY_KEYS: readonly DataKeyClass[] = ['data', 'index', 'webhook'];

/** Gives an agency that is being made what it needs, in the transaction that makes it. */
export type Furnish = (tx: AgencyTx, agency: Agency) => Promise<void>;

/** Onboards agencies and tells who they are. */
@Injectable()
export class AgenciesService {
  /** Agencies whose keys this process has seen, so that `get` looks only once. */
  private readonly withKeys = new Set<Uuid>();

  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: AgenciesRepository,
    private readonly audit: AuditService,
    private readonly twoLogs: TwoLogs,
    private readonly auditLogs: AuditLogsService,
    private readonly keyRing: KeyRing,
    private readonly dataKeys: DataKeysRepository,
  ) {}

  /**
   * The agency, its keys, its audit log, the entries in both logs and what `furnish` gives it appear together or not at all.
   * @param furnish what else it has from its first moment; runs inside the agency
   */
  async create(ctx: AgencyContext, agency: NewAgency, furnish?: Furnish): Promise<Agency> {
    assertPlatform(ctx);
    assertValid(agency);
    const agencyId = newId();
    const keys = await this.keyRing.begin(agencyId, AGENCY_KEYS);
    try {
      const created = await this.database.agencyTransaction({ ...ctx, agencyId }, async (tx) => {
        const inserted = await this.repository.insert(tx, agency);
        await Promise.all([...keys.map((key) => this.dataKeys.insertIn(tx, key)), this.auditLogs.open(tx)]);
        await this.twoLogs.record(tx, { type: 'agency.created' }, async () => furnish?.(tx, inserted));
        return inserted;
      });
      this.withKeys.add(agencyId);
      return created;
    } catch (error) {
      this.keyRing.forget(agencyId);
      throw error;
    }
  }

  async get(ctx: AgencyContext): Promise<Agency> {
    const agency = await this.database.agencyTransaction(ctx, (tx) => this.repository.find(tx));
    if (!agency) throw notFound();
    await this.ensureKeys(agency.id);
    return agency;
  }

  /** Any agency but the platform itself. For the platform only. */
  async getForPlatform(ctx: AgencyContext, agencyId: Uuid): Promise<Agency> {
    assertPlatform(ctx, agencyId);
    return this.get({ ...ctx, agencyId });
  }

  /** Changes the details of the agency of `ctx`. What stays the same is not recorded. */
  async update(ctx: AgencyContext, change: AgencyChange): Promise<Agency> {
    assertValid(change);
    return this.database.agencyTransaction(ctx, async (tx) => {
      const before = await this.repository.find(tx);
      const after = await this.repository.update(tx, change);
      if (!before || !after) throw notFound();
      const detail = differences(before, after, change);
      if (Object.keys(detail).length === 0) return after;
      const entry = { type: 'agency.config.changed', detail } as const;
      if (isPlatform(ctx)) await this.twoLogs.record(tx, entry);
      else await this.audit.record(tx, { ...entry, target: { kind: 'agency', id: after.id } });
      return after;
    });
  }

  async updateForPlatform(ctx: AgencyContext, agencyId: Uuid, change: AgencyChange): Promise<Agency> {
    assertPlatform(ctx, agencyId);
    return this.update({ ...ctx, agencyId }, change);
  }

  /** Every agency but the platform itself, by slug. For the platform only. */
  async directory(ctx: AgencyContext): Promise<AgencyListing[]> {
    assertPlatform(ctx);
    return this.repository.listAcrossAgencies();
  }

  /** A page of all agencies with their counts, newest first. For the platform only. */
  async pipeline(ctx: AgencyContext, { limit, ...query }: PipelineQuery): Promise<Page<AgencyInPipeline>> {
    assertPlatform(ctx);
    // One more than asked for tells whether there is another page.
    const found = await this.repository.pageAcrossAgencies({ ...query, limit: limit + 1 });
    const data = found.slice(0, limit);
    const last = found.length > limit ? data.at(-1) : undefined;
    return { data, next: last ? toWireId('agency', last.id) : null };
  }

  async findBySlug(ctx: AgencyContext, slug: string): Promise<AgencyListing | null> {
    return (await this.directory(ctx)).find((agency) => agency.slug === slug) ?? null;
  }

  private async ensureKeys(agencyId: Uuid): Promise<void> {
    if (this.withKeys.has(agencyId)) return;
    await this.keyRing.ensure(agencyId, AGENCY_KEYS);
    this.withKeys.add(agencyId);
  }
}

function assertValid(agency: NewAgency | AgencyChange): void {
  const problems = agencyProblems(agency);
  if (problems.length > 0) throw invalidRequest(problems);
}

/** What there was not is left out. */
type Difference = { readonly from?: DetailValue; readonly to?: DetailValue };
type DetailValue = string | number | readonly string[];

function differences(before: Agency, after: Agency, change: AgencyChange): Record<string, Difference> {
  const changed = (Object.keys(change) as (keyof AgencyChange)[]).flatMap((field) => {
    const [from, to] = [before[field], after[field]];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [[field, { ...(from !== null && { from }), ...(to !== null && { to }) }] as const];
  });
  return Object.fromEntries(changed);
}
