import { KEY_SCOPES, type Permission } from './permissions.js';

/** What everybody in an agency sees: the house and themselves. Auditors see the log and nothing else. */
const OFFICER = ['account:self', 'home:read', 'agency:read', 'departments:read'] as const;

/**
 * What each role may do. A platform admin holds a membership of the platform only: inside an agency the role means
 * nothing, so that whoever runs the platform cannot read what agencies write.
 */
export const ROLES = {
  platform_admin: [
    'account:self',
    'people:read',
    'people:write',
    'platform:agencies',
    'platform:go-live',
    'platform:break-glass',
    'platform:switches',
    'platform:audit',
    'audit:read',
  ],
  platform_auditor: ['account:self', 'platform:audit', 'audit:read'],
  // Held by platform staff through break-glass only, for an hour at most, and never granted.
  platform_support: [
    ...OFFICER,
    'switches:read',
    'messages:read',
    'templates:read',
    'purposes:read',
    'numbers:read',
    'go-live:read',
  ],
  agency_admin: [
    ...KEY_SCOPES,
    ...OFFICER,
    'people:read',
    'people:write',
    'departments:write',
    'api-keys:read',
    'api-keys:write',
    'api-keys:write-live',
    'callbacks:read',
    'callbacks:write',
    'agency:write',
    'numbers:read',
    'numbers:write',
    'switches:read',
    'switches:write',
    'go-live:read',
    'go-live:request',
  ],
  editor: [
    ...OFFICER,
    'switches:read',
    'messages:send',
    'messages:read',
    'templates:read',
    'templates:write',
    'media:read',
    'media:write',
    'purposes:read',
    'contacts:read',
    'consents:write',
  ],
  approver: [
    ...OFFICER,
    'switches:read',
    'switches:write',
    'messages:read',
    'templates:read',
    'templates:approve',
    'media:read',
    'purposes:read',
  ],
  alert_officer: [
    ...OFFICER,
    'switches:read',
    'switches:write',
    'messages:read',
    'templates:read',
    'media:read',
    'purposes:read',
  ],
  agent: [
    ...OFFICER,
    'messages:read',
    'templates:read',
    'media:read',
    'media:write',
    'purposes:read',
    'contacts:read',
    'consents:write',
  ],
  developer: [
    ...OFFICER,
    'switches:read',
    'messages:read',
    'templates:read',
    'media:read',
    'purposes:read',
    'api-keys:read',
    'api-keys:write',
    'callbacks:read',
    'callbacks:write',
    'numbers:read',
  ],
  auditor: ['account:self', 'audit:read'],
  privacy_officer: [...OFFICER, 'audit:read', 'contacts:read', 'consents:read', 'consents:write', 'purposes:read'],
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
