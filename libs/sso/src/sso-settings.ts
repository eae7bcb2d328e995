import { isRole, type Role } from '#libs/access';
import { type FieldProblem, invalidRequest } from '#libs/kernel';

/** How the people of an agency sign in with its own directory. */
export interface SsoSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly groupsClaim: string;
  readonly groupRoles: Readonly<Record<string, Role>>;
  readonly emailDomains: readonly string[];
}

export interface SsoSettingsView extends SsoSettings {
  readonly hasClientSecret: boolean;
  readonly changedAt: Date;
}

export interface NewSsoSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Left out: the one that is stored stays. */
  readonly clientSecret?: string;
  readonly groupsClaim?: string;
  readonly groupRoles: Readonly<Record<string, string>>;
  readonly emailDomains: readonly string[];
}

export const DEFAULT_GROUPS_CLAIM = 'groups';
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** No group may give what belongs to the platform. */
function isAgencyRole(role: string): role is Role {
  return isRole(role) && !role.startsWith('platform_');
}

/** @throws DomainError `invalid-request` with each fault */
export function readSettings(given: NewSsoSettings, isStrict: boolean): SsoSettings {
  const emailDomains = [...new Set(given.emailDomains.map((domain) => domain.trim().toLowerCase()))];
  const problems = [
    ...issuerProblems(given.issuer, isStrict),
    ...roleProblems(given.groupRoles),
    ...domainProblems(emailDomains),
  ];
  if (problems.length > 0) throw invalidRequest(problems);
  const { issuer, clientId, groupsClaim = DEFAULT_GROUPS_CLAIM } = given;
  return { issuer, clientId, groupsClaim, groupRoles: given.groupRoles as Record<string, Role>, emailDomains };
}

function issuerProblems(issuer: string, isStrict: boolean): FieldProblem[] {
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const isUsable = url?.protocol === 'https:' || (!isStrict && url?.protocol === 'http:');
  const isPlain = url && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  return isUsable && isPlain ? [] : [fault('issuer', 'issuer must be an https address without query or user')];
}

function roleProblems(groupRoles: Readonly<Record<string, string>>): FieldProblem[] {
  const entries = Object.entries(groupRoles);
  if (entries.length === 0) return [fault('groupRoles', 'groupRoles must name at least one group')];
  return entries
    .filter(([, role]) => !isAgencyRole(role))
    .map(([group]) => fault(`groupRoles.${group}`, 'a group gives a role of an agency'));
}

function domainProblems(domains: readonly string[]): FieldProblem[] {
  if (domains.length === 0) return [fault('emailDomains', 'emailDomains must name at least one domain')];
  return domains.flatMap((domain, index) =>
    DOMAIN.test(domain) ? [] : [fault(`emailDomains.${index}`, 'a domain is written like health.example.gov')],
  );
}

function fault(field: string, message: string): FieldProblem {
  return { field, code: 'not-allowed', message };
}
