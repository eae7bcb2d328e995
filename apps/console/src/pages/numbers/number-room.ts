import type { PathsWithMethod } from 'openapi-typescript-helpers';
import { createContext, useContext } from 'react';
import type { Paths } from '../../api/client.js';
import { useAgencyPath, useMay } from '../../session/rights.js';

/** The agency whose numbers who runs the platform looks at; undefined for an agency's own people. */
export const AgencyOfNumbers = createContext<string | undefined>(undefined);

type NumberPath = Extract<keyof Paths, `/v1/numbers${string}`>;
type ReadPath = PathsWithMethod<Paths, 'get'>;

interface NumberRoom {
  /** Where the API has it for who is here: both places take and answer the same. */
  at: <P extends NumberPath>(path: P) => P;
  /** What is read again after a step. */
  refreshes: readonly ReadPath[];
  /** The address of a page of the numbers: `to('/num_…')`. */
  to: (path?: string) => string;
  mayWrite: boolean;
  /** Whether an agency's own people are here; some things are theirs alone. */
  isOwn: boolean;
}

const OWN = ['/v1/numbers', '/v1/numbers/{id}', '/v1/numbers/{id}/profile', '/v1/go-live'] as const;
const OF_AGENCY = ['/v1/platform/agencies/{id}/numbers', '/v1/platform/agencies/{id}/go-live'] as const;

/** The same pages serve an agency and who runs the platform for it. */
export function useNumberRoom(): NumberRoom {
  const agencyId = useContext(AgencyOfNumbers);
  const toOwn = useAgencyPath();
  const mayOwn = useMay('numbers:write');
  if (!agencyId) {
    const to = (path = '') => toOwn(`/numbers${path}`);
    return { at: (path) => path, refreshes: OWN, to, mayWrite: mayOwn, isOwn: true };
  }
  const at = <P extends NumberPath>(path: P): P =>
    path.replace('/v1/numbers', `/v1/platform/agencies/${agencyId}/numbers`) as P;
  return {
    at,
    refreshes: [...OF_AGENCY, at('/v1/numbers/{id}'), at('/v1/numbers/{id}/profile')],
    to: (path = '') => `/platform/agencies/${agencyId}/numbers${path}`,
    mayWrite: true,
    isOwn: false,
  };
}
