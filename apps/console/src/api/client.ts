import createClient from 'openapi-fetch';
import { accessToken, currentSession, isLeavingSession, refreshSession } from './access-token.js';
import { OfflineError } from './problem.js';
import type { paths } from './schema.js';
import { noteUse } from './session-use.js';

/** What the API offers, from openapi.json. */
export type Paths = paths;

/** The agency one works in now, by its id (agy_…); `shell/agency.tsx` sets it from the address. */
let agencyId: string | undefined;

export const currentAgencyId = (): string | undefined => agencyId;

export function setCurrentAgencyId(id: string | undefined): void {
  agencyId = id;
}

/** One's own account is the same everywhere, and stays open to whoever has lost the agency of the page. */
const OWN_ACCOUNT = /^\/v1\/me(?:\/|$)/;

const isForAgency = ({ url, headers }: Request): boolean =>
  !headers.has('Belfry-Agency') && !OWN_ACCOUNT.test(new URL(url).pathname);

async function send(request: Request, token: string | null): Promise<Response> {
  const headers = new Headers(request.headers);
  if (token) headers.set('Authorization', `Bearer ${token}`);
  // Whatever changes something says that it comes from this page.
  if (request.method !== 'GET') headers.set('Belfry-CSRF', '1');
  if (agencyId && isForAgency(request)) headers.set('Belfry-Agency', agencyId);
  const response = await fetch(new Request(request, { headers, credentials: 'same-origin' })).catch(() => {
    throw new OfflineError();
  });
  if (token && response.status !== 401) noteUse();
  return response;
}

/** Sends with the access token; when it has just ended, renews it silently and tries once more. */
async function sendSignedIn(request: Request): Promise<Response> {
  // Its answer would be a refusal, and the page that waits for it is about to go.
  if (isLeavingSession()) return new Promise(() => undefined);
  const copy = request.clone();
  const response = await send(request, await accessToken());
  if (response.status !== 401 || !currentSession()) return response;
  const renewed = await refreshSession();
  return renewed ? send(copy, renewed.accessToken) : response;
}

export const client = createClient<Paths>({ baseUrl: location.origin, fetch: sendSignedIn });
