import { DomainError } from '#libs/kernel';

export function idempotencyKeyMissing(): DomainError {
  return new DomainError('idempotency-key-missing', {
    httpStatus: 400,
    detail: 'This request needs an Idempotency-Key header, so that a repeated request does not act twice.',
  });
}

export function idempotencyKeyInvalid(): DomainError {
  return new DomainError('idempotency-key-invalid', {
    httpStatus: 400,
    detail: 'The Idempotency-Key header must be 1 to 255 visible ASCII characters.',
  });
}

export function idempotencyKeyInUse(): DomainError {
  return new DomainError('idempotency-key-in-use', {
    httpStatus: 409,
    detail: 'A request with this Idempotency-Key is still running. Try again in a second.',
    retryAfterSeconds: 1,
  });
}

export function idempotencyKeyReused(): DomainError {
  return new DomainError('idempotency-key-reused', {
    httpStatus: 422,
    detail: 'This Idempotency-Key was used for another request within 24 hours. Take a new key for a new request.',
  });
}
