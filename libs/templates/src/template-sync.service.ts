import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock } from '#libs/kernel';
import { PhoneNumbersService, type WabaAccess } from '#libs/phone-numbers';
import type { TemplateListItem } from '#libs/whatsapp';
import { ProviderTemplates } from './provider-templates.js';
import { TemplateChecksRepository } from './template-checks.repository.js';
import { compareTemplates, qualityOf, type TemplateChange, type TemplateComparison } from './template-comparison.js';
import { type NewEvent, TemplateDraftsRepository } from './template-drafts.repository.js';
import { TemplatesRepository } from './templates.repository.js';

export interface SyncResult {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** A webhook makes an account due at once; without one, Meta is asked so often. */
const SETTLED_MS = 6 * 3_600_000;

/** Brings the stored templates of an agency in line with Meta. Safe to run again and beside itself. */
@Injectable()
export class TemplateSyncService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: TemplatesRepository,
    private readonly phoneNumbers: PhoneNumbersService,
    private readonly provider: ProviderTemplates,
    private readonly drafts: TemplateDraftsRepository,
    private readonly checks: TemplateChecksRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** All accounts are read before the first row is written, so that an unreachable provider changes nothing. */
  async sync(ctx: AgencyContext): Promise<SyncResult> {
    const wabas = await this.phoneNumbers.wabas(ctx);
    const readAt = this.clock.now();
    const lists = await Promise.all(wabas.map((waba) => this.provider.list(waba)));
    const results: SyncResult[] = [];
    for (const [index, { wabaId }] of wabas.entries()) {
      const list = lists[index] ?? [];
      results.push(await this.database.agencyTransaction(ctx, (tx) => this.apply(tx, wabaId, list, readAt)));
    }
    return sumOf(results);
  }

  /** One account. */
  async syncAccount(ctx: AgencyContext, waba: WabaAccess): Promise<SyncResult> {
    const readAt = this.clock.now();
    const list = await this.provider.list(waba);
    return this.database.agencyTransaction(ctx, (tx) => this.apply(tx, waba.wabaId, list, readAt));
  }

  private async apply(
    tx: AgencyTx,
    wabaId: string,
    listed: readonly TemplateListItem[],
    readAt: Date,
  ): Promise<SyncResult> {
    await this.repository.lockWaba(tx, wabaId);
    const comparison = compareTemplates(await this.repository.listStored(tx, wabaId), listed, readAt);
    if (comparison.changes.length > 0) await this.write(tx, wabaId, comparison.changes);
    await this.repository.touch(tx, wabaId);
    await this.checks.want(tx, wabaId, new Date(readAt.getTime() + SETTLED_MS));
    return resultOf(comparison);
  }

  private async write(tx: AgencyTx, wabaId: string, changes: readonly TemplateChange[]): Promise<void> {
    const versions = changes.filter((change) => change.isNewVersion).map((change) => change.template);
    await this.repository.upsert(
      tx,
      wabaId,
      changes.map((change) => change.template),
    );
    if (versions.length > 0) await this.repository.insertVersions(tx, versions);
    await this.drafts.addEvents(tx, changes.flatMap(eventsOf));
    await this.audit.record(tx, changes.map(entryOf));
  }
}

function entryOf({ template, entryType, statusBefore }: TemplateChange): AuditAction {
  return {
    type: entryType,
    target: { kind: 'template', id: template.templateId },
    detail: {
      name: template.name,
      language: template.language,
      category: template.category,
      version: template.version,
      status: template.status,
      ...(statusBefore !== null && { statusBefore }),
    },
  };
}

/** What the list tells that no webhook told before. */
function eventsOf({ template, before, isNewVersion }: TemplateChange): NewEvent[] {
  const { templateId, version, status, rejectedReason = null, category } = template;
  const about = { templateId, version };
  return [
    ...(isNewVersion ? [{ ...about, kind: 'listed' as const }] : []),
    ...(before?.status !== status
      ? [{ ...about, kind: 'status' as const, detail: { status, reason: rejectedReason } }]
      : []),
    ...(before && before.category !== category
      ? [{ ...about, kind: 'category' as const, detail: { from: before.category, to: category } }]
      : []),
    ...(before && qualityOf(before) !== qualityOf(template)
      ? [{ ...about, kind: 'quality' as const, detail: { from: qualityOf(before), to: qualityOf(template) } }]
      : []),
  ];
}

function resultOf({ changes, unchanged }: TemplateComparison): SyncResult {
  const added = changes.filter((change) => change.kind === 'added').length;
  return { added, changed: changes.length - added, unchanged };
}

function sumOf(results: readonly SyncResult[]): SyncResult {
  return results.reduce(
    (sum, one) => ({
      added: sum.added + one.added,
      changed: sum.changed + one.changed,
      unchanged: sum.unchanged + one.unchanged,
    }),
    { added: 0, changed: 0, unchanged: 0 },
  );
}
