import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx, violatedUnique } from '#libs/database';
import { type AgencyContext, Clock, newId, notFound, type Uuid } from '#libs/kernel';
import { PhoneNumbersService } from '#libs/phone-numbers';
import { readDraft } from './components-draft.js';
import { composeDraft } from './draft-components.js';
import type { Finding } from './lint/finding.js';
import { lintTemplate } from './lint/lint-template.js';
import type { TemplateVariables } from './template.js';
import type { TemplateDetails, TemplateStanding, TemplateVersion } from './template-details.js';
import type { TemplateDraft } from './template-draft.js';
import { type NewVersion, TemplateDraftsRepository } from './template-drafts.repository.js';
import { languageCandidates } from './template-language.js';
import { previewOf, type TemplatePreview } from './template-preview.js';
import { GONE } from './template-statuses.js';
import {
  accountMissing,
  templateChanged,
  templateExists,
  templateNameLocked,
  templateState,
} from './templates.errors.js';
import { TemplatesRepository } from './templates.repository.js';

export interface NewTemplate {
  readonly name: string;
  readonly language: string;
  readonly draft: TemplateDraft;
  /** Without it, the account of the agency's live number. */
  readonly wabaId?: string;
}

/** Writes templates: each change is a version of its own, and none is ever overwritten. */
@Injectable()
export class TemplateDraftsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly drafts: TemplateDraftsRepository,
    private readonly templates: TemplatesRepository,
    private readonly phoneNumbers: PhoneNumbersService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async create(ctx: AgencyContext, template: NewTemplate): Promise<TemplateDetails> {
    const wabaId = await this.accountFor(ctx, template.wabaId);
    return this.database.agencyTransaction(ctx, (tx) => this.createIn(tx, { ...template, wabaId }));
  }

  async get(ctx: AgencyContext, id: Uuid): Promise<TemplateDetails> {
    return this.database.agencyTransaction(ctx, (tx) => this.getIn(tx, id));
  }

  /** @param base the newest version that the writer has seen; another one since is not overwritten */
  async write(ctx: AgencyContext, id: Uuid, base: number, draft: TemplateDraft): Promise<TemplateDetails> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const found = await this.getLocked(tx, id);
      if (found.lastVersion !== base) throw templateChanged();
      if (found.review === 'approved') {
        throw templateState('The version was approved and is on its way to WhatsApp. Wait until it is there.');
      }
      await this.addVersion(tx, found, draft);
      return this.getIn(tx, id);
    });
  }

  /** The same template in another language, to be translated from the words of this one. */
  async addLanguage(ctx: AgencyContext, id: Uuid, language: string): Promise<TemplateDetails> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const { name, wabaId } = await this.getStanding(tx, id);
      return this.createIn(tx, { name, language, wabaId, draft: await this.newestDraft(tx, id) });
    });
  }

  async copy(ctx: AgencyContext, id: Uuid, name: string): Promise<TemplateDetails> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const { language, wabaId } = await this.getStanding(tx, id);
      return this.createIn(tx, { name, language, wabaId, draft: await this.newestDraft(tx, id) });
    });
  }

  /** Not sent any more and out of the way; it stays at Meta. */
  async archive(ctx: AgencyContext, id: Uuid): Promise<TemplateDetails> {
    return this.setArchived(ctx, id, this.clock.now());
  }

  async restore(ctx: AgencyContext, id: Uuid): Promise<TemplateDetails> {
    return this.setArchived(ctx, id, null);
  }

  /** @returns what is wrong with a template, were it submitted now */
  async lint(ctx: AgencyContext, { name, language, draft, wabaId }: NewTemplate): Promise<Finding[]> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const others = await this.templates.listWords(tx, { name, language, ...(wabaId !== undefined && { wabaId }) });
      return lintTemplate({ name, language, draft, others });
    });
  }

  /** As it would look; nothing is stored. */
  preview(language: string, draft: TemplateDraft, variables?: TemplateVariables): TemplatePreview {
    return previewOf(versionOf(draft, 1), language, variables);
  }

  /** In the contact's language where the template has it, else in its own. */
  async previewStored(
    ctx: AgencyContext,
    id: Uuid,
    { language, variables }: { readonly language?: string; readonly variables?: TemplateVariables },
  ): Promise<TemplatePreview> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const asked = await this.getStanding(tx, id);
      const shown = language === undefined ? asked : ((await this.findLanguage(tx, asked, language)) ?? asked);
      const version = await this.drafts.findVersion(tx, shown.id, shown.lastVersion);
      if (!version) throw notFound();
      return previewOf(version, shown.language, variables);
    });
  }

  private async findLanguage(tx: AgencyTx, { wabaId, name }: TemplateStanding, language: string) {
    for (const candidate of languageCandidates(language)) {
      const found = await this.drafts.findNamed(tx, wabaId, name, candidate);
      if (found && found.status !== GONE) return found;
    }
    return null;
  }

  async lintIn(tx: AgencyTx, { wabaId, name, language }: TemplateStanding, draft: TemplateDraft): Promise<Finding[]> {
    const others = await this.templates.listWords(tx, { wabaId, name, language });
    return lintTemplate({ name, language, draft, others });
  }

  async getIn(tx: AgencyTx, id: Uuid): Promise<TemplateDetails> {
    const standing = await this.getStanding(tx, id);
    const [versions, events] = await Promise.all([this.drafts.listVersions(tx, id), this.drafts.listEvents(tx, id)]);
    return { ...standing, versions, events };
  }

  private async createIn(
    tx: AgencyTx,
    { name, language, wabaId, draft }: NewTemplate & { readonly wabaId: string },
  ): Promise<TemplateDetails> {
    const known = await this.drafts.findNamed(tx, wabaId, name, language);
    if (known) return this.recreateIn(tx, known, draft);
    const id = newId();
    const version = versionOf(draft, 1);
    try {
      await this.drafts.insert(tx, { id, wabaId, name, language }, version);
    } catch (error) {
      throw violatedUnique(error) === 'templates_name_key' ? templateExists(name, language) : error;
    }
    await this.drafts.insertVersion(tx, id, version);
    await this.recordVersion(tx, id, { name, language, version });
    return this.getIn(tx, id);
  }

  /** A deleted template keeps its row and its versions; Meta keeps its name for a while. */
  private async recreateIn(tx: AgencyTx, known: TemplateStanding, draft: TemplateDraft): Promise<TemplateDetails> {
    const { name, language, nameLockedUntil, status } = known;
    if (status !== GONE) throw templateExists(name, language);
    if (nameLockedUntil && nameLockedUntil > this.clock.now()) throw templateNameLocked(name, nameLockedUntil);
    await this.drafts.forgetMeta(tx, known.id);
    await this.addVersion(tx, known, draft);
    return this.getIn(tx, known.id);
  }

  private async addVersion(tx: AgencyTx, { id, name, language, lastVersion }: TemplateStanding, draft: TemplateDraft) {
    const version = versionOf(draft, lastVersion + 1);
    await this.drafts.insertVersion(tx, id, version);
    await this.drafts.startDraft(tx, id, version);
    await this.recordVersion(tx, id, { name, language, version });
  }

  private async recordVersion(
    tx: AgencyTx,
    id: Uuid,
    { name, language, version }: { readonly name: string; readonly language: string; readonly version: NewVersion },
  ): Promise<void> {
    await this.drafts.addEvents(tx, [{ templateId: id, version: version.version, kind: 'drafted' }]);
    await this.audit.record(tx, {
      type: 'template.drafted',
      target: { kind: 'template', id },
      detail: { name, language, category: version.category, version: version.version },
    });
  }

  private async setArchived(ctx: AgencyContext, id: Uuid, at: Date | null): Promise<TemplateDetails> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const found = await this.getLocked(tx, id);
      if ((found.archivedAt === null) !== (at === null)) {
        await this.drafts.setArchived(tx, id, at);
        const kind = at === null ? 'restored' : 'archived';
        await this.drafts.addEvents(tx, [{ templateId: id, version: found.lastVersion, kind }]);
        await this.audit.record(tx, {
          type: `template.${kind}`,
          target: { kind: 'template', id },
          detail: { name: found.name, language: found.language },
        });
      }
      return this.getIn(tx, id);
    });
  }

  private async newestDraft(tx: AgencyTx, id: Uuid): Promise<TemplateDraft> {
    const [newest] = await this.drafts.listVersions(tx, id);
    if (!newest) throw notFound();
    return readDraft(newest);
  }

  private async getStanding(tx: AgencyTx, id: Uuid): Promise<TemplateStanding> {
    const found = await this.drafts.find(tx, id);
    if (!found) throw notFound();
    return found;
  }

  private async getLocked(tx: AgencyTx, id: Uuid): Promise<TemplateStanding> {
    const found = await this.drafts.findLocked(tx, id);
    if (!found) throw notFound();
    return found;
  }

  private async accountFor(ctx: AgencyContext, wabaId: string | undefined): Promise<string> {
    const accounts = await this.phoneNumbers.wabas(ctx);
    const isWanted = (one: { wabaId: string }) => wabaId === undefined || one.wabaId === wabaId;
    const fitting = accounts.filter(isWanted);
    const found = fitting.find(({ mode }) => mode === 'live') ?? fitting[0];
    if (!found) throw accountMissing();
    return found.wabaId;
  }
}

export function versionOf(draft: TemplateDraft, version: number): NewVersion {
  return {
    version,
    ...composeDraft(draft),
    category: draft.category,
    variables: draft.variables.map(({ example: _, ...note }) => note),
    ttlSeconds: draft.ttlSeconds ?? null,
  };
}

/** The words of a version as people write them. */
export function draftOf(version: TemplateVersion): TemplateDraft {
  return readDraft(version);
}
