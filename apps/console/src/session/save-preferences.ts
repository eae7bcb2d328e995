import { currentSession } from '../api/access-token.js';
import { queryClient, request } from '../api/queries.js';
import type { Look } from './look.js';
import { ME_KEY, type Me } from './me.js';

/** Keeps a choice with the person, so that it follows them to other machines. */
export function useSavePreferences(): (change: Look) => Promise<void> {
  return async ({ language, ...preferences }) => {
    const me = queryClient.getQueryData<Me>(ME_KEY);
    if (!currentSession() || !me) return;
    const body = {
      ...(language ? { language } : {}),
      ...(Object.keys(preferences).length > 0 ? { preferences: { ...me.preferences, ...preferences } } : {}),
    };
    // The choice is already seen and kept in this browser; a server that is away takes nothing from it.
    const changed = await request('patch', '/v1/me', { body }).catch(() => undefined);
    if (changed) queryClient.setQueryData(ME_KEY, changed);
  };
}
