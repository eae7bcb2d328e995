import { DomainError } from '#libs/kernel';

export function verifyTokenWrong(): DomainError {
  return new DomainError('verify-token-wrong', {
    httpStatus: 403,
    detail: 'The handshake needs hub.mode=subscribe, hub.challenge and the verify token that is configured here.',
  });
}

export function webhookSignatureInvalid(): DomainError {
  return new DomainError('webhook-signature-invalid', {
    httpStatus: 401,
    detail: 'X-Hub-Signature-256 does not fit these bytes and any of the configured app secrets.',
  });
}

export function webhookEmptied(): DomainError {
  return new DomainError('webhook-emptied', {
    httpStatus: 409,
    detail: 'Its body is not kept any more, so it cannot be read again.',
  });
}
