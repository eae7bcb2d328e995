import type { Uuid } from '#libs/kernel';
import type { TemplateComponent } from '#libs/whatsapp';
import type { VariableNote } from './components-draft.js';
import type { ParameterFormat } from './template.js';

/** Given by us to a template that Meta does not know yet. */
export const DRAFT = 'DRAFT';

/** Where a version stands that Meta does not have yet. */
export type Review = 'draft' | 'in_review' | 'sent_back' | 'approved';

/** A template in one language with all that is known of it; its words are in its versions. */
export interface TemplateStanding {
  readonly id: Uuid;
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  /** Meta's word, or DRAFT. */
  readonly status: string;
  readonly metaTemplateId: string | null;
  /** The version that Meta has; of a draft, its newest. */
  readonly currentVersion: number;
  readonly lastVersion: number;
  readonly draftVersion: number | null;
  readonly review: Review | null;
  readonly reviewReason: string | null;
  /** Why it is not with Meta yet although it was approved. */
  readonly submitProblem: string | null;
  readonly submittedAt: Date | null;
  readonly archivedAt: Date | null;
  readonly nameLockedUntil: Date | null;
  readonly statusAt: Date | null;
  readonly rejectedReason: string | null;
  readonly rejectedAdvice: string | null;
  readonly pausedUntil: Date | null;
  readonly pauseTitle: string | null;
  readonly quality: string | null;
  readonly qualityAt: Date | null;
  readonly nextCategory: string | null;
  readonly nextCategoryAt: Date | null;
  readonly syncedAt: Date | null;
  readonly changedAt: Date;
}

/** One version, never changed once written. */
export interface TemplateVersion {
  readonly version: number;
  readonly category: string;
  readonly parameterFormat: ParameterFormat;
  readonly components: readonly TemplateComponent[];
  readonly variables: readonly VariableNote[];
  readonly ttlSeconds: number | null;
  /** Null for one that WhatsApp listed. */
  readonly writtenBy: Uuid | null;
  readonly createdAt: Date;
}

/** What happened to a template, and who did it. */
export interface TemplateHistoryEvent {
  readonly id: Uuid;
  readonly version: number;
  readonly kind: TemplateEventKind;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: Uuid | null;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

export type TemplateEventKind =
  | 'drafted'
  | 'review_asked'
  | 'sent_back'
  | 'approved'
  | 'submitted'
  | 'refused'
  | 'status'
  | 'category'
  | 'quality'
  | 'listed'
  | 'archived'
  | 'restored'
  | 'deleted';

export interface TemplateDetails extends TemplateStanding {
  /** Newest first. */
  readonly versions: readonly TemplateVersion[];
  /** Oldest first. */
  readonly events: readonly TemplateHistoryEvent[];
}
