import type { Uuid } from '#libs/kernel';

/** A template with all its languages, as a list shows it. */
export interface NamedTemplate {
  readonly name: string;
  readonly wabaId: string;
  readonly category: string;
  readonly body: string;
  readonly changedAt: Date;
  readonly languages: readonly NamedLanguage[];
}

export interface NamedLanguage {
  readonly id: Uuid;
  readonly language: string;
  readonly status: string;
  readonly review: string | null;
  readonly quality: string | null;
  readonly rejectedReason: string | null;
  /** ISO 8601. */
  readonly pausedUntil: string | null;
}

export interface NameFilter {
  /** Part of the name. */
  readonly name?: string;
  readonly status?: string;
  readonly review?: string;
  readonly after?: NameCursor;
}

/** The last one of the page before: a name may be there in several accounts. */
export interface NameCursor {
  readonly name: string;
  readonly wabaId: string;
}
