import { keepSession, type Session } from '../api/access-token.js';
import { queryClient } from '../api/queries.js';

/**
 * After any kind of sign-in: what an earlier person has read is forgotten. What the open page shows stays until it is left;
 * it would only be asked for again, and an invitation is used up by now.
 */
export function enter(session: Session): void {
  queryClient.removeQueries({ type: 'inactive' });
  queryClient.getMutationCache().clear();
  keepSession(session);
}
