import type { IncomingHttpHeaders } from 'node:http';

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i;

/** What stands after `Authorization: Bearer`, or null. Nowhere else is a credential looked for. */
export function bearerOf({ headers }: { readonly headers: IncomingHttpHeaders }): string | null {
  return BEARER.exec(headers.authorization ?? '')?.[1] ?? null;
}
