import { expect, it } from 'vitest';
import { AGENCY_ROLES, PLATFORM_ROLES, ROLE_PERMISSIONS } from '../../apps/console/src/session/role-permissions.js';
import { ROLES } from '../../libs/access/src/roles.js';

const sorted = (roles: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(roles).map(([role, permissions]) => [role, [...permissions].sort()]));

it('shows in the console what each role may do', () => {
  expect(sorted(ROLE_PERMISSIONS)).toEqual(sorted(ROLES));
});

it('offers every role but the one of emergency access', () => {
  expect([...AGENCY_ROLES, ...PLATFORM_ROLES, 'platform_support'].sort()).toEqual(Object.keys(ROLES).sort());
});
