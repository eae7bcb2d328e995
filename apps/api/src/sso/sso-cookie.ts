import type { IncomingHttpHeaders } from 'node:http';
import { START_SECONDS } from '#libs/sso';

const NAME = '__Host-belfry-sso';
/** Lax, because the browser comes back from another site; nothing but the end of this sign-in reads it. */
const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Lax';

export const NO_SSO_COOKIE = `${NAME}=; ${ATTRIBUTES}; Max-Age=0`;

export function ssoCookie(browserToken: string): string {
  return `${NAME}=${browserToken}; ${ATTRIBUTES}; Max-Age=${START_SECONDS}`;
}

/** Null without the cookie, and with two of them. */
export function ssoCookieOf({ cookie = '' }: IncomingHttpHeaders): string | null {
  const found = cookie
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${NAME}=`));
  return found.length === 1 ? (found[0] ?? '').slice(NAME.length + 1) : null;
}
