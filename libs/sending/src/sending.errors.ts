import { DomainError } from '#libs/kernel';

export const LANE_RESERVED = 'lane-reserved';

export function laneReserved(): DomainError {
  return new DomainError(LANE_RESERVED, {
    httpStatus: 403,
    detail: 'The alert lane is reached only through alerts, which two people release.',
  });
}

export function quotaExceeded(limit: 'day' | 'month', retryAfterSeconds: number): DomainError {
  return new DomainError('quota-exceeded', {
    httpStatus: 429,
    detail: `The department has used up its quota of this ${limit}. The next ${limit} begins when Retry-After has passed.`,
    retryAfterSeconds,
  });
}

export function notResendable(state: string): DomainError {
  return new DomainError('not-resendable', {
    httpStatus: 409,
    detail: `Only a message that failed, expired, was cancelled, was suppressed or stayed unconfirmed can be sent again; this one is ${state}.`,
  });
}

export function alreadyResent(): DomainError {
  return new DomainError('not-resendable', {
    httpStatus: 409,
    detail: 'This message was sent again already. GET /v1/messages shows the new one with resendOf.',
  });
}

export function notCancellable(state: string): DomainError {
  return new DomainError('not-cancellable', {
    httpStatus: 409,
    detail: `A message can be cancelled only before it is sent; this one is ${state}.`,
  });
}

export function sendAtInvalid(message: string): DomainError {
  return new DomainError('invalid-request', {
    httpStatus: 400,
    detail: 'A time in the request is not usable. It is listed in errors.',
    errors: [{ field: 'sendAt', code: 'out-of-range', message }],
  });
}

export function bothEnds(): DomainError {
  return new DomainError('invalid-request', {
    httpStatus: 400,
    detail: 'A time in the request is not usable. It is listed in errors.',
    errors: [{ field: 'ttlSeconds', code: 'ambiguous', message: 'name only one of expiresAt and ttlSeconds' }],
  });
}

export function expiresInQuietHours(allowed: Date): DomainError {
  const message = `lies before the end of the quiet hours (${allowed.toISOString()}), so that it would never leave`;
  return new DomainError('invalid-request', {
    httpStatus: 400,
    detail: 'A time in the request is not usable. It is listed in errors.',
    errors: [{ field: 'expiresAt', code: 'out-of-range', message }],
  });
}

export function expiresAtInvalid(): DomainError {
  return new DomainError('invalid-request', {
    httpStatus: 400,
    detail: 'A time in the request is not usable. It is listed in errors.',
    errors: [{ field: 'expiresAt', code: 'out-of-range', message: 'must lie after sendAt and in the future' }],
  });
}
