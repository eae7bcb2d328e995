import { sqlState } from '#libs/database';
import { invalidRequest, type Uuid } from '#libs/kernel';
import { dutiesNotApart, ownRoles } from '../access.errors.js';
import { isRole, type Role } from '../roles.js';
import { areDutiesApart, grantableRoles } from './duties.js';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const EXCLUSION_VIOLATION = '23P01';
const CHECK_VIOLATION = '23514';

/** @throws DomainError when the roles are none, are not given here, or do not go together */
export function assertGrantable(agencyId: Uuid, wanted: readonly string[]): Role[] {
  const grantable = grantableRoles(agencyId);
  const roles = [...new Set(wanted)].filter(isRole).filter((role) => grantable.includes(role));
  if (roles.length === 0 || roles.length < new Set(wanted).size) {
    const message = `roles must name at least one of ${grantable.join(', ')}`;
    throw invalidRequest([{ field: 'roles', code: 'not-allowed', message }]);
  }
  if (!areDutiesApart(roles)) throw dutiesNotApart();
  return roles;
}

/** What the constraints of `memberships` say in their own words: they see the grant that runs beside this one. */
export function translateGrant(error: unknown): never {
  if (sqlState(error) === EXCLUSION_VIOLATION) throw dutiesNotApart();
  throw sqlState(error) === CHECK_VIOLATION ? ownRoles() : error;
}
