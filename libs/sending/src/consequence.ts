import type { SettledAttempt } from './attempt.js';
import { ERROR_ACTIONS, type ErrorAction, isExhausted, pauseFor } from './error-actions.js';
import type { Move } from './message-state.js';

/** What an outcome does to its own message. */
export interface Consequence {
  readonly move?: Move;
  readonly failureCode?: string | null;
  /** Without a time, it keeps its place. */
  readonly requeue?: { readonly runAt: Date | null; readonly isAttempt: boolean; readonly isWait: boolean };
}

/** Pure: outcome in, consequence out. Decisions key on Meta's error class, never on the HTTP status. */
export function consequenceOf({ attempt, outcome }: SettledAttempt, now: Date): Consequence {
  switch (outcome.kind) {
    case 'accepted':
      // Evidence, not a move of ours: it was merged already.
      return {};
    case 'unknown':
      return { move: 'doubt' };
    case 'not_written':
      return outcome.cause === 'withdrawn' ? released(now) : again(ERROR_ACTIONS.N, attempt, now, null);
    case 'refused':
      return again(ERROR_ACTIONS[outcome.errorClass], attempt, now, String(outcome.error.code));
  }
}

/** Nothing was written, so the message goes back to its place as if it had not been claimed. */
function released(now: Date): Consequence {
  return { move: 'release', requeue: { runAt: now, isAttempt: false, isWait: false } };
}

function again(
  action: ErrorAction,
  { tries, waits }: SettledAttempt['attempt'],
  now: Date,
  failureCode: string | null,
): Consequence {
  if (action.message === 'doubt') return { move: 'doubt' };
  if (action.message === 'fail' || isExhausted(action, tries)) return { move: 'fail', failureCode };
  const isWait = action.message === 'wait';
  const pause = pauseFor(action, isWait ? waits : tries);
  const runAt = pause === 0 ? null : new Date(now.getTime() + pause);
  return { move: isWait ? 'release' : 'retry', requeue: { runAt, isAttempt: !isWait, isWait } };
}
