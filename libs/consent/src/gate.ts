import type { Uuid } from '#libs/kernel';
import type { PurposeBasis, PurposeCategory } from './purpose.js';
import { REPLY_PURPOSE } from './purpose.js';

/** Meta closes the customer service window 24 hours after the citizen's last message. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages#customer-service-windows */
export const WINDOW_MS = 24 * 60 * 60 * 1000;

export type SuppressionReason =
  | 'optout'
  | 'provider_optout'
  | 'wrong_person'
  | 'deceased'
  | 'objection'
  | 'legal'
  | 'erased';

export type ConsentStateName = 'granted' | 'refused' | 'withdrawn' | 'expired' | 'objected' | 'requested' | 'none';

/** What the gate must know of a purpose; taken from the version that the message names. */
export interface GatePurpose {
  readonly id: Uuid;
  readonly version: number;
  readonly code: string;
  readonly category: PurposeCategory;
  readonly basis: PurposeBasis;
  readonly objectable: boolean;
}

/** A suppression in force that names this person. */
export interface SuppressionFact {
  readonly scope: 'all' | 'category' | 'purpose';
  readonly purposeId: Uuid | null;
  readonly category: string | null;
  readonly reason: SuppressionReason;
  readonly since: Date;
}

export interface ConsentFact {
  readonly state: ConsentStateName;
  readonly since: Date;
  readonly expiresAt: Date | null;
  readonly eventId: Uuid;
}

export interface GateFacts {
  readonly purpose: GatePurpose;
  readonly content: 'template' | 'free-form';
  readonly at: Date;
  readonly suppressions: readonly SuppressionFact[];
  readonly consent: ConsentFact | null;
  /** The event that is the evidence of WhatsApp's opt-in. */
  readonly optInEventId: Uuid | null;
  /** When this citizen last wrote to the number that the message goes out from. */
  readonly lastInboundAt: Date | null;
}

export type GateRefusalCode =
  | 'suppressed'
  | 'consent-withdrawn'
  | 'consent-missing'
  | 'objected'
  | 'opt-in-missing'
  | 'window-closed';

export type GateVerdict =
  | { readonly allowed: true; readonly basis: PurposeBasis; readonly basisRef: string; readonly metaOptInRef: string }
  | {
      readonly allowed: false;
      readonly code: GateRefusalCode;
      /** A finer stable code, for the audit log and the timeline. */
      readonly reason: string;
    };

type Refusal = Extract<GateVerdict, { allowed: false }>;
type Rule = (facts: GateFacts) => Refusal | null;

/** Facts about the person or the law, not wishes: nobody is ever written to past one of these, in an emergency either. */
const HARD_REASONS: ReadonlySet<SuppressionReason> = new Set(['wrong_person', 'deceased', 'legal', 'erased']);

/** A wish that a later grant of the same purpose takes back. What WhatsApp itself stopped only the citizen can resume there. */
const TAKEN_BACK_BY_GRANT: ReadonlySet<SuppressionReason> = new Set(['optout', 'objection']);

const CONSENT_REFUSALS: Readonly<Partial<Record<ConsentStateName, readonly [GateRefusalCode, string]>>> = {
  withdrawn: ['consent-withdrawn', 'consent-withdrawn'],
  objected: ['objected', 'objected'],
  refused: ['consent-missing', 'consent-refused'],
  expired: ['consent-missing', 'consent-expired'],
};

const OBJECTIONS: ReadonlySet<ConsentStateName> = new Set(['objected', 'withdrawn', 'refused']);

/** In this order; the first that refuses gives the answer, so that one cause is always reported alike. */
const RULES: readonly Rule[] = [hardSuppression, optOut, consentBasis, objection, optIn, openWindow];

/** Whether one message may be sent, from facts alone. */
export function decide(facts: GateFacts): GateVerdict {
  for (const rule of RULES) {
    const refusal = rule(facts);
    if (refusal) return refusal;
  }
  const { purpose, consent } = facts;
  return {
    allowed: true,
    basis: purpose.basis,
    basisRef: purpose.basis === 'consent' && consent ? consent.eventId : `${purpose.id}@${purpose.version}`,
    metaOptInRef: facts.optInEventId ?? `inbound@${facts.lastInboundAt?.toISOString()}`,
  };
}

/** Open for less than 24 hours after the citizen's last message to this number. */
export function isWindowOpen(lastInboundAt: Date | null, at: Date): boolean {
  return lastInboundAt !== null && at.getTime() - lastInboundAt.getTime() < WINDOW_MS;
}

function hardSuppression({ suppressions, purpose }: GateFacts): Refusal | null {
  const hard = suppressions.find((found) => HARD_REASONS.has(found.reason) && concerns(found, purpose));
  return hard ? refuse('suppressed', `suppressed-${hard.reason.replaceAll('_', '-')}`) : null;
}

function optOut(facts: GateFacts): Refusal | null {
  const { suppressions, purpose, consent } = facts;
  if (passesOptOuts(purpose) || isReplyInWindow(facts)) return null;
  const inForce = suppressions.find(
    (found) => !HARD_REASONS.has(found.reason) && concerns(found, purpose) && !isTakenBack(found, consent),
  );
  return inForce ? refuse('suppressed', `suppressed-${inForce.reason.replaceAll('_', '-')}`) : null;
}

function consentBasis({ purpose, consent, at }: GateFacts): Refusal | null {
  if (purpose.basis !== 'consent') return null;
  if (consent?.state !== 'granted') {
    const [code, reason] = CONSENT_REFUSALS[consent?.state ?? 'none'] ?? ['consent-missing', 'consent-missing'];
    return refuse(code, reason);
  }
  const isOver = consent.expiresAt !== null && consent.expiresAt.getTime() <= at.getTime();
  return isOver ? refuse('consent-missing', 'consent-expired') : null;
}

/** The right to object to a public task (GDPR 21), unless the purpose names the instrument that takes it away. */
function objection({ purpose, consent }: GateFacts): Refusal | null {
  if (purpose.basis === 'consent' || passesOptOuts(purpose)) return null;
  return consent && OBJECTIONS.has(consent.state) ? refuse('objected', 'objected') : null;
}

/** WhatsApp wants an opt-in whatever the law says; only an answer to somebody who is writing now needs none. */
function optIn(facts: GateFacts): Refusal | null {
  if (facts.optInEventId !== null || isReplyInWindow(facts)) return null;
  return refuse('opt-in-missing', 'opt-in-missing');
}

function openWindow({ content, lastInboundAt, at }: GateFacts): Refusal | null {
  if (content === 'template' || isWindowOpen(lastInboundAt, at)) return null;
  return refuse('window-closed', lastInboundAt === null ? 'window-never-opened' : 'window-expired');
}

/** Alerts and what the law lets nobody object to reach people who said STOP. Consent is never such a law. */
function passesOptOuts({ category, basis, objectable }: GatePurpose): boolean {
  return category === 'alert' || (!objectable && basis !== 'consent');
}

function isReplyInWindow({ purpose, lastInboundAt, at }: GateFacts): boolean {
  return purpose.code === REPLY_PURPOSE && isWindowOpen(lastInboundAt, at);
}

function concerns({ scope, purposeId, category }: SuppressionFact, purpose: GatePurpose): boolean {
  if (scope === 'all') return true;
  return scope === 'category' ? category === purpose.category : purposeId === purpose.id;
}

function isTakenBack(suppression: SuppressionFact, consent: ConsentFact | null): boolean {
  if (consent?.state !== 'granted' || !TAKEN_BACK_BY_GRANT.has(suppression.reason)) return false;
  return consent.since.getTime() > suppression.since.getTime();
}

function refuse(code: GateRefusalCode, reason: string): Refusal {
  return { allowed: false, code, reason };
}
