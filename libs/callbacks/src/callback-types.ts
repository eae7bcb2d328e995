import { MESSAGE_CHANGED, TOLD_STATES, type ToldState } from '#libs/sending';

/** What a department may be told of, e.g. `message.delivered`. */
export type CallbackType = `message.${ToldState}`;

/** Sent on request only, to try an endpoint out. */
export const TEST_TYPE = 'callback.test';

/** In the groups in which the console offers them. */
export const CALLBACK_GROUPS = {
  progress: ['message.accepted', 'message.sent', 'message.delivered', 'message.read', 'message.played'],
  problems: [
    'message.failed',
    'message.suppressed',
    'message.expired',
    'message.cancelled',
    'message.in_doubt',
    'message.unconfirmed',
  ],
  inbound: ['message.received'],
} as const satisfies Record<string, readonly CallbackType[]>;

export const CALLBACK_TYPES: readonly CallbackType[] = TOLD_STATES.map((state): CallbackType => `message.${state}`);

export function isCallbackType(text: string): text is CallbackType {
  return (CALLBACK_TYPES as readonly string[]).includes(text);
}

/** The state that a type tells of, or null for a test. */
export function stateOf(type: string): ToldState | null {
  return isCallbackType(type) ? (type.slice(MESSAGE_CHANGED.length) as ToldState) : null;
}
