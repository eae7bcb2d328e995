import type { ErrorClass } from '#libs/whatsapp';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What a class of failure does to the message itself. */
export type MessageAction = 'retry' | 'wait' | 'fail' | 'doubt';

/** What it does to everything else on the same phone number. */
export interface NumberAction {
  /** Sends nothing from the number for this long. */
  readonly holdMs: number;
  readonly reason: string;
}

export interface ErrorAction {
  readonly message: MessageAction;
  /**
   * Pause before the n-th try; the last one repeats. For `retry` the list's length is the limit, unless `unlimited`. After
   * no pause at all, the message keeps its place in the line.
   */
  readonly pausesMs: readonly number[];
  readonly isUnlimited?: boolean;
  readonly number?: NumberAction;
  /** Halves the rate of the number, which then recovers by itself; it goes on sending, so nobody is told and nothing is on record. */
  readonly slowsNumber?: boolean;
  /** Stops the bulk lane of the number alone, and slows its transactional lane. */
  readonly bulk?: NumberAction;
  /** Queued messages with the same template wait this long. */
  readonly holdTemplateMs?: number;
  /** The citizen stopped marketing at Meta: it counts as withdrawn with us too. */
  readonly recordsOptOut?: boolean;
}

/**
 * One row per error class: what happens to the message, the number and the template. Waiting for a limit is not an attempt.
 * Class D never comes here as a retry: an attempt with an unknown outcome is settled by its echo.
 */
export const ERROR_ACTIONS: Readonly<Record<ErrorClass, ErrorAction>> = {
  N: {
    message: 'retry',
    pausesMs: [SECOND, 2 * SECOND, 4 * SECOND, 8 * SECOND, 16 * SECOND, 32 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE],
    isUnlimited: true,
  },
  P: {
    message: 'wait',
    // The slower rate is the pause. Only a message that it does not help, as under a limit of hours, waits for itself.
    pausesMs: [0, SECOND, 2 * SECOND, 4 * SECOND, 8 * SECOND, 16 * SECOND, 32 * SECOND, MINUTE],
    slowsNumber: true,
  },
  Q: { message: 'wait', pausesMs: [6 * SECOND, MINUTE, 10 * MINUTE] },
  S: { message: 'wait', pausesMs: [15 * MINUTE], bulk: { holdMs: 15 * MINUTE, reason: 'spam-limit' } },
  T: { message: 'retry', pausesMs: [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR] },
  D: { message: 'doubt', pausesMs: [] },
  M: { message: 'fail', pausesMs: [] },
  R: { message: 'fail', pausesMs: [] },
  C: { message: 'wait', pausesMs: [10 * MINUTE], holdTemplateMs: 10 * MINUTE },
  A: { message: 'wait', pausesMs: [MINUTE], number: { holdMs: MINUTE, reason: 'account' } },
};

/** Meta's code for "the person stopped marketing messages". https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
export const CODE_STOPPED_MARKETING = 131050;

/** Class C codes that are about the number (registration, display name) and not about a template. */
export const NUMBER_CONFIGURATION_CODES: ReadonlySet<number> = new Set([
  33, 131037, 131045, 133000, 133006, 133010, 133015,
]);

/** The pause before try `tries + 1`, with full jitter on retries so that a recovered provider is not stormed. */
export function pauseFor(action: ErrorAction, tries: number, random: () => number = Math.random): number {
  const pause = action.pausesMs[Math.min(tries, action.pausesMs.length - 1)] ?? 0;
  return action.message === 'retry' && action.isUnlimited ? Math.max(SECOND / 2, pause * random()) : pause;
}

export function isExhausted(action: ErrorAction, tries: number): boolean {
  return action.message === 'retry' && !action.isUnlimited && tries >= action.pausesMs.length;
}
