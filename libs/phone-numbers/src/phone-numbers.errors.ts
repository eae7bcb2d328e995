import { DomainError, type Mode } from '#libs/kernel';

/** Neutral about whose it is: an id at Meta must not tell one agency about another. */
export function numberTaken(): DomainError {
  return new DomainError('number-taken', {
    httpStatus: 409,
    detail: 'A phone number with this id of Meta is already registered. Check the id in WhatsApp Manager.',
  });
}

/** Test keys use the sandbox number only, live keys the others. */
export function numberMissing(mode: Mode): DomainError {
  return new DomainError('number-missing', {
    httpStatus: 422,
    detail: `The agency has no ${mode} phone number to send from. A platform administrator adds one.`,
  });
}

export function sandboxUnavailable(): DomainError {
  return new DomainError('sandbox-unavailable', {
    httpStatus: 503,
    detail: 'Sandbox numbers are served by a simulator, and none is configured here (SANDBOX_BASE_URL).',
    logLevel: 'info',
  });
}

export function portfolioUnknown(): DomainError {
  return new DomainError('portfolio-unknown', {
    httpStatus: 422,
    detail: 'There is no portfolio with this id. Register it before its first phone number.',
  });
}
