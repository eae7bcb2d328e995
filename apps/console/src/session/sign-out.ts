import { forgetSession } from '../api/access-token.js';
import { queryClient, request } from '../api/queries.js';

/** Ends the session here and on the server, and forgets everything that was read. */
export function useSignOut(): () => Promise<void> {
  return async () => {
    // First here: what the page or its stream asks for meanwhile is refused, and whoever leaves need not hear that it ended.
    forgetSession();
    await queryClient.cancelQueries();
    // A session that is over already, or a server that is away: the person leaves all the same.
    await request('delete', '/v1/sessions/current').catch(() => undefined);
    queryClient.clear();
    location.assign('/sign-in');
  };
}
