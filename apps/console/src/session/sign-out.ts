import { endSession, leaveSession } from '../api/access-token.js';
import { queryClient } from '../api/queries.js';

/** Ends the session here and on the server, and forgets everything that was read. */
export function useSignOut(): () => Promise<void> {
  return async () => {
    leaveSession();
    await queryClient.cancelQueries();
    await endSession();
    queryClient.clear();
    location.assign('/sign-in');
  };
}
