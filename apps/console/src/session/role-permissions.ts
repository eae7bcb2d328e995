import { KEY_SCOPES } from './key-scopes.js';
import type { Permission } from './permissions.js';

const OFFICER = ['account:self', 'home:read', 'agency:read', 'departments:read'] as const;

/** What each role lets a person do, for showing it; test/architecture compares it with libs/access. */
export const ROLE_PERMISSIONS: Readonly<Record<string, readonly Permission[]>> = {
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
    'purposes:read',
    'contacts:read',
    'consents:write',
  ],
  approver: [...OFFICER, 'switches:read', 'switches:write', 'messages:read', 'templates:read', 'purposes:read'],
  alert_officer: [...OFFICER, 'switches:read', 'switches:write', 'messages:read', 'templates:read', 'purposes:read'],
  agent: [...OFFICER, 'messages:read', 'templates:read', 'purposes:read', 'contacts:read', 'consents:write'],
  developer: [
    ...OFFICER,
    'switches:read',
    'messages:read',
    'templates:read',
    'purposes:read',
    'api-keys:read',
    'api-keys:write',
    'callbacks:read',
    'callbacks:write',
    'numbers:read',
  ],
  auditor: ['account:self', 'audit:read'],
  privacy_officer: [...OFFICER, 'audit:read', 'contacts:read', 'consents:read', 'consents:write', 'purposes:read'],
};

/** The roles that people of an agency are given; those of the platform come below. */
export const AGENCY_ROLES = [
  'agency_admin',
  'editor',
  'approver',
  'alert_officer',
  'agent',
  'developer',
  'auditor',
  'privacy_officer',
] as const;

/** Emergency access gives `platform_support` for an hour; nobody hands it out. */
export const PLATFORM_ROLES = ['platform_admin', 'platform_auditor'] as const;
