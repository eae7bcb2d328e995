import type { Uuid } from '#libs/kernel';
import type { MessageState } from './message-state.js';

/** One row of `messages`, as the API shows it and the pump works on it. */
export interface MessageRow {
  readonly id: Uuid;
  readonly direction: 'outbound' | 'inbound';
  readonly mode: 'live' | 'sandbox';
  readonly phoneNumberId: Uuid;
  readonly contactId: Uuid;
  readonly departmentId: Uuid | null;
  readonly purposeId: Uuid | null;
  readonly purposeVersion: number | null;
  readonly lane: number;
  readonly kind: string;
  readonly templateId: Uuid | null;
  readonly templateVersion: number | null;
  readonly bodySealed: Buffer | null;
  readonly state: MessageState;
  readonly attemptNo: number;
  readonly inDoubtPolicy: InDoubtPolicy | null;
  readonly acceptedAt: Date;
  readonly notBefore: Date | null;
  readonly expiresAt: Date | null;
  readonly stateAt: Date;
  readonly failureCode: string | null;
  readonly resendOf: Uuid | null;
}

/** What happens to an attempt whose outcome stays unknown: trust over loss is the purpose's choice. */
export type InDoubtPolicy = 'resend_checked' | 'resend_fast' | 'hold';

/** The select list that fills a `MessageRow`. */
export const MESSAGE_COLUMNS = `m.id, m.direction, m.mode, m.phone_number_id AS "phoneNumberId", m.contact_id AS "contactId",
  m.department_id AS "departmentId", m.purpose_id AS "purposeId", m.purpose_version AS "purposeVersion", m.lane, m.kind,
  m.template_id AS "templateId", m.template_version AS "templateVersion", m.body_sealed AS "bodySealed", m.state,
  m.attempt_no AS "attemptNo", m.in_doubt_policy AS "inDoubtPolicy", m.accepted_at AS "acceptedAt",
  m.not_before AS "notBefore", m.expires_at AS "expiresAt", m.state_at AS "stateAt", m.failure_code AS "failureCode",
  m.resend_of AS "resendOf"`;

/** What a change of state must know of a message. Batches lock hundreds of rows; what they do not need is not read. */
export type LockedMessage = Pick<
  MessageRow,
  'id' | 'contactId' | 'state' | 'attemptNo' | 'inDoubtPolicy' | 'expiresAt'
>;

export const LOCKED_COLUMNS = `m.id, m.contact_id AS "contactId", m.state, m.attempt_no AS "attemptNo",
  m.in_doubt_policy AS "inDoubtPolicy", m.expires_at AS "expiresAt"`;

/** What sending one needs besides. */
export type DueMessage = LockedMessage &
  Pick<MessageRow, 'purposeId' | 'purposeVersion' | 'kind' | 'templateId' | 'templateVersion' | 'bodySealed'> & {
    readonly quietOverride: boolean;
  };

export const DUE_COLUMNS = `${LOCKED_COLUMNS}, m.purpose_id AS "purposeId", m.purpose_version AS "purposeVersion", m.kind,
  m.template_id AS "templateId", m.template_version AS "templateVersion", m.body_sealed AS "bodySealed",
  m.quiet_override AS "quietOverride"`;

/** What is written when a message is accepted. */
export interface NewMessage {
  readonly id: Uuid;
  readonly mode: 'live' | 'sandbox';
  readonly phoneNumberId: Uuid;
  readonly contactId: Uuid;
  readonly departmentId: Uuid | null;
  readonly purposeId: Uuid;
  readonly purposeVersion: number;
  readonly basis: string;
  readonly basisRef: string | null;
  readonly metaOptInRef: string | null;
  readonly lane: number;
  readonly kind: string;
  readonly templateId: Uuid | null;
  readonly templateVersion: number | null;
  readonly bodySealed: Buffer;
  readonly referenceBidx: Buffer | null;
  readonly inDoubtPolicy: InDoubtPolicy;
  readonly acceptedAt: Date;
  readonly notBefore: Date | null;
  readonly expiresAt: Date;
  readonly resendOf: Uuid | null;
  /** Somebody let it through the quiet hours. */
  readonly quietOverride: boolean;
}

export interface NewInboundMessage {
  readonly id: Uuid;
  readonly mode: 'live' | 'sandbox';
  readonly phoneNumberId: Uuid;
  readonly contactId: Uuid;
  readonly kind: string;
  readonly bodySealed: Buffer;
  readonly receivedAt: Date;
}
