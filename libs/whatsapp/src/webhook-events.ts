/**
 * What a change of a webhook tells, with our names and one shape for every version of Meta's schema. Messages and statuses
 * have types of their own (`WebhookChange.messages`, `.statuses`); everything else is one of these.
 */
export type WebhookEvent =
  | TemplateStatusEvent
  | TemplateQualityEvent
  | TemplateComponentsEvent
  | TemplateCategoryEvent
  | TemplateCategoryDetectedEvent
  | NumberQualityEvent
  | NumberNameEvent
  | NumberSecurityEvent
  | NumberUsernameEvent
  | NumberSettingsEvent
  | AccountUpdateEvent
  | AccountReviewEvent
  | AccountAlertEvent
  | CapabilityEvent
  | PreferenceEvent
  | UserIdEvent
  | ProblemEvent
  | OtherEvent;

export type WebhookEventKind = WebhookEvent['kind'];

/** What is told of templates. */
export type TemplateEvent = Extract<WebhookEvent, { readonly kind: `template.${string}` }>;

export function isTemplateEvent(event: WebhookEvent): event is TemplateEvent {
  return event.kind.startsWith('template.');
}

/** Which template a change is about. Any of these may be missing; Meta's id is the surest. */
export interface TemplateNamed {
  readonly metaTemplateId?: string;
  readonly name?: string;
  /** With `_`, however it came: `en-US` and `en_US` are seen. */
  readonly language?: string;
}

export interface TemplateStatusEvent extends TemplateNamed {
  readonly kind: 'template.status';
  /** APPROVED, REJECTED, PAUSED, DISABLED, ARCHIVED, UNARCHIVED, DELETED, PENDING_DELETION, FLAGGED, IN_APPEAL, LIMIT_EXCEEDED, LOCKED, PENDING, REINSTATED, or a word that does not exist yet. */
  readonly event: string;
  /** Missing for NONE. */
  readonly reason?: string;
  readonly category?: string;
  /** FIRST_PAUSE, SECOND_PAUSE, RATE_LIMITING_PAUSE, UNPAUSE, DISABLED. */
  readonly title?: string;
  readonly description?: string;
  readonly disabledFrom?: string;
  readonly recommendation?: string;
}

export interface TemplateQualityEvent extends TemplateNamed {
  readonly kind: 'template.quality';
  readonly before?: string;
  /** GREEN, YELLOW, RED, UNKNOWN. */
  readonly after: string;
}

export interface TemplateComponentsEvent extends TemplateNamed {
  readonly kind: 'template.components';
  readonly header?: string;
  readonly body?: string;
  readonly footer?: string;
  readonly buttons: readonly {
    readonly type?: string;
    readonly text?: string;
    readonly url?: string;
    readonly phone?: string;
  }[];
}

export interface TemplateCategoryEvent extends TemplateNamed {
  readonly kind: 'template.category';
  /** The category that it has until then, or had. */
  readonly before?: string;
  readonly after: string;
  /** False while the change is announced, a day ahead. */
  readonly isDone: boolean;
  readonly at?: Date;
}

export interface TemplateCategoryDetectedEvent extends TemplateNamed {
  readonly kind: 'template.category-detected';
  readonly current?: string;
  readonly suggested: string;
}

export interface NumberNamed {
  /** Digits of the number as it is displayed. */
  readonly displayDigits?: string;
}

export interface NumberQualityEvent extends NumberNamed {
  readonly kind: 'number.quality';
  /** ONBOARDING, THROUGHPUT_UPGRADE; older: FLAGGED, UNFLAGGED, UPGRADE, DOWNGRADE. */
  readonly event: string;
  readonly limit?: string;
}

export interface NumberNameEvent extends NumberNamed {
  readonly kind: 'number.name';
  /** APPROVED, DEFERRED, PENDING, REJECTED. */
  readonly decision: string;
  readonly name?: string;
  readonly reason?: string;
}

export interface NumberSecurityEvent extends NumberNamed {
  readonly kind: 'number.security';
  /** PIN_CHANGED, PIN_RESET_REQUEST, PIN_RESET_SUCCESS, PIN_REQUEST_SUCCESS. */
  readonly event: string;
  /** Who asked, by their id in Meta's business suite. */
  readonly requester?: string;
}

export interface NumberUsernameEvent extends NumberNamed {
  readonly kind: 'number.username';
  readonly username?: string;
  readonly status: string;
}

export interface NumberSettingsEvent {
  readonly kind: 'number.settings';
  readonly phoneNumberId?: string;
}

export interface AccountRestriction {
  /** RESTRICTED_BIZ_INITIATED_MESSAGING, RESTRICTED_CUSTOMER_INITIATED_MESSAGING, RESTRICTED_ADD_PHONE_NUMBER_ACTION. */
  readonly type: string;
  readonly until?: Date;
  readonly remedy?: string;
}

export interface AccountUpdateEvent {
  readonly kind: 'account.update';
  readonly event: string;
  readonly restrictions: readonly AccountRestriction[];
  readonly violation?: string;
  /** SCHEDULE_FOR_DISABLE, DISABLE, REINSTATE. */
  readonly banState?: string;
  /** As Meta writes it: `November 30, 2026`. */
  readonly banDate?: string;
  readonly disconnectedBecause?: string;
  /** What else it says, without anything about people. */
  readonly facts: Readonly<Record<string, string>>;
}

export interface AccountReviewEvent {
  readonly kind: 'account.review';
  /** APPROVED, REJECTED, PENDING, DEFERRED. */
  readonly decision: string;
}

export interface AccountAlertEvent {
  readonly kind: 'account.alert';
  readonly entity?: string;
  readonly entityId?: string;
  /** CRITICAL, WARNING, INFORMATIONAL. */
  readonly severity?: string;
  readonly status?: string;
  readonly alert: string;
  readonly description?: string;
}

export interface CapabilityEvent {
  readonly kind: 'account.capability';
  /** `TIER_10K`; numbers are translated. */
  readonly messagingLimit?: string;
  readonly maxPhoneNumbers?: number;
}

export interface PreferenceEvent {
  readonly kind: 'citizen.preference';
  readonly waId?: string;
  readonly userId?: string;
  readonly parentUserId?: string;
  /** `stop`, `resume`, `signup`, or a word that does not exist yet. */
  readonly choice: string;
  /** `marketing_messages`. */
  readonly category: string;
  readonly at?: Date;
  readonly signupId?: string;
}

export interface UserIdEvent {
  readonly kind: 'citizen.user-id';
  readonly waId?: string;
  readonly before: string;
  readonly after: string;
  readonly parentUserId?: string;
}

/** Something went wrong at Meta that belongs to no message. */
export interface ProblemEvent {
  readonly kind: 'problem';
  readonly code: number;
  readonly title?: string;
}

/** A field that has no effect here, by choice or because nobody knows it yet. */
export interface OtherEvent {
  readonly kind: 'other';
  /** The word by which the field tells what happened, where it has one. */
  readonly event?: string;
  readonly count: number;
}
