import { PLATFORM_AGENCY_ID, type Uuid } from '#libs/kernel';
import { ROLES, type Role } from '../roles.js';

/** Roles of the platform itself; `platform_support` is held in an agency, through break-glass only, and never granted. */
const PLATFORM_ROLES: ReadonlySet<Role> = new Set(['platform_admin', 'platform_auditor']);
const NEVER_GRANTED: ReadonlySet<Role> = new Set(['platform_support']);
const AUDITING: ReadonlySet<Role> = new Set(['auditor', 'platform_auditor']);

/** What may be given to people of this agency. */
export function grantableRoles(agencyId: Uuid): readonly Role[] {
  const isPlatform = agencyId === PLATFORM_AGENCY_ID;
  return (Object.keys(ROLES) as Role[]).filter(
    (role) => !NEVER_GRANTED.has(role) && PLATFORM_ROLES.has(role) === isPlatform,
  );
}

/** The role without which nobody could give roles any more. */
export function adminRole(agencyId: Uuid): Role {
  return agencyId === PLATFORM_AGENCY_ID ? 'platform_admin' : 'agency_admin';
}

/** Whoever audits does not act. The database holds this too, as `memberships_duties_apart`; here it is said in time. */
export function areDutiesApart(roles: readonly Role[]): boolean {
  return new Set(roles.map((role) => AUDITING.has(role))).size < 2;
}
