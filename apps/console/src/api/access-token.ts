import { ApiError, OfflineError, toApiError } from './problem.js';
import { noteUse } from './session-use.js';

export interface Session {
  accessToken: string;
  expiresAt: string;
  /** Without a request for so long, the session is over. */
  idleSeconds: number;
  /** It is over then in any case. */
  endsAt: string;
  mustEnrol?: boolean;
}

/** Only in memory: what no storage holds, no script that slips in can read later. */
let session: Session | null = null;
/** Between a sign-out and the page that follows it. */
let isLeaving = false;
let refreshing: Promise<Session | null> | undefined;
const changeListeners = new Set<() => void>();
const endListeners = new Set<() => void>();

export const currentSession = (): Session | null => session;

export function keepSession(next: Session | null): void {
  session = next;
  isLeaving = false;
  if (next) noteUse();
  for (const listener of changeListeners) listener();
}

/** Whoever leaves by themselves need not be told that the session is over: from here the page asks for nothing more. */
export function leaveSession(): void {
  session = null;
  isLeaving = true;
}

export const isLeavingSession = (): boolean => isLeaving;

/** Ends the session on the server. One that is over already, or a server that is away: the person leaves all the same. */
export async function endSession(): Promise<void> {
  await fetch('/v1/sessions/current', { method: 'DELETE', headers: CSRF, credentials: 'same-origin' }).catch(
    () => undefined,
  );
}

export function onSessionChange(listener: () => void): () => void {
  changeListeners.add(listener);
  return () => changeListeners.delete(listener);
}

/** For a session that ended without a sign-out here: by time, on another device, or because somebody else used it. */
export function onSessionEnd(listener: () => void): () => void {
  endListeners.add(listener);
  return () => endListeners.delete(listener);
}

const CSRF = { 'Belfry-CSRF': '1' };

async function askForSession(): Promise<Session | null> {
  const response = await fetch('/v1/sessions/refresh', {
    method: 'POST',
    headers: CSRF,
    credentials: 'same-origin',
  }).catch(() => {
    throw new OfflineError();
  });
  if (response.ok) return (await response.json()) as Session;
  if (response.status === 401 || response.status === 403) return null;
  throw toApiError(response, await response.json().catch(() => undefined));
}

/** Tabs share the cookie and take turns, so that no token is used twice. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('belfry.refresh', work) : work();

/** A fresh access token from the cookie, or null when nobody is signed in. Calls at the same time share one request. */
export function refreshSession(): Promise<Session | null> {
  refreshing ??= renew().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function renew(): Promise<Session | null> {
  const wasThere = session !== null;
  const next = await inTurn(askForSession);
  keepSession(next);
  if (wasThere && !next) for (const listener of endListeners) listener();
  return next;
}

const SPARE_MS = 30_000;

/** The access token, renewed shortly before its end. */
export async function accessToken(): Promise<string | null> {
  if (!session) return null;
  if (Date.parse(session.expiresAt) - Date.now() > SPARE_MS) return session.accessToken;
  return (await refreshSession())?.accessToken ?? null;
}

export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401;
