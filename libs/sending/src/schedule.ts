import type { DomainError } from '#libs/kernel';
import { bothEnds, expiresAtInvalid, expiresInQuietHours, sendAtInvalid } from './sending.errors.js';

const DAY_MS = 86_400_000;
/** Partitions are made three months ahead, and a right to send is not foreseeable for longer. */
const LATEST_SEND_DAYS = 90;
/** A message that could not leave for three days (a number held, an outage) is more likely wrong than useful by then. */
const DEFAULT_TTL_SECONDS = 3 * 86_400;

export interface Schedule {
  readonly notBefore: Date | null;
  readonly expiresAt: Date;
}

export interface WantedTimes {
  readonly sendAt?: Date;
  readonly expiresAt?: Date;
  readonly ttlSeconds?: number;
}

export interface ScheduleRules {
  /** Of the purpose. */
  readonly defaultTtlSeconds: number | null;
  /** The first moment from the given one on that no quiet hours forbid. */
  readonly firstAllowed: (at: Date) => Date;
  readonly now: Date;
}

/**
 * When a message may leave and until when it makes sense, or why its times are not usable. Quiet hours put it off; what
 * the purpose says of its life counts from the moment at which it may leave, so that none is lost in a night.
 */
export function scheduleOf(wanted: WantedTimes, rules: ScheduleRules): Schedule | DomainError {
  const { sendAt, expiresAt, ttlSeconds } = wanted;
  const { now } = rules;
  if (sendAt && sendAt.getTime() > now.getTime() + LATEST_SEND_DAYS * DAY_MS) {
    return sendAtInvalid(`must be at most ${LATEST_SEND_DAYS} days ahead`);
  }
  if (expiresAt && ttlSeconds !== undefined) return bothEnds();
  const planned = sendAt && sendAt > now ? sendAt : now;
  if (expiresAt && expiresAt <= planned) return expiresAtInvalid();
  const allowed = rules.firstAllowed(planned);
  if (expiresAt && expiresAt <= allowed) return expiresInQuietHours(allowed);
  const ttl = ttlSeconds ?? rules.defaultTtlSeconds ?? DEFAULT_TTL_SECONDS;
  return {
    notBefore: allowed > now ? allowed : null,
    expiresAt: expiresAt ?? new Date(allowed.getTime() + ttl * 1000),
  };
}
