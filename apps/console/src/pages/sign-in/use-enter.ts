import { useNavigate, useSearchParams } from 'react-router';
import type { Session } from '../../api/access-token.js';
import { enter } from '../../session/enter.js';
import { safeTarget } from '../../session/safe-target.js';

/** Goes in with a new session, to the page that was asked for. */
export function useEnter(): (session: Session) => Promise<void> {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  return async (session) => {
    enter(session);
    await navigate(safeTarget(search.get('to')), { replace: true });
  };
}
