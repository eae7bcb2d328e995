import { DomainError } from '#libs/kernel';

export { agencySuspended } from '#libs/agencies';

function unauthenticated(code: string, detail: string): DomainError {
  return new DomainError(code, { httpStatus: 401, detail });
}

export function authenticationMissing(): DomainError {
  return unauthenticated('authentication-missing', 'Send an API key or an access token as Authorization: Bearer.');
}

export function keyInvalid(): DomainError {
  return unauthenticated('key-invalid', 'This API key does not exist. Check that it was copied whole.');
}

export function keyExpired(): DomainError {
  return unauthenticated('key-expired', 'This API key has expired. Ask an administrator of the agency for a new one.');
}

export function keyRevoked(): DomainError {
  return unauthenticated('key-revoked', 'This API key was revoked. Ask an administrator of the agency for a new one.');
}

/** A key that is on the way out cannot be changed or rotated. */
export function keyEnded(): DomainError {
  return new DomainError('key-ended', {
    httpStatus: 409,
    detail: 'This API key was revoked or has expired, and stays as it is. Make a new one.',
  });
}

export function keyRotated(): DomainError {
  return new DomainError('key-rotated', {
    httpStatus: 409,
    detail: 'Another key has taken over from this one already, and both work. Rotate the newer one.',
  });
}

export function addressNotAllowed(): DomainError {
  return new DomainError('address-not-allowed', {
    httpStatus: 403,
    detail: 'This API key is not used from this network. An administrator of the agency can change its list.',
  });
}

export function departmentHasKeys(count: number): DomainError {
  return new DomainError('department-has-keys', {
    httpStatus: 409,
    detail: `${count} API key${count === 1 ? '' : 's'} of this department still work${count === 1 ? 's' : ''}. Revoke first what is no longer used.`,
  });
}

export function tokenInvalid(): DomainError {
  return unauthenticated('token-invalid', 'This access token is not valid, or no longer. Sign in again.');
}

export function tokenExpired(): DomainError {
  return unauthenticated('token-expired', 'This access token has expired. Sign in again.');
}

/** One answer for a wrong password, an unknown address and a disabled account. */
export function signInFailed(): DomainError {
  return unauthenticated('sign-in-failed', 'The e-mail address and the password do not belong together.');
}

export function tooManyAttempts(retryAfterSeconds: number): DomainError {
  return new DomainError('too-many-attempts', {
    httpStatus: 429,
    detail: `Too many failed attempts to sign in. Wait ${inWords(retryAfterSeconds)}.`,
    retryAfterSeconds,
  });
}

/** Rounded up, so that whoever comes back then is let in. */
function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

export function agencyHeaderMissing(): DomainError {
  return new DomainError('agency-header-missing', {
    httpStatus: 400,
    detail: 'You belong to several agencies: name the one that is meant in the header Belfry-Agency (agy_…).',
  });
}

/** A route without a marking. A test finds it before release; this is the second fence. */
export function routeUnmarked(): DomainError {
  return new DomainError('forbidden', { httpStatus: 403, detail: 'This is not allowed.', logLevel: 'warn' });
}

export function ownRoles(): DomainError {
  return new DomainError('own-roles', {
    httpStatus: 403,
    detail: 'Nobody changes their own roles. Ask another administrator.',
  });
}

export function lastAdmin(): DomainError {
  return new DomainError('last-admin', {
    httpStatus: 409,
    detail: 'This is the last administrator. Make somebody else one first.',
  });
}

export function dutiesNotApart(): DomainError {
  return new DomainError('separation-of-duties', {
    httpStatus: 409,
    detail: 'An auditor holds no other role in the same agency. Choose one or the other.',
  });
}

export function emailDomainNotAllowed(domains: readonly string[]): DomainError {
  return new DomainError('email-domain', {
    httpStatus: 422,
    detail: `Only addresses of ${domains.join(', ')} can be invited. The domains are set in the settings of the agency.`,
  });
}

export function alreadyMember(): DomainError {
  return new DomainError('already-member', {
    httpStatus: 409,
    detail: 'This person works with the agency already. Change their roles instead.',
  });
}

export function invitationOpen(): DomainError {
  return new DomainError('invitation-open', {
    httpStatus: 409,
    detail: 'This person is invited already. Send the invitation again, or take it back first.',
  });
}

export function invitationClosed(): DomainError {
  return new DomainError('invitation-closed', {
    httpStatus: 409,
    detail: 'This invitation was accepted or taken back, and stays as it is.',
  });
}

export function invitationUsed(): DomainError {
  return new DomainError('invitation-used', {
    httpStatus: 410,
    detail: 'This invitation was accepted already. Sign in.',
  });
}

export function invitationExpired(): DomainError {
  return new DomainError('invitation-expired', {
    httpStatus: 410,
    detail: 'This invitation has expired. Ask whoever invited you to send it again.',
  });
}

export function emailTaken(): DomainError {
  return new DomainError('email-taken', {
    httpStatus: 409,
    detail: 'Someone with this e-mail address exists already.',
  });
}

/** One answer for a wrong code, a used recovery code and a passkey that does not fit. */
export function codeWrong(): DomainError {
  return unauthenticated('code-wrong', 'This code or passkey is not right, or was used already. Try the next code.');
}

export function challengeExpired(): DomainError {
  return new DomainError('challenge-expired', {
    httpStatus: 410,
    detail: 'This sign-in was not finished in time, or was tried too often. Begin again.',
  });
}

export function sessionEnded(): DomainError {
  return unauthenticated('session-ended', 'This session is over. Sign in again.');
}

export function crossSiteRequest(): DomainError {
  return new DomainError('cross-site-request', {
    httpStatus: 403,
    detail:
      'Send the header Belfry-CSRF: 1, from a page of this installation: the Origin must be that of its PUBLIC_URL.',
  });
}

export function stepUpRequired(): DomainError {
  return new DomainError('step-up-required', {
    httpStatus: 403,
    detail: 'This act needs a fresh proof of who you are: POST /v1/me/step-up, then repeat it within ten minutes.',
  });
}

export function proofWrong(): DomainError {
  return new DomainError('proof-wrong', {
    httpStatus: 403,
    detail: 'This password, code or passkey is not right. Nothing was changed.',
  });
}

export function totpNotBegun(): DomainError {
  return new DomainError('totp-not-begun', {
    httpStatus: 409,
    detail: 'There is no new authenticator to confirm. Begin with POST /v1/me/totp.',
  });
}

export function lastFactor(): DomainError {
  return new DomainError('last-factor', {
    httpStatus: 409,
    detail: 'A second step is mandatory here. Add another passkey or authenticator before you remove this one.',
  });
}

export function passkeyRefused(): DomainError {
  return new DomainError('passkey-refused', {
    httpStatus: 422,
    detail: 'This passkey could not be checked, or is registered already. Begin again.',
  });
}

export function recoveryUnavailable(): DomainError {
  return new DomainError('recovery-unavailable', {
    httpStatus: 503,
    detail: 'This installation sends no mail. Ask an administrator of your agency.',
  });
}

export function resetExpired(): DomainError {
  return new DomainError('reset-expired', {
    httpStatus: 410,
    detail: 'This link is not valid any more. Ask for a new one with POST /v1/recoveries.',
  });
}

/** Someone with a second factor cannot be signed in by a link alone. */
export function signInRequired(): DomainError {
  return unauthenticated('sign-in-required', 'Sign in with your password and your second step.');
}
