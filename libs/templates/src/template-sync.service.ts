import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import type { AgencyContext } from '#libs/kernel';
import { PhoneNumbersService } from '#libs/phone-numbers';
import type { TemplateListItem } from '#libs/whatsapp';
import { ProviderTemplates } from './provider-templates.js';
import { compareTemplates, type TemplateChange, type TemplateComparison } from './template-comparison.js';
import { TemplatesRepository } from './templates.repository.js';

export interface SyncResult {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Brings the stored templates of an agency in line with Meta. Safe to run again and beside itself. */
@Injectable()
export class TemplateSyncService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: TemplatesRepository,
    private readonly phoneNumbers: PhoneNumbersService,
    private readonly provider: ProviderTemplates,
    private readonly audit: AuditService,
  ) {}

  /** All accounts are read before the first row is written, so that an unreachable provider changes nothing. */
  async sync(ctx: AgencyContext): Promise<SyncResult> {
    const wabas = await this.phoneNumbers.wabas(ctx);
    const lists = await Promise.all(wabas.map((waba) => this.provider.list(waba)));
    const results: SyncResult[] = [];
    for (const [index, { wabaId }] of wabas.entries()) {
      results.push(await this.database.agencyTransaction(ctx, (tx) => this.apply(tx, wabaId, lists[index] ?? [])));
    }
    return sumOf(results);
  }

  private async apply(tx: AgencyTx, wabaId: string, listed: readonly TemplateListItem[]): Promise<SyncResult> {
    await this.repository.lockWaba(tx, wabaId);
    const comparison = compareTemplates(await this.repository.listStored(tx, wabaId), listed);
    if (comparison.changes.length > 0) await this.write(tx, wabaId, comparison.changes);
    await this.repository.touch(tx, wabaId);
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
    await this.audit.record(
      tx,
      changes.map(({ template, entryType, statusBefore }) => ({
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
      })),
    );
  }
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
