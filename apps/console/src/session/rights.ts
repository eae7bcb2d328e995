import { useParams } from 'react-router';
import type { ConsoleRoute } from '../routes.js';
import type { Permission } from './access-tables.js';
import { type Me, type Membership, useMe } from './me.js';

export const platformMembership = (me: Me): Membership | undefined =>
  me.memberships.find(({ agency }) => agency.isPlatform);

export const agencyMemberships = (me: Me): Membership[] => me.memberships.filter(({ agency }) => !agency.isPlatform);

/** The membership a page acts under; undefined is somebody else's agency, or none. */
export function membershipFor(me: Me, scope: ConsoleRoute['scope'], slug: string | undefined): Membership | undefined {
  if (scope === 'platform') return platformMembership(me);
  return agencyMemberships(me).find(({ agency }) => agency.slug === slug);
}

export const isAllowed = (membership: Membership | undefined, permission: Permission | undefined): boolean =>
  !permission || Boolean(membership?.permissions.some((held) => held === permission));

/** The membership of the page that is open: `useMembership()?.agency.name`. */
export function useMembership(): Membership | undefined {
  const me = useMe();
  const { agency } = useParams();
  return agency ? membershipFor(me, 'agency', agency) : platformMembership(me);
}

/** May the person do this where they are now? `useMay('people:write')` */
export function useMay(permission: Permission): boolean {
  return isAllowed(useMembership(), permission);
}

/** The address of a page of the agency that is open: `const to = useAgencyPath(); to('/team')`. */
export function useAgencyPath(): (path?: string) => string {
  const { agency } = useParams();
  return (path = '') => (agency ? `/a/${agency}${path}` : `/platform${path}`);
}
