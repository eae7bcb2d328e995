import { type LoaderFunctionArgs, redirect } from 'react-router';
import { currentSession, refreshSession } from '../api/access-token.js';
import { setCurrentAgencyId } from '../api/client.js';
import { queryClient } from '../api/queries.js';
import { changeLanguage, i18n } from '../i18n/i18n.js';
import { isLanguage } from '../i18n/languages.js';
import type { ConsoleRoute } from '../routes.js';
import { changeLook } from '../session/look.js';
import { fetchMe, ME_KEY, type Me } from '../session/me.js';
import { isAllowed, membershipFor } from '../session/rights.js';
import { chooseTimeZone } from '../session/time-zone.js';

/** What a page may be: shown, forbidden for want of a right, or not there as far as this person may know. */
export type Verdict = { kind: 'allowed' } | { kind: 'forbidden'; permission: string } | { kind: 'not-found' };

let appliedFor: string | undefined;

/** A person's choices follow them to a machine that does not know them. */
async function applyPreferences(me: Me): Promise<void> {
  chooseTimeZone(me.preferences.timeZone);
  if (appliedFor === me.id) return;
  appliedFor = me.id;
  const language = me.language && isLanguage(me.language) ? me.language : undefined;
  const { theme, density } = me.preferences;
  changeLook({ ...(theme ? { theme } : {}), ...(density ? { density } : {}), ...(language ? { language } : {}) });
  if (language && language !== i18n.language) await changeLanguage(language);
}

async function signedInPerson(): Promise<Me | null> {
  if (!currentSession() && !(await refreshSession())) return null;
  const me = await queryClient.ensureQueryData({ queryKey: ME_KEY, queryFn: fetchMe });
  await applyPreferences(me);
  return me;
}

function rule(me: Me, route: ConsoleRoute, slug: string | undefined): Verdict {
  if (route.scope === 'own') return { kind: 'allowed' };
  const membership = membershipFor(me, route.scope, slug);
  setCurrentAgencyId(membership?.agency.id);
  document.documentElement.dataset['agency'] = membership?.agency.name ?? '';
  if (!membership) return { kind: 'not-found' };
  if (isAllowed(membership, route.permission)) return { kind: 'allowed' };
  return { kind: 'forbidden', permission: route.permission ?? '' };
}

/** For the frame around the pages: it shows who is there, so it waits for them as its page does. */
export const personLoader = async ({ request }: LoaderFunctionArgs): Promise<Me> => {
  const { pathname, search } = new URL(request.url);
  const me = await signedInPerson();
  if (!me) throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
  return me;
};

const SECURITY = '/me/security';

/** Decides before a page is shown: who is there, in which agency, and may they. */
export const guard =
  (route: ConsoleRoute) =>
  async ({ request, params }: LoaderFunctionArgs): Promise<Verdict> => {
    const { pathname, search } = new URL(request.url);
    const me = await signedInPerson();
    if (!me) throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
    if (me.mustEnrol && pathname !== SECURITY) throw redirect(SECURITY);
    if (route.scope === 'own') {
      setCurrentAgencyId(undefined);
      document.documentElement.dataset['agency'] = '';
    }
    return rule(me, route, params['agency']);
  };
