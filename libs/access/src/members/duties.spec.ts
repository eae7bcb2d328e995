import { describe, expect, it } from 'vitest';
import { newId, PLATFORM_AGENCY_ID } from '#libs/kernel';
import { adminRole, areDutiesApart, grantableRoles } from './duties.js';

describe(areDutiesApart, () => {
  it.each([
    [['auditor'], true],
    [['agency_admin', 'developer'], true],
    [['auditor', 'agent'], false],
    [['platform_admin', 'platform_auditor'], false],
  ] as const)('%j: %s', (roles, isApart) => expect(areDutiesApart(roles)).toBe(isApart));
});

describe(grantableRoles, () => {
  it('keeps the roles of the platform and of agencies apart, and grants break-glass to nobody', () => {
    expect(grantableRoles(PLATFORM_AGENCY_ID)).toEqual(['platform_admin', 'platform_auditor']);
    const roles = grantableRoles(newId());
    expect(roles).toContain(adminRole(newId()));
    expect(roles.filter((role) => role.startsWith('platform_'))).toEqual([]);
  });
});
