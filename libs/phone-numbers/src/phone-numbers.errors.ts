import { DomainError, type Mode } from '#libs/kernel';
import type { GraphError } from '#libs/whatsapp';
import type { OnboardingStep } from './onboarding-state.js';
import { refusalOf } from './provider-refusals.js';

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

/** For a number that is on its way and for one that Meta has disconnected. */
export function numberNotConnected(): DomainError {
  return new DomainError('number-not-connected', {
    httpStatus: 422,
    detail: 'The phone number is not connected to WhatsApp yet, so nothing can be sent from it. Finish its onboarding.',
  });
}

const EARLIER: Readonly<Record<OnboardingStep | 'pin', string>> = {
  'request-code': 'Add the number first.',
  'verify-code': 'Ask for a code first.',
  register: 'Verify the number with its code first.',
  pin: 'Register the number first; its PIN is set with that.',
};

export function stepNotDue(step: OnboardingStep | 'pin'): DomainError {
  return new DomainError('number-step-not-due', { httpStatus: 409, detail: EARLIER[step] });
}

/** Two clicks at once: the second neither costs a registration nor sends a second code. */
export function numberBusy(): DomainError {
  return new DomainError('number-busy', {
    httpStatus: 409,
    detail: 'WhatsApp is being asked about this number right now. Look again in a few seconds.',
    retryAfterSeconds: 5,
  });
}

export function registrationsExhausted(freeAt: Date, now: Date): DomainError {
  return new DomainError('registrations-exhausted', {
    httpStatus: 429,
    detail: `WhatsApp takes ten registrations of a number in 72 hours, and they are used up until ${freeAt.toISOString()}.`,
    retryAfterSeconds: Math.max(1, Math.ceil((freeAt.getTime() - now.getTime()) / 1000)),
  });
}

export function pinMissing(): DomainError {
  return new DomainError('pin-missing', {
    httpStatus: 422,
    detail: 'No two-step PIN is kept for this number yet. Choose six digits, or give the ones that it has.',
    errors: [{ field: 'pin', code: 'required', message: 'pin is required' }],
  });
}

/** Meta's own words go along where it means them for people. */
export function providerRefused(step: string, error: GraphError): DomainError {
  const { code, httpStatus, words, retryAfterSeconds } = refusalOf(step, error);
  const metas = error.userMessage ?? error.details;
  return new DomainError(code, {
    httpStatus,
    detail: metas === undefined ? words : `${words} WhatsApp says: ${metas}`,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    logLevel: 'info',
  });
}

export function providerUnreachable(cause: string): DomainError {
  return new DomainError('provider-unreachable', {
    httpStatus: 502,
    detail: `WhatsApp could not be reached (${cause}). Nothing was changed; try again in a minute.`,
    retryAfterSeconds: 60,
    logLevel: 'warn',
  });
}

export function providerSilent(cause: string): DomainError {
  return new DomainError('provider-silent', {
    httpStatus: 502,
    detail: `WhatsApp gave no answer that could be read (${cause}), so it may have done it. Refresh the number before you try again.`,
    retryAfterSeconds: 10,
    logLevel: 'warn',
  });
}

export function signupUnavailable(): DomainError {
  return new DomainError('embedded-signup-unavailable', {
    httpStatus: 503,
    detail: 'Embedded Signup needs the id and secret of the Meta app (META_APP_ID, META_APP_SECRETS).',
    logLevel: 'info',
  });
}

export function numberNotInAccount(): DomainError {
  return new DomainError('number-not-in-account', {
    httpStatus: 422,
    detail: 'The WhatsApp account does not have this number. Check both ids in WhatsApp Manager.',
  });
}
