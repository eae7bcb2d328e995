import { isEmail, normaliseEmail, type Role } from '#libs/access';
import { ssoDomain, ssoNoRole, ssoRefused } from './sso.errors.js';
import type { SsoSettings } from './sso-settings.js';

/** Whom the directory vouched for, and what that gives. */
export interface DirectoryPerson {
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

type Claims = Readonly<Record<string, unknown>>;

/**
 * Reads the claims of a verified ID token.
 * @throws DomainError `sso-refused`, `sso-domain` or `sso-no-role`
 */
export function readClaims(claims: Claims, settings: SsoSettings): DirectoryPerson {
  const subject = claims['sub'];
  const email = typeof claims['email'] === 'string' ? normaliseEmail(claims['email']) : '';
  if (typeof subject !== 'string' || subject === '') throw ssoRefused('no-subject');
  if (!isEmail(email) || claims['email_verified'] === false) throw ssoRefused('no-email');
  // The whole part after the last @: "health.example" must not let "evil-health.example" in, nor a subdomain.
  if (!settings.emailDomains.includes(email.slice(email.lastIndexOf('@') + 1))) throw ssoDomain();
  const roles = rolesOf(claims[settings.groupsClaim], settings.groupRoles);
  if (roles.length === 0) throw ssoNoRole();
  return { subject, email, name: nameOf(claims, email), roles };
}

function rolesOf(groups: unknown, groupRoles: Readonly<Record<string, Role>>): Role[] {
  const names = Array.isArray(groups) ? groups : [groups];
  const roles = names.flatMap((name) =>
    typeof name === 'string' && Object.hasOwn(groupRoles, name) ? [groupRoles[name] as Role] : [],
  );
  return [...new Set(roles)];
}

function nameOf({ name }: Claims, email: string): string {
  const text = typeof name === 'string' ? name.trim().slice(0, 200) : '';
  return text === '' ? email : text;
}
