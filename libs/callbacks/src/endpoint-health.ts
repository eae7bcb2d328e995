const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** From so many failures in a row on, one call tries whether the receiver is back, and the others wait. */
const CIRCUIT_FROM = 5;
const FIRST_CIRCUIT_MS = 5 * SECOND;
const LONGEST_CIRCUIT_MS = 60 * SECOND;
/** A day leaves four to mend it. */
const WARN_AFTER_MS = 24 * HOUR;
const OFF_AFTER_MS = 120 * HOUR;

export type OffReason = 'person' | 'gone' | 'failing';

/** How an endpoint does, as its row holds it. */
export interface EndpointHealth {
  readonly state: 'active' | 'failing' | 'off';
  readonly offReason: OffReason | null;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly circuitUntil: Date | null;
  readonly warnedAt: Date | null;
}

/** What a round of calls to it came to. */
export interface Round {
  readonly succeeded: number;
  readonly failed: number;
  readonly isGone: boolean;
}

export const HEALTHY = {
  state: 'active',
  offReason: null,
  failures: 0,
  failingSince: null,
  circuitUntil: null,
  warnedAt: null,
} as const satisfies EndpointHealth;

/** One success is enough: five days without any are what ends it. Whoever is off stays off until a person says otherwise. */
export function afterRound(health: EndpointHealth, round: Round, now: Date): EndpointHealth {
  if (health.state === 'off') return health;
  if (round.isGone) return { ...health, state: 'off', offReason: 'gone', circuitUntil: null };
  if (round.succeeded > 0) return HEALTHY;
  if (round.failed === 0) return health;
  const failures = health.failures + round.failed;
  const failingSince = health.failingSince ?? now;
  const failing = { ...health, state: 'failing', failures, failingSince } as const;
  if (lasts(failingSince, now, OFF_AFTER_MS))
    return { ...failing, state: 'off', offReason: 'failing', circuitUntil: null };
  return { ...failing, circuitUntil: circuitUntil(failures, now) };
}

/** Whether somebody has to be told that it has failed for a day. */
export function isWarningDue({ state, failingSince, warnedAt }: EndpointHealth, now: Date): boolean {
  return state === 'failing' && !warnedAt && failingSince !== null && lasts(failingSince, now, WARN_AFTER_MS);
}

/** Calls in flight that it may have at once. */
export function roomOf({ failures }: Pick<EndpointHealth, 'failures'>, concurrency: number): number {
  return failures >= CIRCUIT_FROM ? 1 : concurrency;
}

function circuitUntil(failures: number, now: Date): Date | null {
  if (failures < CIRCUIT_FROM) return null;
  const pause = Math.min(FIRST_CIRCUIT_MS * 2 ** Math.min(failures - CIRCUIT_FROM, 10), LONGEST_CIRCUIT_MS);
  return new Date(now.getTime() + pause);
}

function lasts(since: Date, now: Date, longMs: number): boolean {
  return now.getTime() - since.getTime() >= longMs;
}
