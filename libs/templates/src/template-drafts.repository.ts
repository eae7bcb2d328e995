import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import { newId, type Uuid } from '#libs/kernel';
import type { TemplateComponent } from '#libs/whatsapp';
import type { VariableNote } from './components-draft.js';
import type { ParameterFormat } from './template.js';
import type {
  Review,
  TemplateEventKind,
  TemplateHistoryEvent,
  TemplateStanding,
  TemplateVersion,
} from './template-details.js';

export interface NewVersion {
  readonly version: number;
  readonly category: string;
  readonly parameterFormat: ParameterFormat;
  readonly components: readonly TemplateComponent[];
  readonly variables: readonly VariableNote[];
  readonly ttlSeconds: number | null;
}

export interface NewEvent {
  readonly templateId: Uuid;
  readonly version: number;
  readonly kind: TemplateEventKind;
  readonly detail?: Readonly<Record<string, string | number | null>>;
}

const STANDING = `id, waba_id AS "wabaId", name, language, category, status, meta_template_id AS "metaTemplateId",
  current_version AS "currentVersion", last_version AS "lastVersion", draft_version AS "draftVersion", review,
  review_reason AS "reviewReason", submit_problem AS "submitProblem", submitted_at AS "submittedAt",
  archived_at AS "archivedAt", name_locked_until AS "nameLockedUntil", status_at AS "statusAt",
  rejected_reason AS "rejectedReason", rejected_advice AS "rejectedAdvice", paused_until AS "pausedUntil",
  pause_title AS "pauseTitle", quality, quality_at AS "qualityAt", next_category AS "nextCategory",
  next_category_at AS "nextCategoryAt", synced_at AS "syncedAt", changed_at AS "changedAt"`;

const VERSION = `version, category, parameter_format AS "parameterFormat", components, variables,
  ttl_seconds AS "ttlSeconds", written_by AS "writtenBy", created_at AS "createdAt"`;

/** Templates as they are written: their standing, their versions and what happened to them. */
@Injectable()
export class TemplateDraftsRepository {
  async find(tx: AgencyTx, id: Uuid): Promise<TemplateStanding | null> {
    const [row] = await tx.query<TemplateStanding>(
      `SELECT ${STANDING} FROM templates WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id],
    );
    return row ?? null;
  }

  /** Nobody else changes it until the end of the transaction. */
  async findLocked(tx: AgencyTx, id: Uuid): Promise<TemplateStanding | null> {
    const [row] = await tx.query<TemplateStanding>(
      `SELECT ${STANDING} FROM templates WHERE agency_id = $1 AND id = $2 FOR UPDATE`,
      [tx.agencyId, id],
    );
    return row ?? null;
  }

  async findNamed(tx: AgencyTx, wabaId: string, name: string, language: string): Promise<TemplateStanding | null> {
    const [row] = await tx.query<TemplateStanding>(
      `SELECT ${STANDING} FROM templates
       WHERE agency_id = $1 AND waba_id = $2 AND name = $3 AND language = $4 FOR UPDATE`,
      [tx.agencyId, wabaId, name, language],
    );
    return row ?? null;
  }

  /** By Meta's ids, or by name and language where a webhook has no id that we know. */
  async listForNews(tx: AgencyTx, wabaId: string, metaIds: readonly string[]): Promise<TemplateStanding[]> {
    return tx.query<TemplateStanding>(
      `SELECT ${STANDING} FROM templates
       WHERE agency_id = $1 AND waba_id = $2 AND meta_template_id = ANY ($3) ORDER BY id FOR UPDATE`,
      [tx.agencyId, wabaId, metaIds],
    );
  }

  async insert(
    tx: AgencyTx,
    template: { readonly id: Uuid; readonly wabaId: string; readonly name: string; readonly language: string },
    { category, parameterFormat }: NewVersion,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO templates (agency_id, id, waba_id, name, language, category, status, parameter_format,
         current_version, last_version, draft_version, review)
       VALUES ($1, $2, $3, $4, $5, $6, 'DRAFT', $7, 1, 1, 1, 'draft')`,
      [tx.agencyId, template.id, template.wabaId, template.name, template.language, category, parameterFormat],
    );
  }

  /** A template that Meta does not have is its newest version; of another, the new one waits beside. */
  async startDraft(tx: AgencyTx, id: Uuid, { version, category, parameterFormat }: NewVersion): Promise<void> {
    await tx.execute(
      `UPDATE templates SET last_version = $3, draft_version = $3, review = 'draft', review_reason = NULL,
         submit_problem = NULL, archived_at = NULL, changed_at = now(),
         current_version = CASE WHEN meta_template_id IS NULL THEN $3 ELSE current_version END,
         category = CASE WHEN meta_template_id IS NULL THEN $4 ELSE category END,
         parameter_format = CASE WHEN meta_template_id IS NULL THEN $5 ELSE parameter_format END,
         status = CASE WHEN meta_template_id IS NULL THEN 'DRAFT' ELSE status END
       WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, version, category, parameterFormat],
    );
  }

  async insertVersion(tx: AgencyTx, templateId: Uuid, one: NewVersion): Promise<void> {
    await tx.execute(
      `INSERT INTO template_versions (agency_id, template_id, version, category, parameter_format, components,
         variables, ttl_seconds, written_by)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9)`,
      [
        tx.agencyId,
        templateId,
        one.version,
        one.category,
        one.parameterFormat,
        JSON.stringify(one.components),
        JSON.stringify(one.variables),
        one.ttlSeconds,
        tx.actor.id,
      ],
    );
  }

  async setReview(
    tx: AgencyTx,
    id: Uuid,
    { review, reason = null, problem = null }: { review: Review; reason?: string | null; problem?: string | null },
  ): Promise<void> {
    await tx.execute(
      `UPDATE templates SET review = $3, review_reason = $4, submit_problem = $5, changed_at = now()
       WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, review, reason, problem],
    );
  }

  /** So that no other process submits it in the same minute. */
  async noteSubmission(tx: AgencyTx, id: Uuid): Promise<void> {
    await tx.execute('UPDATE templates SET submitted_at = now() WHERE agency_id = $1 AND id = $2', [tx.agencyId, id]);
  }

  async listToSubmit(tx: AgencyTx, wabaId: string, before: Date): Promise<Uuid[]> {
    const rows = await tx.query<{ id: Uuid }>(
      `SELECT id FROM templates
       WHERE agency_id = $1 AND waba_id = $2 AND review = 'approved' AND (submitted_at IS NULL OR submitted_at <= $3)`,
      [tx.agencyId, wabaId, before],
    );
    return rows.map(({ id }) => id);
  }

  /** Meta has the version that waited. */
  async setSubmitted(
    tx: AgencyTx,
    id: Uuid,
    answer: { readonly id: string; readonly status: string; readonly category: string },
    parameterFormat: ParameterFormat,
  ): Promise<void> {
    await tx.execute(
      `UPDATE templates SET meta_template_id = $3, status = $4, category = $5, parameter_format = $6,
         current_version = draft_version, draft_version = NULL, review = NULL, review_reason = NULL,
         submit_problem = NULL, rejected_reason = NULL, rejected_advice = NULL, paused_until = NULL,
         pause_title = NULL, name_locked_until = NULL, held_until = NULL, status_at = now(), changed_at = now(),
         synced_at = coalesce(synced_at, now())
       WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, answer.id, answer.status, answer.category, parameterFormat],
    );
  }

  /** A name that is written again after its deletion starts anew at Meta. */
  async forgetMeta(tx: AgencyTx, id: Uuid): Promise<void> {
    await tx.execute(
      `UPDATE templates SET meta_template_id = NULL, name_locked_until = NULL, quality = NULL, quality_at = NULL,
         rejected_reason = NULL, rejected_advice = NULL, paused_until = NULL, pause_title = NULL, next_category = NULL,
         next_category_at = NULL, submitted_at = NULL
       WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id],
    );
  }

  async setArchived(tx: AgencyTx, id: Uuid, at: Date | null): Promise<void> {
    await tx.execute('UPDATE templates SET archived_at = $3, changed_at = now() WHERE agency_id = $1 AND id = $2', [
      tx.agencyId,
      id,
      at,
    ]);
  }

  async setDeleted(tx: AgencyTx, id: Uuid, lockedUntil: Date | null): Promise<void> {
    await tx.execute(
      `UPDATE templates SET status = 'DELETED', meta_template_id = NULL, draft_version = NULL, review = NULL,
         review_reason = NULL, submit_problem = NULL, name_locked_until = $3, status_at = now(), changed_at = now()
       WHERE agency_id = $1 AND id = $2`,
      [tx.agencyId, id, lockedUntil],
    );
  }

  async listVersions(tx: AgencyTx, templateId: Uuid): Promise<TemplateVersion[]> {
    return tx.query<TemplateVersion>(
      `SELECT ${VERSION} FROM template_versions WHERE agency_id = $1 AND template_id = $2 ORDER BY version DESC`,
      [tx.agencyId, templateId],
    );
  }

  async findVersion(tx: AgencyTx, templateId: Uuid, version: number): Promise<TemplateVersion | null> {
    const [row] = await tx.query<TemplateVersion>(
      `SELECT ${VERSION} FROM template_versions WHERE agency_id = $1 AND template_id = $2 AND version = $3`,
      [tx.agencyId, templateId, version],
    );
    return row ?? null;
  }

  async addEvents(tx: AgencyTx, events: readonly NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    await tx.execute(
      `INSERT INTO template_events (agency_id, id, template_id, version, kind, actor_kind, actor_id, detail)
       SELECT $1, n.id, n.template_id, n.version, n.kind, $2, $3, n.detail::jsonb
       FROM unnest($4::uuid[], $5::uuid[], $6::int[], $7::text[], $8::text[]) AS n (id, template_id, version, kind, detail)`,
      [
        tx.agencyId,
        tx.actor.kind,
        tx.actor.id,
        events.map(() => newId()),
        events.map(({ templateId }) => templateId),
        events.map(({ version }) => version),
        events.map(({ kind }) => kind),
        events.map(({ detail }) => JSON.stringify(detail ?? {})),
      ],
    );
  }

  async listEvents(tx: AgencyTx, templateId: Uuid): Promise<TemplateHistoryEvent[]> {
    return tx.query<TemplateHistoryEvent>(
      `SELECT id, version, kind, at, actor_kind AS "actorKind", actor_id AS "actorId", detail FROM template_events
       WHERE agency_id = $1 AND template_id = $2 ORDER BY id LIMIT 500`,
      [tx.agencyId, templateId],
    );
  }

  /** When an approved template was edited at Meta, newest first. */
  async listEdits(tx: AgencyTx, templateId: Uuid, since: Date): Promise<Date[]> {
    const rows = await tx.query<{ at: Date }>(
      `SELECT at FROM template_events WHERE agency_id = $1 AND template_id = $2 AND kind = 'submitted'
         AND detail ->> 'before' = 'APPROVED' AND at > $3 ORDER BY at DESC`,
      [tx.agencyId, templateId, since],
    );
    return rows.map(({ at }) => at);
  }
}
