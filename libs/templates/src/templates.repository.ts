import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import type { TemplateComponent } from '#libs/whatsapp';
import type { OtherTemplate } from './lint/lint-template.js';
import type { NamedTemplate, NameFilter } from './named-template.js';
import {
  APPROVED,
  type ListedTemplate,
  type ParameterFormat,
  type TemplateFilter,
  type TemplateRef,
} from './template.js';
import type { ListedVersion, StoredTemplate } from './template-comparison.js';
import type { TemplateLanguage } from './templates.errors.js';

interface TemplateRow {
  id: string;
  waba_id: string;
  name: string;
  language: string;
  category: string;
  status: string;
  parameter_format: ParameterFormat;
  meta_template_id: string | null;
  held_until: Date | null;
  synced_at: Date | null;
  version: number;
  components: TemplateComponent[];
}

/** What a comparison with Meta's list needs besides. */
interface StoredRow {
  /** Meta's own, also of a template that is archived here. */
  meta_status: string;
  last_version: number;
  changed_at: Date;
  quality: string | null;
  rejected_reason: string | null;
}

type NamedRow = Omit<NamedTemplate, 'body'> & { readonly components: readonly TemplateComponent[] };

interface WantedLanguages {
  readonly wabaId: string;
  readonly name: string;
  /** Best first. */
  readonly languages: readonly string[];
}

/** Archived here, a template is not sent, whatever Meta would do. */
const STATUS = `CASE WHEN t.archived_at IS NULL THEN t.status ELSE 'ARCHIVED' END`;

const COLUMNS = `t.id, t.waba_id, t.name, t.language, t.category, ${STATUS} AS status, v.parameter_format,
  t.meta_template_id, t.held_until, t.synced_at, v.version, v.components`;

const WITH_CURRENT_VERSION = `templates t JOIN template_versions v
  ON v.agency_id = t.agency_id AND v.template_id = t.id AND v.version = t.current_version`;

/** The only file that touches `templates` and `template_versions`. */
@Injectable()
export class TemplatesRepository {
  /** In order, of each the best of its languages: an approved one first, else in the order given. */
  async findBest(tx: AgencyTx, wanted: readonly WantedLanguages[]): Promise<(ListedTemplate | null)[]> {
    const candidates = wanted.flatMap(({ languages, ...named }, place) =>
      languages.map((language, nth) => ({ ...named, place, language, nth })),
    );
    const rows = await tx.query<TemplateRow & { place: number }>(
      `SELECT DISTINCT ON (w.place) w.place, ${COLUMNS}
       FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::int[]) AS w (place, waba_id, name, language, nth)
       JOIN templates t ON t.agency_id = $1 AND t.waba_id = w.waba_id AND t.name = w.name AND t.language = w.language
       JOIN template_versions v ON v.agency_id = t.agency_id AND v.template_id = t.id AND v.version = t.current_version
       ORDER BY w.place, ${STATUS} <> $7, w.nth`,
      [
        tx.agencyId,
        candidates.map(({ place }) => place),
        candidates.map(({ wabaId }) => wabaId),
        candidates.map(({ name }) => name),
        candidates.map(({ language }) => language),
        candidates.map(({ nth }) => nth),
        APPROVED,
      ],
    );
    const found = new Map(rows.map((row) => [row.place, toTemplate(row)]));
    return wanted.map((_, place) => found.get(place) ?? null);
  }

  /** In order, the languages in which each exists. */
  async listLanguages(
    tx: AgencyTx,
    named: readonly { readonly wabaId: string; readonly name: string }[],
  ): Promise<TemplateLanguage[][]> {
    const rows = await tx.query<TemplateLanguage & { place: string }>(
      `SELECT w.place, t.language, ${STATUS} AS status, t.rejected_reason AS "rejectedReason",
         t.paused_until AS "pausedUntil" FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS w (waba_id, name, place)
       JOIN templates t ON t.agency_id = $1 AND t.waba_id = w.waba_id AND t.name = w.name ORDER BY w.place, t.language`,
      [tx.agencyId, named.map(({ wabaId }) => wabaId), named.map(({ name }) => name)],
    );
    return named.map((_, index) =>
      rows.filter(({ place }) => Number(place) === index + 1).map(({ place: _, ...language }) => language),
    );
  }

  async listByVersion(tx: AgencyTx, refs: readonly TemplateRef[]): Promise<ListedTemplate[]> {
    const rows = await tx.query<TemplateRow>(
      `SELECT ${COLUMNS} FROM unnest($2::uuid[], $3::int[]) AS r (template_id, version)
       JOIN templates t ON t.agency_id = $1 AND t.id = r.template_id
       JOIN template_versions v ON v.agency_id = $1 AND v.template_id = r.template_id AND v.version = r.version`,
      [tx.agencyId, refs.map((ref) => ref.templateId), refs.map((ref) => ref.version)],
    );
    return rows.map(toTemplate);
  }

  /** By id, which is the order in which they became known. */
  async list(tx: AgencyTx, filter: TemplateFilter, after: Uuid | null, limit: number): Promise<ListedTemplate[]> {
    const rows = await tx.query<TemplateRow>(
      `SELECT ${COLUMNS} FROM ${WITH_CURRENT_VERSION}
       WHERE t.agency_id = $1 AND ($2::uuid IS NULL OR t.id > $2) AND ($3::text IS NULL OR t.name = $3)
         AND ($4::text IS NULL OR t.language = $4) AND ($5::text IS NULL OR ${STATUS} = $5)
       ORDER BY t.id LIMIT $6`,
      [tx.agencyId, after, filter.name ?? null, filter.language ?? null, filter.status ?? null, limit],
    );
    return rows.map(toTemplate);
  }

  /** By name, each with all its languages. Deleted ones only when they are asked for. */
  async listNames(tx: AgencyTx, filter: NameFilter, limit: number): Promise<NamedTemplate[]> {
    const rows = await tx.query<NamedRow>(
      `WITH named AS (
         SELECT DISTINCT t.name, t.waba_id FROM templates t
         WHERE t.agency_id = $1 AND (t.name, t.waba_id) > ($2, $3)
           AND ($4::text IS NULL OR strpos(t.name, $4) > 0) AND ($5::text IS NULL OR ${STATUS} = $5)
           AND ($6::text IS NULL OR t.review = $6) AND (t.status <> 'DELETED' OR $5 = 'DELETED')
         ORDER BY t.name, t.waba_id LIMIT $7)
       SELECT t.name, t.waba_id AS "wabaId", min(t.category) AS category, max(t.changed_at) AS "changedAt",
         (array_agg(v.components ORDER BY t.status = 'DELETED', t.language <> 'en', t.language))[1] AS components,
         jsonb_agg(jsonb_build_object('id', t.id, 'language', t.language, 'status', ${STATUS}, 'review', t.review,
           'quality', t.quality, 'rejectedReason', t.rejected_reason, 'pausedUntil', t.paused_until)
           ORDER BY t.language) AS languages
       FROM named n JOIN templates t ON t.agency_id = $1 AND t.name = n.name AND t.waba_id = n.waba_id
       JOIN template_versions v ON v.agency_id = t.agency_id AND v.template_id = t.id AND v.version = t.current_version
       WHERE t.status <> 'DELETED' OR $5 = 'DELETED'
       GROUP BY t.name, t.waba_id ORDER BY t.name, t.waba_id`,
      [
        tx.agencyId,
        filter.after?.name ?? '',
        filter.after?.wabaId ?? '',
        filter.name ?? null,
        filter.status ?? null,
        filter.review ?? null,
        limit,
      ],
    );
    return rows.map(({ components, ...row }) => ({ ...row, body: textOf(components, 'BODY') ?? '' }));
  }

  /** The words of the other templates in a language: Meta takes none twice. */
  async listWords(
    tx: AgencyTx,
    { wabaId, name, language }: { readonly wabaId?: string; readonly name: string; readonly language: string },
  ): Promise<OtherTemplate[]> {
    const rows = await tx.query<{ name: string; language: string; components: TemplateComponent[] }>(
      `SELECT t.name, t.language, v.components FROM ${WITH_CURRENT_VERSION}
       WHERE t.agency_id = $1 AND ($2::text IS NULL OR t.waba_id = $2) AND t.language = $3 AND t.name <> $4
         AND t.status <> 'DELETED'`,
      [tx.agencyId, wabaId ?? null, language, name],
    );
    return rows.map(({ components, ...other }) => ({
      ...other,
      body: textOf(components, 'BODY') ?? '',
      footer: textOf(components, 'FOOTER'),
    }));
  }

  /** Two synchronisations of one account go one after the other; both would otherwise write the same next version. */
  async lockWaba(tx: AgencyTx, wabaId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`templates:${tx.agencyId}:${wabaId}`]);
  }

  async listStored(tx: AgencyTx, wabaId: string): Promise<StoredTemplate[]> {
    const rows = await tx.query<TemplateRow & StoredRow>(
      `SELECT ${COLUMNS}, t.status AS meta_status, t.last_version, t.changed_at, t.quality, t.rejected_reason
       FROM ${WITH_CURRENT_VERSION} WHERE t.agency_id = $1 AND t.waba_id = $2`,
      [tx.agencyId, wabaId],
    );
    return rows.map((row) => ({
      ...toTemplate(row),
      status: row.meta_status,
      templateId: row.id,
      id: row.meta_template_id,
      lastVersion: row.last_version,
      changedAt: row.changed_at,
      ...(row.quality !== null && { quality: row.quality }),
      ...(row.rejected_reason !== null && { rejectedReason: row.rejected_reason }),
    }));
  }

  async upsert(tx: AgencyTx, wabaId: string, templates: readonly ListedVersion[]): Promise<void> {
    await tx.execute(
      `INSERT INTO templates (agency_id, id, waba_id, name, language, category, status, parameter_format,
         current_version, last_version, meta_template_id, quality, rejected_reason, status_at, synced_at)
       SELECT $1, n.id, $2, n.name, n.language, n.category, n.status, n.parameter_format, n.version, n.version, n.meta_id,
         n.quality, n.rejected_reason, now(), now()
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[], $10::text[],
         $11::text[], $12::text[])
         AS n (id, name, language, category, status, parameter_format, version, meta_id, quality, rejected_reason)
       ON CONFLICT (agency_id, id) DO UPDATE SET category = EXCLUDED.category, status = EXCLUDED.status,
         parameter_format = EXCLUDED.parameter_format, current_version = EXCLUDED.current_version,
         last_version = greatest(templates.last_version, EXCLUDED.last_version),
         meta_template_id = EXCLUDED.meta_template_id, quality = EXCLUDED.quality,
         rejected_reason = EXCLUDED.rejected_reason,
         quality_at = CASE WHEN templates.quality IS DISTINCT FROM EXCLUDED.quality THEN now() ELSE templates.quality_at END,
         status_at = CASE WHEN templates.status <> EXCLUDED.status THEN now() ELSE templates.status_at END,
         rejected_advice = CASE WHEN EXCLUDED.status = 'REJECTED' THEN templates.rejected_advice END,
         paused_until = CASE WHEN EXCLUDED.status = 'PAUSED' THEN templates.paused_until END,
         pause_title = CASE WHEN EXCLUDED.status = 'PAUSED' THEN templates.pause_title END,
         -- Written here and found at Meta: the answer to its submission was lost, or it was made there meanwhile.
         draft_version = CASE WHEN templates.meta_template_id IS NULL THEN NULL ELSE templates.draft_version END,
         review = CASE WHEN templates.meta_template_id IS NULL THEN NULL ELSE templates.review END,
         submit_problem = CASE WHEN templates.meta_template_id IS NULL THEN NULL ELSE templates.submit_problem END,
         changed_at = now(),
         -- A hold ends with what caused it: Meta has since said something new about the template.
         held_until = NULL`,
      [
        tx.agencyId,
        wabaId,
        templates.map((template) => template.templateId),
        templates.map((template) => template.name),
        templates.map((template) => template.language),
        templates.map((template) => template.category),
        templates.map((template) => template.status),
        templates.map((template) => template.parameterFormat),
        templates.map((template) => template.version),
        templates.map((template) => template.id),
        templates.map((template) => template.quality ?? null),
        templates.map((template) => template.rejectedReason ?? null),
      ],
    );
  }

  /** What is noted about variables goes on into the version that Meta lists. */
  async insertVersions(tx: AgencyTx, templates: readonly ListedVersion[]): Promise<void> {
    await tx.execute(
      `INSERT INTO template_versions (agency_id, template_id, version, components, category, parameter_format, variables)
       SELECT $1, n.template_id, n.version, n.components::jsonb, n.category, n.parameter_format,
         coalesce((SELECT v.variables FROM template_versions v
           WHERE v.agency_id = $1 AND v.template_id = n.template_id ORDER BY v.version DESC LIMIT 1), '[]')
       FROM unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[])
         AS n (template_id, version, components, category, parameter_format)`,
      [
        tx.agencyId,
        templates.map((template) => template.templateId),
        templates.map((template) => template.version),
        templates.map((template) => JSON.stringify(template.components)),
        templates.map((template) => template.category),
        templates.map((template) => template.parameterFormat),
      ],
    );
  }

  async touch(tx: AgencyTx, wabaId: string): Promise<void> {
    await tx.execute('UPDATE templates SET synced_at = now() WHERE agency_id = $1 AND waba_id = $2', [
      tx.agencyId,
      wabaId,
    ]);
  }

  async hold(tx: AgencyTx, id: Uuid, until: Date): Promise<void> {
    await tx.execute('UPDATE templates SET held_until = $3 WHERE agency_id = $1 AND id = $2', [tx.agencyId, id, until]);
  }

  /** Templates that cannot be sent because Meta refused them. */
  async countRejected(tx: AgencyTx): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM templates WHERE agency_id = $1 AND status = 'REJECTED'`,
      [tx.agencyId],
    );
    return row?.n ?? 0;
  }
}

function textOf(components: readonly TemplateComponent[], type: string): string | undefined {
  return components.find((component) => component.type.toUpperCase() === type)?.text;
}

function toTemplate(row: TemplateRow): ListedTemplate {
  return {
    id: row.id,
    wabaId: row.waba_id,
    name: row.name,
    language: row.language,
    category: row.category,
    status: row.status,
    heldUntil: row.held_until,
    version: row.version,
    parameterFormat: row.parameter_format,
    components: row.components,
    syncedAt: row.synced_at,
  };
}
