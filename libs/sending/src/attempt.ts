import type { Uuid } from '#libs/kernel';
import type { SendBody, SendOutcome } from '#libs/whatsapp';
import type { InDoubtPolicy } from './message-row.js';

/** A claimed message whose intent to send is committed; from here on its outcome must be settled. */
export interface Attempt {
  readonly messageId: Uuid;
  readonly leaseToken: string;
  readonly attempt: number;
  readonly contactId: Uuid;
  readonly templateId: Uuid | null;
  readonly inDoubtPolicy: InDoubtPolicy;
  /** Tries after faults, and waits for limits, before this attempt. */
  readonly tries: number;
  readonly waits: number;
  readonly attemptedAt: Date;
  readonly body: SendBody;
}

export interface SettledAttempt {
  readonly attempt: Attempt;
  readonly outcome: SendOutcome;
}
