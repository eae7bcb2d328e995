import type { Tone } from '../../kit/index.js';

/** Every state of a message, in the order in which a message goes through them. */
export const STATES = [
  'accepted',
  'queued',
  'sending',
  'in_doubt',
  'sent',
  'delivered',
  'read',
  'played',
  'received',
  'failed',
  'suppressed',
  'rejected',
  'expired',
  'cancelled',
  'unconfirmed',
] as const;

/** Only what is not as it should be stands out. */
const TONES: Record<string, Tone> = {
  in_doubt: 'warn',
  unconfirmed: 'warn',
  expired: 'warn',
  failed: 'bad',
  suppressed: 'bad',
  rejected: 'bad',
};

export const toneOf = (state: string): Tone | undefined => TONES[state];

/** On a timeline, arriving is worth a mark of its own. */
export const stepToneOf = (state: string): Tone =>
  TONES[state] ?? (/^(?:sent|delivered|read|played|received)$/.test(state) ? 'ok' : 'neutral');

export const isCancellable = (state: string): boolean => state === 'accepted' || state === 'queued';

export const isResendable = (state: string): boolean =>
  /^(?:failed|unconfirmed|expired|cancelled|suppressed)$/.test(state);

/** It still moves. */
export const isOpen = (state: string): boolean => /^(?:accepted|queued|sending|in_doubt|sent|delivered)$/.test(state);
