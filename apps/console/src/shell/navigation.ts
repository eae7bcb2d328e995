import { generatePath } from 'react-router';
import { type ConsoleRoute, ROUTES } from '../routes.js';
import type { Membership } from '../session/me.js';
import { isAllowed } from '../session/rights.js';
import { hasPage } from './pages.js';

export interface NavItem {
  page: string;
  to: string;
  icon: string;
  order: number;
}

/** Entries a membership may open, in order; what one may not use is absent. */
export function navigationFor(membership: Membership | undefined): NavItem[] {
  if (!membership) return [];
  const scope: ConsoleRoute['scope'] = membership.agency.isPlatform ? 'platform' : 'agency';
  return ROUTES.filter((route) => route.scope === scope && hasPage(route.page))
    .flatMap(({ path, page, permission, nav }) => {
      if (!nav || !isAllowed(membership, permission)) return [];
      return [{ page, to: generatePath(path, { agency: membership.agency.slug }), ...nav }];
    })
    .sort((a, b) => a.order - b.order);
}

/** Where a membership's work begins: Home, or for an auditor the log. */
export function startPath(membership: Membership): string {
  return navigationFor(membership)[0]?.to ?? '/me';
}
