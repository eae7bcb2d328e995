import type { Uuid } from '#libs/kernel';
import type { ConsentStateName } from './gate.js';

/** How a choice reached the agency. */
export const CONSENT_METHODS = [
  'web',
  'ivr',
  'paper',
  'in_person',
  'sms',
  'whatsapp_keyword',
  'whatsapp_button',
  'api',
  'import',
] as const;
export type ConsentMethod = (typeof CONSENT_METHODS)[number];

/** What a caller may record; the other events come from the system itself. */
export const RECORDED_EVENTS = ['granted', 'withdrawn', 'objected'] as const;
export type RecordedEvent = (typeof RECORDED_EVENTS)[number];

export type ConsentEventName = RecordedEvent | 'objection_lifted';

/**
 * The state that each event leaves behind. It stands here and in no SQL, so that writing a state and rebuilding it cannot
 * differ. Events without one (`requested`, `corrected`) are evidence only: asking somebody changes nothing.
 */
export const STATE_AFTER: Readonly<Record<string, ConsentStateName>> = {
  granted: 'granted',
  imported: 'granted',
  refused: 'refused',
  withdrawn: 'withdrawn',
  expired: 'expired',
  objected: 'objected',
  objection_lifted: 'none',
};

/** One line of the append-only history. Without a purpose it is evidence of WhatsApp's own opt-in. */
export interface NewConsentEvent {
  readonly id: Uuid;
  readonly contactId: Uuid;
  readonly purpose: { readonly id: Uuid; readonly version: number } | null;
  readonly event: ConsentEventName;
  readonly method: ConsentMethod;
  readonly at: Date;
  readonly collectedBy: { readonly kind: string; readonly id: Uuid };
  readonly evidenceSealed: Buffer | null;
}

export interface ConsentState {
  readonly contactId: Uuid;
  readonly purposeId: Uuid;
  readonly state: ConsentStateName;
  readonly since: Date;
  readonly eventId: Uuid;
  /** Who said it: an objection that the citizen made by STOP is lifted by START, one recorded for them is not. */
  readonly collectedByKind: string;
}

/** Evidence of WhatsApp's opt-in as it stands now. */
export interface OptIn {
  readonly method: ConsentMethod;
  readonly at: Date;
  readonly eventId: Uuid;
}
