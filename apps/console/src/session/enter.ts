import { keepSession, type Session } from '../api/access-token.js';
import { queryClient } from '../api/queries.js';

/** After any kind of sign-in: what an earlier person has read is forgotten. */
export function enter(session: Session): void {
  queryClient.clear();
  keepSession(session);
}
