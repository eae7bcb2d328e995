import { KEY_SCOPES, type Permission } from './permissions.js';

/**
 * What each role may do. A platform admin holds a membership of the platform only: inside an agency the role means
 * nothing, so that whoever runs the platform cannot read what agencies write.
 */
export const ROLES = {
  platform_admin: ['platform:agencies', 'platform:audit', 'audit:read'],
  agency_admin: KEY_SCOPES,
  auditor: ['audit:read'],
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof ROLES;

/** Of several roles in one agency, the log names the widest. */
const WIDEST_FIRST = Object.keys(ROLES) as readonly Role[];

export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}

export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role): readonly Permission[] => ROLES[role]));
}

export function widestOf(roles: readonly Role[]): Role | undefined {
  return WIDEST_FIRST.find((role) => roles.includes(role));
}
