import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, notFound, type Uuid } from '#libs/kernel';
import { readDraft } from './components-draft.js';
import { EDITS_LOOK_BACK_MS, isEditable, nextEditAt } from './edit-limits.js';
import { hasErrors } from './lint/lint-template.js';
import type { TemplateDetails, TemplateStanding } from './template-details.js';
import { TemplateDraftsRepository } from './template-drafts.repository.js';
import { TemplateDraftsService } from './template-drafts.service.js';
import { TemplateSubmissionService } from './template-submission.service.js';
import {
  templateChanged,
  templateEditLimit,
  templateLint,
  templateState,
  writerMayNotApprove,
} from './templates.errors.js';

/** Two people for each template: one writes it, another lets it go to Meta. */
@Injectable()
export class TemplateReviewService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly drafts: TemplateDraftsRepository,
    private readonly writing: TemplateDraftsService,
    private readonly submission: TemplateSubmissionService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Asks for approval. Refused while a rule of Meta is broken, so that nobody reads what cannot be sent. */
  async ask(ctx: AgencyContext, id: Uuid, version: number): Promise<TemplateDetails> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const found = await this.getDraft(tx, id, version);
      if (found.review !== 'draft' && found.review !== 'sent_back') {
        throw templateState('This version waits for a decision already.');
      }
      await this.assertMaySubmit(tx, found, version);
      await this.drafts.setReview(tx, id, { review: 'in_review' });
      await this.record(tx, found, version, 'review_asked', 'template.review_asked');
      return this.writing.getIn(tx, id);
    });
  }

  /** Lets the version go to Meta, at once where Meta answers. */
  async approve(ctx: AgencyContext, id: Uuid, version: number): Promise<TemplateDetails> {
    await this.database.agencyTransaction(ctx, async (tx) => {
      const found = await this.getForDecision(tx, id, version);
      await this.drafts.setReview(tx, id, { review: 'approved' });
      await this.record(tx, found, version, 'approved', 'template.approved_internal');
    });
    await this.submission.submit(ctx, id);
    return this.writing.get(ctx, id);
  }

  async sendBack(ctx: AgencyContext, id: Uuid, version: number, reason: string): Promise<TemplateDetails> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const found = await this.getForDecision(tx, id, version);
      await this.drafts.setReview(tx, id, { review: 'sent_back', reason });
      await this.record(tx, found, version, 'sent_back', 'template.rejected_internal', reason);
      return this.writing.getIn(tx, id);
    });
  }

  private async getForDecision(tx: AgencyTx, id: Uuid, version: number): Promise<TemplateStanding> {
    const found = await this.getDraft(tx, id, version);
    if (found.review !== 'in_review') throw templateState('This version does not wait for approval.');
    if (await this.hasWritten(tx, found)) throw writerMayNotApprove();
    return found;
  }

  private async getDraft(tx: AgencyTx, id: Uuid, version: number): Promise<TemplateStanding> {
    const found = await this.drafts.findLocked(tx, id);
    if (!found) throw notFound();
    if (found.lastVersion !== version) throw templateChanged();
    if (found.draftVersion === null) throw templateState('WhatsApp has this version already. Write a new one first.');
    return found;
  }

  /** Every version since the one that Meta has: whoever wrote most of it may have left the last comma to another. */
  private async hasWritten(tx: AgencyTx, { id, metaTemplateId, currentVersion }: TemplateStanding): Promise<boolean> {
    const [versions, events] = await Promise.all([this.drafts.listVersions(tx, id), this.drafts.listEvents(tx, id)]);
    const since = metaTemplateId === null ? 0 : currentVersion;
    const wrote = versions.some(({ version, writtenBy }) => version > since && writtenBy === tx.actor.id);
    const asked = events.some(
      ({ version, kind, actorId }) => version > since && kind === 'review_asked' && actorId === tx.actor.id,
    );
    return wrote || asked;
  }

  private async assertMaySubmit(tx: AgencyTx, found: TemplateStanding, version: number): Promise<void> {
    const written = await this.drafts.findVersion(tx, found.id, version);
    if (!written) throw notFound();
    const findings = await this.writing.lintIn(tx, found, readDraft(written));
    if (hasErrors(findings)) throw templateLint(findings);
    if (found.metaTemplateId === null) return;
    if (!isEditable(found.status)) {
      throw templateState(
        `WhatsApp takes no change of a template that is ${found.status.toLowerCase()}. Copy it to a new name.`,
      );
    }
    if (found.status === 'APPROVED' && written.category !== found.category) {
      throw templateState('WhatsApp takes no other category for an approved template. Copy it to a new name.');
    }
    const now = this.clock.now();
    const edits = await this.drafts.listEdits(tx, found.id, new Date(now.getTime() - EDITS_LOOK_BACK_MS));
    const at = nextEditAt(found.status, edits, now);
    if (at) throw templateEditLimit(at);
  }

  private async record(
    tx: AgencyTx,
    { id, name, language }: TemplateStanding,
    version: number,
    kind: 'review_asked' | 'approved' | 'sent_back',
    type: 'template.review_asked' | 'template.approved_internal' | 'template.rejected_internal',
    reason?: string,
  ): Promise<void> {
    const because: Readonly<Record<string, string>> = reason === undefined ? {} : { reason };
    await this.drafts.addEvents(tx, [{ templateId: id, version, kind, detail: because }]);
    await this.audit.record(tx, {
      type,
      target: { kind: 'template', id },
      detail: { name, language, version, ...because },
    });
  }
}
