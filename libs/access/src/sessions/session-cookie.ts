import type { IncomingHttpHeaders } from 'node:http';
import { SESSION_LIFE_SECONDS } from './session-limits.js';

/** `__Host-` makes browsers insist on Secure, on Path=/ and on no Domain: no other host can set it. */
export const SESSION_COOKIE = '__Host-belfry';

const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Strict';

/** The value of `Set-Cookie` that gives a browser its refresh token. */
export function sessionCookie(refreshToken: string): string {
  return `${SESSION_COOKIE}=${refreshToken}; ${ATTRIBUTES}; Max-Age=${SESSION_LIFE_SECONDS}`;
}

/** The value of `Set-Cookie` that takes it away. */
export const NO_SESSION_COOKIE = `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;

/** The refresh token that a request brings, or null. Two cookies of this name are one too many. */
export function refreshTokenOf({ cookie = '' }: IncomingHttpHeaders): string | null {
  const found = cookie
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${SESSION_COOKIE}=`));
  return found.length === 1 ? (found[0] ?? '').slice(SESSION_COOKIE.length + 1) : null;
}
