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

export function webhookBodyUnreadable(): DomainError {
  return new DomainError('webhook-body-unreadable', {
    httpStatus: 400,
    detail: 'The body is signed correctly but is not JSON.',
  });
}
