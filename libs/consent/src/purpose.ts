import type { FieldProblem, Uuid } from '#libs/kernel';

export const PURPOSE_CATEGORIES = ['service', 'marketing', 'alert', 'survey', 'otp'] as const;
export type PurposeCategory = (typeof PURPOSE_CATEGORIES)[number];

export const PURPOSE_BASES = [
  'consent',
  'public_task',
  'legal_obligation',
  'vital_interests',
  'contract',
  'legitimate_interest',
] as const;
export type PurposeBasis = (typeof PURPOSE_BASES)[number];

export const IN_DOUBT_POLICIES = ['resend_checked', 'resend_fast', 'hold'] as const;
export type InDoubtPolicy = (typeof IN_DOUBT_POLICIES)[number];

/** Whether the agency's quiet hours hold messages of a purpose. */
export const QUIET_HOURS = ['agency', 'exempt'] as const;
export type QuietHoursRule = (typeof QUIET_HOURS)[number];

/** The purpose of answering somebody who wrote. Every agency has it and no caller may redefine it. */
export const REPLY_PURPOSE = 'reply';

/** One version of what an agency sends messages for. A version never changes; a change makes the next one. */
export interface Purpose {
  readonly id: Uuid;
  readonly version: number;
  readonly code: string;
  readonly title: string;
  readonly category: PurposeCategory;
  readonly basis: PurposeBasis;
  readonly legalInstrument: string | null;
  readonly objectable: boolean;
  readonly inDoubtPolicy: InDoubtPolicy;
  readonly defaultLane: number;
  readonly defaultTtlSeconds: number | null;
  readonly quietHours: QuietHoursRule;
  readonly activeFrom: Date;
}

export interface NewPurpose {
  readonly code: string;
  readonly title: string;
  readonly category: PurposeCategory;
  readonly basis: PurposeBasis;
  readonly legalInstrument?: string;
  readonly objectable?: boolean;
  readonly inDoubtPolicy?: InDoubtPolicy;
  readonly defaultTtlSeconds?: number;
  readonly quietHours?: QuietHoursRule;
}

/** What a version says, without its number and dates. */
export type PurposeTerms = Omit<Purpose, 'id' | 'version' | 'activeFrom'>;

interface CategoryDefaults {
  readonly lane: number;
  readonly inDoubtPolicy: InDoubtPolicy;
  /** A warning and a code that somebody waits for cannot come in the morning. */
  readonly quietHours: QuietHoursRule;
}

/**
 * Lane 0 belongs to alerts. A second copy of a reminder is better than none, a second copy of an advertisement or of a
 * one-time code is not, and an alert cannot wait long for the answer.
 */
const DEFAULTS: Readonly<Record<PurposeCategory, CategoryDefaults>> = {
  alert: { lane: 0, inDoubtPolicy: 'resend_fast', quietHours: 'exempt' },
  otp: { lane: 1, inDoubtPolicy: 'hold', quietHours: 'exempt' },
  service: { lane: 2, inDoubtPolicy: 'resend_checked', quietHours: 'agency' },
  survey: { lane: 2, inDoubtPolicy: 'hold', quietHours: 'agency' },
  marketing: { lane: 3, inDoubtPolicy: 'hold', quietHours: 'agency' },
};

/** A code that is out of date after ten minutes must not arrive after an hour. */
const OTP_TTL_SECONDS = 600;

export const BUILT_IN_REPLY: PurposeTerms = {
  ...termsOf({ code: REPLY_PURPOSE, title: 'Replies to people who wrote', category: 'service', basis: 'public_task' }),
  defaultLane: 1,
  // Whoever has just written is awake.
  quietHours: 'exempt',
};

/** The whole of a purpose from what the caller said and what its category implies. */
export function termsOf(draft: NewPurpose): PurposeTerms {
  const { lane, inDoubtPolicy, quietHours } = DEFAULTS[draft.category];
  return {
    code: draft.code,
    title: draft.title,
    category: draft.category,
    basis: draft.basis,
    legalInstrument: draft.legalInstrument ?? null,
    objectable: draft.objectable ?? true,
    inDoubtPolicy: draft.inDoubtPolicy ?? inDoubtPolicy,
    defaultLane: lane,
    defaultTtlSeconds: draft.defaultTtlSeconds ?? (draft.category === 'otp' ? OTP_TTL_SECONDS : null),
    quietHours: draft.quietHours ?? quietHours,
  };
}

export function isSameTerms(a: PurposeTerms, b: PurposeTerms): boolean {
  return TERM_NAMES.every((name) => a[name] === b[name]);
}

const TERM_NAMES = Object.keys(BUILT_IN_REPLY) as (keyof PurposeTerms)[];

interface PurposeRule {
  readonly field: keyof NewPurpose;
  readonly code: string;
  readonly message: string;
  readonly isBroken: (terms: PurposeTerms) => boolean;
}

export const PURPOSE_CODE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The same rules as the table's constraints, told before they fail and by the field that breaks them. */
const RULES: readonly PurposeRule[] = [
  {
    field: 'code',
    code: 'not-allowed',
    message: 'code must be 1 to 63 small letters, digits and hyphens, like clinic-reminders',
    isBroken: ({ code }) => !PURPOSE_CODE.test(code),
  },
  {
    field: 'code',
    code: 'reserved',
    message: 'code is reserved for a built-in purpose',
    isBroken: ({ code }) => code === REPLY_PURPOSE,
  },
  {
    field: 'basis',
    code: 'marketing-needs-consent',
    message: 'basis of a marketing purpose must be consent',
    isBroken: ({ category, basis }) => category === 'marketing' && basis !== 'consent',
  },
  {
    field: 'legalInstrument',
    code: 'required',
    message: 'legalInstrument must name the law by which nobody may object to this purpose',
    isBroken: ({ objectable, basis, legalInstrument }) =>
      !objectable && basis !== 'consent' && !legalInstrument?.trim(),
  },
];

export function purposeProblems(terms: PurposeTerms): FieldProblem[] {
  return RULES.filter(({ isBroken }) => isBroken(terms)).map(({ field, code, message }) => ({ field, code, message }));
}
