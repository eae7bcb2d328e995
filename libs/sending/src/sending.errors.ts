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

export function notQuotable(why: string): DomainError {
  return new DomainError('not-quotable', {
    httpStatus: 422,
    detail: `This message cannot be answered or reacted to: ${why}. Name a message that the same citizen wrote in the last 30 days.`,
  });
}

export function notMarkable(why: string): DomainError {
  return new DomainError('not-markable', {
    httpStatus: 409,
    detail: `This message cannot be marked as read: ${why}.`,
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

export function alreadyStopped(): DomainError {
  return new DomainError('already-stopped', {
    httpStatus: 409,
    detail: 'This is stopped already. GET /v1/switches shows since when and why.',
  });
}

export function alreadyLifted(): DomainError {
  return new DomainError('already-lifted', {
    httpStatus: 409,
    detail: 'This switch was lifted already. GET /v1/switches shows by whom.',
  });
}

export function secondPersonNeeded(): DomainError {
  return new DomainError('second-person-needed', {
    httpStatus: 403,
    detail: 'Whoever stopped the platform cannot lift it. Somebody else with the permission must.',
  });
}

export function keyStopped(): DomainError {
  return new DomainError('key-stopped', {
    httpStatus: 403,
    detail: 'A kill switch stops this API key. Ask an administrator of the agency; GET /v1/switches shows why.',
  });
}

const PRESSURES = {
  'bulk-late': {
    retryAfterSeconds: 60,
    detail:
      'Bulk messages of this agency wait longer than its limit already. Send more when Retry-After has passed; alerts, replies and transactional messages are accepted.',
  },
  'outbox-full': {
    retryAfterSeconds: 30,
    detail:
      'As many messages of this agency wait as it may have waiting. Send more when Retry-After has passed; alerts and replies are accepted.',
  },
} as const;

export function backpressure(cause: keyof typeof PRESSURES): DomainError {
  return new DomainError('backpressure', { httpStatus: 429, ...PRESSURES[cause] });
}
