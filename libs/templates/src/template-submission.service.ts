import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Env } from '#libs/config';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, notFound, type Uuid } from '#libs/kernel';
import { PhoneNumbersService, type WabaAccess } from '#libs/phone-numbers';
import { type CreatedTemplate, GraphCallError, type GraphError, TemplatesClient } from '#libs/whatsapp';
import { NAME_LOCK_MS } from './edit-limits.js';
import { ALREADY_THERE, describeRefusal, isForLater } from './submission-refusals.js';
import { APPROVED } from './template.js';
import { TemplateChecksRepository } from './template-checks.repository.js';
import type { TemplateStanding, TemplateVersion } from './template-details.js';
import { TemplateDraftsRepository } from './template-drafts.repository.js';
import { GONE } from './template-statuses.js';
import { TemplateSyncService } from './template-sync.service.js';
import { accountMissing, providerUnreachable, templateRefused, templateState } from './templates.errors.js';

/** So long one process has a submission to itself; then another may try it again. */
const TRY_AGAIN_MS = 60_000;

interface ToSubmit {
  readonly template: TemplateStanding;
  readonly version: TemplateVersion;
}

/**
 * Hands approved versions to Meta. A call whose answer is lost is not repeated blindly: the account is read again, and a
 * template that is there was created.
 */
@Injectable()
export class TemplateSubmissionService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly drafts: TemplateDraftsRepository,
    private readonly checks: TemplateChecksRepository,
    private readonly syncs: TemplateSyncService,
    private readonly phoneNumbers: PhoneNumbersService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** What Meta refuses goes back to its writer; what it does not answer stays approved and is tried again. */
  async submit(ctx: AgencyContext, id: Uuid): Promise<void> {
    const wanted = await this.database.agencyTransaction(ctx, (tx) => this.take(tx, id));
    if (!wanted) return;
    const { wabaId } = wanted.template;
    try {
      const access = await this.accountOf(ctx, wabaId);
      const answer = await this.call(access, (client) => send(client, access, wanted));
      await this.database.agencyTransaction(ctx, (tx) => this.settle(tx, wanted, answer));
    } catch (error) {
      if (!(error instanceof GraphCallError)) throw error;
      await this.settleFailure(ctx, wanted, error);
    }
  }

  async submitWaiting(ctx: AgencyContext, wabaId: string): Promise<void> {
    const before = new Date(this.clock.now().getTime() - TRY_AGAIN_MS);
    const ids = await this.database.agencyTransaction(ctx, (tx) => this.drafts.listToSubmit(tx, wabaId, before));
    for (const id of ids) await this.submit(ctx, id);
  }

  /** At Meta too, where it has the template; its name is then locked for thirty days. */
  async remove(ctx: AgencyContext, id: Uuid): Promise<void> {
    const template = await this.database.agencyTransaction(ctx, (tx) => this.drafts.find(tx, id));
    if (!template) throw notFound();
    const { metaTemplateId, wabaId, name, status } = template;
    if (status === GONE) return;
    if (template.review === 'approved') throw templateState('It is on its way to WhatsApp. Wait until it is there.');
    if (metaTemplateId !== null) {
      const access = await this.accountOf(ctx, wabaId);
      await this.callOrRefuse(access, (client) =>
        client.remove({ id: wabaId, accessToken: access.accessToken }, { id: metaTemplateId, name }),
      );
    }
    const lockedUntil = status === APPROVED ? new Date(this.clock.now().getTime() + NAME_LOCK_MS) : null;
    await this.database.agencyTransaction(ctx, async (tx) => {
      await this.drafts.setDeleted(tx, id, lockedUntil);
      await this.drafts.addEvents(tx, [{ templateId: id, version: template.lastVersion, kind: 'deleted' }]);
      await this.audit.record(tx, {
        type: 'template.retired',
        target: { kind: 'template', id },
        detail: { name, language: template.language, statusBefore: status },
      });
    });
  }

  /** @returns null when there is nothing to submit, or somebody else does it */
  private async take(tx: AgencyTx, id: Uuid): Promise<ToSubmit | null> {
    const template = await this.drafts.findLocked(tx, id);
    if (template?.review !== 'approved' || template.draftVersion === null) return null;
    const now = this.clock.now();
    const { submittedAt, changedAt } = template;
    // Somebody else has taken it since it was approved, or since it last failed.
    const isTaken = submittedAt !== null && submittedAt > changedAt;
    if (isTaken && now.getTime() - submittedAt.getTime() < TRY_AGAIN_MS) return null;
    const version = await this.drafts.findVersion(tx, id, template.draftVersion);
    if (!version) return null;
    await this.drafts.noteSubmission(tx, id);
    await this.checks.want(tx, template.wabaId, new Date(now.getTime() + TRY_AGAIN_MS));
    return { template, version };
  }

  private async settle(tx: AgencyTx, { template, version }: ToSubmit, answer: CreatedTemplate): Promise<void> {
    const { id, name, language, status: before } = template;
    await this.drafts.setSubmitted(tx, id, answer, version.parameterFormat);
    const detail = { status: answer.status, before };
    await this.drafts.addEvents(tx, [
      { templateId: id, version: version.version, kind: 'submitted', detail },
      ...(answer.category === version.category
        ? []
        : [
            {
              templateId: id,
              version: version.version,
              kind: 'category' as const,
              detail: { from: version.category, to: answer.category },
            },
          ]),
    ]);
    await this.checks.want(tx, template.wabaId, this.soon());
    await this.audit.record(tx, {
      type: 'template.submitted',
      target: { kind: 'template', id },
      detail: { name, language, version: version.version, category: answer.category, status: answer.status },
    });
  }

  private async settleFailure(ctx: AgencyContext, wanted: ToSubmit, error: GraphCallError): Promise<void> {
    const { graphError } = error;
    if (graphError && !isForLater(graphError) && !(await this.isThereNow(ctx, wanted, graphError))) {
      await this.database.agencyTransaction(ctx, (tx) => this.refuse(tx, wanted, graphError));
      return;
    }
    await this.database.agencyTransaction(ctx, async (tx) => {
      const now = await this.drafts.findLocked(tx, wanted.template.id);
      if (now?.review !== 'approved') return;
      await this.drafts.setReview(tx, now.id, { review: 'approved', problem: 'provider-unreachable' });
      await this.checks.want(tx, now.wabaId, new Date(this.clock.now().getTime() + TRY_AGAIN_MS));
    });
  }

  /** Refused because it is there: an earlier call did go through, and its answer was lost. */
  private async isThereNow(ctx: AgencyContext, { template }: ToSubmit, error: GraphError): Promise<boolean> {
    if (error.subcode !== ALREADY_THERE || template.submitProblem === null) return false;
    await this.syncs.syncAccount(ctx, await this.accountOf(ctx, template.wabaId));
    const now = await this.database.agencyTransaction(ctx, (tx) => this.drafts.find(tx, template.id));
    return now?.review !== 'approved';
  }

  private async refuse(tx: AgencyTx, { template, version }: ToSubmit, error: GraphError): Promise<void> {
    const { code, words } = describeRefusal(error);
    const { id, name, language } = template;
    const detail = {
      code,
      words,
      metaCode: error.code,
      ...(error.subcode !== undefined && { subcode: error.subcode }),
    };
    await this.drafts.setReview(tx, id, { review: 'sent_back', reason: words, problem: code });
    await this.drafts.addEvents(tx, [{ templateId: id, version: version.version, kind: 'refused', detail }]);
    await this.audit.record(tx, {
      type: 'template.submission_refused',
      target: { kind: 'template', id },
      reason: code,
      detail: { name, language, version: version.version, ...detail },
    });
  }

  private async accountOf(ctx: AgencyContext, wabaId: string): Promise<WabaAccess> {
    const access = (await this.phoneNumbers.wabas(ctx)).find((one) => one.wabaId === wabaId);
    if (!access) throw accountMissing();
    return access;
  }

  private async callOrRefuse<T>(access: WabaAccess, work: (client: TemplatesClient) => Promise<T>): Promise<T> {
    try {
      return await this.call(access, work);
    } catch (error) {
      if (!(error instanceof GraphCallError)) throw error;
      throw error.graphError
        ? templateRefused(describeRefusal(error.graphError).words)
        : providerUnreachable(error.message);
    }
  }

  private async call<T>({ baseUrl }: WabaAccess, work: (client: TemplatesClient) => Promise<T>): Promise<T> {
    const client = new TemplatesClient({ baseUrl, apiVersion: this.env.GRAPH_API_VERSION });
    try {
      return await work(client);
    } finally {
      await client.close();
    }
  }

  private soon(): Date {
    return new Date(this.clock.now().getTime() + this.env.TEMPLATES_CHECK_MS);
  }
}

/** Of an edit, Meta tells only that it took it. */
async function send(client: TemplatesClient, { accessToken }: WabaAccess, wanted: ToSubmit): Promise<CreatedTemplate> {
  const { template, version } = wanted;
  const ttl = version.ttlSeconds === null ? {} : { message_send_ttl_seconds: version.ttlSeconds };
  const body = { components: version.components, ...ttl };
  if (template.metaTemplateId !== null) {
    const category = template.status === APPROVED ? {} : { category: version.category };
    await client.edit({ id: template.metaTemplateId, accessToken }, { ...body, ...category });
    return { id: template.metaTemplateId, status: 'PENDING', category: version.category };
  }
  return client.create(
    { id: template.wabaId, accessToken },
    {
      ...body,
      name: template.name,
      language: template.language,
      category: version.category,
      parameter_format: version.parameterFormat,
    },
  );
}
