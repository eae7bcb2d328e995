import type { Uuid } from '#libs/kernel';
import type { TemplateComponent } from '#libs/whatsapp';

/** The sender's values by variable; a positional template takes "1", "2", … */
export type TemplateVariables = Readonly<Record<string, string>>;

export type ParameterFormat = 'POSITIONAL' | 'NAMED';

/** One version of a template in one language, with all that sending needs. */
export interface SendableTemplate {
  readonly id: Uuid;
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
  /** UTILITY, MARKETING, AUTHENTICATION. */
  readonly category: string;
  /** Meta's word, e.g. APPROVED; only that one may be sent. */
  readonly status: string;
  readonly heldUntil: Date | null;
  readonly version: number;
  readonly parameterFormat: ParameterFormat;
  readonly components: readonly TemplateComponent[];
}

export interface ListedTemplate extends SendableTemplate {
  /** Null for one that Meta does not have. */
  readonly syncedAt: Date | null;
}

export interface TemplateRef {
  readonly templateId: Uuid;
  readonly version: number;
}

export interface TemplateFilter {
  readonly name?: string;
  readonly language?: string;
  readonly status?: string;
}

/** The one status in which Meta sends a template. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview */
export const APPROVED = 'APPROVED';
