import { DomainError } from '#libs/kernel';

/** Why a sign-in through a directory ended; the console has a sentence for each. */
function refusal(code: string, detail: string, httpStatus = 403): DomainError {
  return new DomainError(code, { httpStatus, detail, logLevel: 'info' });
}

/** One answer for an agency that does not exist and one without single sign-on. */
export function ssoUnavailable(): DomainError {
  return refusal('sso-unavailable', 'This agency does not sign in this way. Use your password.', 404);
}

export function ssoExpired(): DomainError {
  return refusal('sso-expired', 'This sign-in took too long, was used already, or began in another browser.', 410);
}

/** What the directory sent cannot be trusted. The reason goes to the log of the agency and not to the page. */
export class SsoRefused extends DomainError {
  constructor(readonly reason: string) {
    super('sso-refused', {
      httpStatus: 403,
      detail: 'The directory of the agency did not confirm who you are.',
      logLevel: 'info',
    });
  }
}

export function ssoRefused(reason: string): SsoRefused {
  return new SsoRefused(reason);
}

export function ssoDomain(): DomainError {
  return refusal('sso-domain', 'Your e-mail address does not belong to a domain of this agency.');
}

export function ssoNoRole(): DomainError {
  return refusal('sso-no-role', 'None of your groups gives a role here. Ask an administrator of the agency.');
}

/** A directory opens the doors of its own agency and no others. */
export function ssoAccountElsewhere(): DomainError {
  return refusal(
    'sso-account-elsewhere',
    'You also work for somebody else here. Sign in with your password or passkey.',
  );
}

export function ssoDisabled(): DomainError {
  return refusal('sso-disabled', 'This account is disabled. Ask an administrator of the agency.');
}

export function ssoRolesClash(): DomainError {
  return refusal('sso-roles-clash', 'Your groups give roles that nobody may hold together.');
}

export function ssoProviderUnreachable(): DomainError {
  return new DomainError('sso-provider-unreachable', {
    httpStatus: 503,
    detail: 'The directory of the agency cannot be reached, or is not what the settings say.',
    logLevel: 'warn',
    retryAfterSeconds: 30,
  });
}
