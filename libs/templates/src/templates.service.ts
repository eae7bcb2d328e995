import { Injectable } from '@nestjs/common';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, DomainError, type Page, type Uuid } from '#libs/kernel';
import type { NameCursor, NamedTemplate, NameFilter } from './named-template.js';
import {
  APPROVED,
  type ListedTemplate,
  type SendableTemplate,
  type TemplateFilter,
  type TemplateRef,
} from './template.js';
import { languageCandidates } from './template-language.js';
import { type SyncResult, TemplateSyncService } from './template-sync.service.js';
import { templateNotApproved } from './templates.errors.js';
import { TemplatesRepository } from './templates.repository.js';

export interface WantedTemplate {
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
}

export interface NamePage {
  readonly data: readonly NamedTemplate[];
  readonly next: NameCursor | null;
}

/** The message templates of an agency, as Meta last listed them. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly repository: TemplatesRepository,
    private readonly syncService: TemplateSyncService,
  ) {}

  async sync(ctx: AgencyContext): Promise<SyncResult> {
    return this.syncService.sync(ctx);
  }

  /** `next` is the id of the last template on the page. */
  async list(
    ctx: AgencyContext,
    page: { readonly limit: number; readonly after?: Uuid } & TemplateFilter,
  ): Promise<Page<ListedTemplate>> {
    const { limit, after, ...filter } = page;
    // One more than asked for tells whether there is another page.
    const found = await this.database.agencyTransaction(ctx, (tx) =>
      this.repository.list(tx, filter, after ?? null, limit + 1),
    );
    const data = found.slice(0, limit);
    return { data, next: found.length > limit ? (data.at(-1)?.id ?? null) : null };
  }

  /** By name, each with all its languages. */
  async listNames(ctx: AgencyContext, filter: NameFilter, limit: number): Promise<NamePage> {
    const found = await this.database.agencyTransaction(ctx, (tx) => this.repository.listNames(tx, filter, limit + 1));
    const data = found.slice(0, limit);
    const last = found.length > limit ? data.at(-1) : undefined;
    return { data, next: last ? { name: last.name, wabaId: last.wabaId } : null };
  }

  /** In the language asked for, else in its base language; an approved one wins over one that Meta would not send. */
  async find(tx: AgencyTx, wanted: WantedTemplate): Promise<SendableTemplate | null> {
    const [found] = await this.repository.findBest(tx, [withCandidates(wanted)]);
    return found ?? null;
  }

  /** The same for a message that is about to be accepted: refuses with the languages that exist. */
  async getApproved(tx: AgencyTx, wanted: WantedTemplate): Promise<SendableTemplate> {
    const [found] = await this.listApproved(tx, [wanted]);
    if (!found || found instanceof DomainError) throw found ?? templateNotApproved(wanted.name, wanted.language, []);
    return found;
  }

  /** The same for many, in order, with the refusal in the place of one that may not be sent. At most two statements. */
  async listApproved(tx: AgencyTx, wanted: readonly WantedTemplate[]): Promise<(SendableTemplate | DomainError)[]> {
    if (wanted.length === 0) return [];
    const found = await this.repository.findBest(tx, wanted.map(withCandidates));
    const missing = wanted.filter((_, place) => found[place]?.status !== APPROVED);
    const existing = missing.length > 0 ? await this.repository.listLanguages(tx, missing) : [];
    const languages = new Map(missing.map((one, place) => [one, existing[place] ?? []]));
    return wanted.map((one, place) => {
      const template = found[place];
      if (template?.status === APPROVED) return template;
      return templateNotApproved(one.name, one.language, languages.get(one) ?? []);
    });
  }

  /** Exactly the versions that messages were accepted with, by `templateKey`. One statement for any number of them. */
  async byVersion(tx: AgencyTx, refs: readonly TemplateRef[]): Promise<Map<string, SendableTemplate>> {
    const distinct = [...new Map(refs.map((ref) => [templateKey(ref), ref])).values()];
    if (distinct.length === 0) return new Map();
    const templates = await this.repository.listByVersion(tx, distinct);
    return new Map(templates.map((one) => [templateKey({ templateId: one.id, version: one.version }), one]));
  }

  /** Messages with this template wait until then; Meta has paused it or does not know it (class C). */
  async hold(tx: AgencyTx, templateId: Uuid, until: Date): Promise<void> {
    await this.repository.hold(tx, templateId, until);
  }
}

function withCandidates({ language, ...named }: WantedTemplate) {
  return { ...named, languages: languageCandidates(language) };
}

export function templateKey({ templateId, version }: TemplateRef): string {
  return `${templateId}:${version}`;
}
