import { useEffect } from 'react';
import { onSessionEnd } from '../api/access-token.js';

/** The session has ended under an open page: the sign-in says so and leads back here; what was read is gone with the page. */
export function useSessionEnd(): void {
  useEffect(
    () =>
      onSessionEnd(() => {
        const here = encodeURIComponent(location.pathname + location.search);
        location.assign(`/sign-in?error=session-ended&to=${here}`);
      }),
    [],
  );
}
