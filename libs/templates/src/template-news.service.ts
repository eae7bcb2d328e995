import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock } from '#libs/kernel';
import type { WebhookEvent } from '#libs/whatsapp';
import { TemplateChecksRepository } from './template-checks.repository.js';
import type { TemplateStanding } from './template-details.js';
import { type NewEvent, TemplateDraftsRepository } from './template-drafts.repository.js';
import { type TemplateFacts, TemplateFactsRepository } from './template-facts.repository.js';
import { entryTypeOf } from './template-statuses.js';
import { isAboutTemplates, newsOf, type TemplateNewsItem } from './webhook-facts.js';

/**
 * Hears what Meta decides about templates. It is believed at once, because a paused template must stop now, and Meta is asked
 * in the next moment: webhooks come late, twice and in another order, and its list is right whenever it is read.
 */
@Injectable()
export class TemplateNewsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly drafts: TemplateDraftsRepository,
    private readonly facts: TemplateFactsRepository,
    private readonly checks: TemplateChecksRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @param events of one account; those that are not about templates are passed over */
  async hear(ctx: AgencyContext, wabaId: string, events: readonly WebhookEvent[]): Promise<void> {
    const news = events.filter(isAboutTemplates);
    if (news.length === 0) return;
    const items = news.flatMap((event) => newsOf(event, this.clock.now()) ?? []);
    await this.database.agencyTransaction(ctx, async (tx) => {
      const ids = items.map(({ metaTemplateId }) => metaTemplateId);
      const known = new Map((await this.drafts.listForNews(tx, wabaId, ids)).map((one) => [one.metaTemplateId, one]));
      for (const item of items) await this.apply(tx, known, item);
      await this.checks.want(tx, wabaId, this.clock.now());
    });
  }

  /** Hearing it again changes nothing. */
  private async apply(
    tx: AgencyTx,
    known: Map<string | null, TemplateStanding>,
    { metaTemplateId, facts }: TemplateNewsItem,
  ): Promise<void> {
    const before = known.get(metaTemplateId);
    if (!before) return;
    const fresh = changedFacts(before, facts);
    if (Object.keys(fresh).length === 0) return;
    known.set(metaTemplateId, { ...before, ...fresh });
    await this.facts.set(tx, before.id, fresh);
    await this.drafts.addEvents(tx, eventsOf(before, fresh));
    await this.audit.record(tx, entriesOf(before, fresh));
  }
}

/** A pause that is told twice has one end. */
function changedFacts(before: TemplateStanding, facts: TemplateFacts): TemplateFacts {
  const isSamePause = facts.status === 'PAUSED' && before.status === 'PAUSED' && facts.pauseTitle === before.pauseTitle;
  const { pausedUntil, ...others } = facts;
  const compared: TemplateFacts = isSamePause
    ? others
    : { ...others, ...(pausedUntil !== undefined && { pausedUntil }) };
  return Object.fromEntries(
    Object.entries(compared).filter(([key, value]) => !isSame(before[key as keyof TemplateFacts], value)),
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
}

function eventsOf(before: TemplateStanding, facts: TemplateFacts): NewEvent[] {
  const about = { templateId: before.id, version: before.currentVersion };
  const { status, quality, category, nextCategory } = facts;
  return [
    ...(status !== undefined
      ? [
          {
            ...about,
            kind: 'status' as const,
            detail: {
              status,
              reason: facts.rejectedReason ?? null,
              advice: facts.rejectedAdvice ?? null,
              title: facts.pauseTitle ?? null,
              until: facts.pausedUntil?.toISOString() ?? null,
            },
          },
        ]
      : []),
    ...(quality !== undefined
      ? [{ ...about, kind: 'quality' as const, detail: { from: before.quality, to: quality } }]
      : []),
    ...(category !== undefined
      ? [{ ...about, kind: 'category' as const, detail: { from: before.category, to: category } }]
      : []),
    ...(nextCategory
      ? [
          {
            ...about,
            kind: 'category' as const,
            detail: { from: before.category, to: nextCategory, at: facts.nextCategoryAt?.toISOString() ?? null },
          },
        ]
      : []),
  ];
}

function entriesOf(
  before: TemplateStanding,
  { status, quality, category, nextCategory }: TemplateFacts,
): AuditAction[] {
  const { id, name, language, currentVersion: version } = before;
  const entry = (type: AuditAction['type'], detail: Readonly<Record<string, string>>): AuditAction => ({
    type,
    target: { kind: 'template', id },
    detail: { name, language, version, ...detail },
  });
  return [
    ...(status !== undefined ? [entry(entryTypeOf(status), { status, statusBefore: before.status })] : []),
    ...(quality !== undefined ? [entry('template.provider.quality_changed', { quality })] : []),
    ...(category !== undefined ? [entry('template.provider.category_changed', { category })] : []),
    ...(nextCategory ? [entry('template.provider.category_changed', { nextCategory })] : []),
  ];
}
