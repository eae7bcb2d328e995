import type { DomainError } from '#libs/kernel';
import { expiresAtInvalid, sendAtInvalid } from './sending.errors.js';

const DAY_MS = 86_400_000;
/** Partitions are made three months ahead, and a right to send is not foreseeable for longer. */
const LATEST_SEND_DAYS = 90;
/** A message that could not leave for three days (a number held, an outage) is more likely wrong than useful by then. */
const DEFAULT_TTL_SECONDS = 3 * 86_400;

export interface Schedule {
  readonly notBefore: Date | null;
  readonly expiresAt: Date;
}

/** When a message may leave and until when it makes sense, or why its times are not usable. */
export function scheduleOf(
  { sendAt, expiresAt }: { readonly sendAt?: Date; readonly expiresAt?: Date },
  defaultTtlSeconds: number | null,
  now: Date,
): Schedule | DomainError {
  if (sendAt && sendAt.getTime() > now.getTime() + LATEST_SEND_DAYS * DAY_MS) {
    return sendAtInvalid(`must be at most ${LATEST_SEND_DAYS} days ahead`);
  }
  const notBefore = sendAt && sendAt > now ? sendAt : null;
  const from = notBefore ?? now;
  if (expiresAt && expiresAt <= from) return expiresAtInvalid();
  const ttlMs = (defaultTtlSeconds ?? DEFAULT_TTL_SECONDS) * 1000;
  return { notBefore, expiresAt: expiresAt ?? new Date(from.getTime() + ttlMs) };
}
