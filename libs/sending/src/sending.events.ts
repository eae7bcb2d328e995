import type { Uuid } from '#libs/kernel';
import type { MessageState } from './message-state.js';

/**
 * A message came into a state. Written only where somebody wants to hear of it (`event_interests`), by the statement that
 * changes the state. Payload: `MessageChange`, as texts.
 */
export const MESSAGE_CHANGED = 'message.';

/** The states of which others hear, in the order in which a message may come through them. */
export const TOLD_STATES = [
  'accepted',
  'suppressed',
  'cancelled',
  'expired',
  'in_doubt',
  'unconfirmed',
  'sent',
  'failed',
  'delivered',
  'read',
  'played',
  'received',
] as const satisfies readonly MessageState[];

export type ToldState = (typeof TOLD_STATES)[number];

/** What the payload of `message.<state>` tells, besides the state. */
export interface MessageChange {
  readonly messageId: Uuid;
  /** Which attempt to send it; 0 before the first. */
  readonly attempt: string;
  readonly at: string;
  readonly departmentId?: Uuid;
  readonly failureCode?: string;
}

/** A citizen wrote STOP (or a word for it) and it changed something. Payload: contactId, numberId. */
export const CONTACT_STOPPED = 'contact.stopped';

/** A citizen wrote START and it changed something. Payload: contactId, numberId. */
export const CONTACT_STARTED = 'contact.started';
