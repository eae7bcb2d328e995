/** Why a call brought no answer. Stable: they stand in tables and answers. */
export type EgressFault =
  /** The name leads into somebody's own network. */
  | 'address-not-allowed'
  | 'name-not-found'
  | 'connection-refused'
  | 'tls-failed'
  | 'timeout'
  /** The connection broke before the answer was complete. */
  | 'connection-lost';

/** The code is what `faultOf` finds again, however deep the error was wrapped on its way up. */
const NOT_ALLOWED = 'BELFRY_ADDRESS_NOT_ALLOWED';

export function addressNotAllowed(): Error {
  return Object.assign(new Error('not a public address'), { code: NOT_ALLOWED });
}

/** By the codes of Node and undici. https://nodejs.org/api/errors.html https://undici.nodejs.org/#/docs/api/Errors */
const FAULTS: Readonly<Record<string, EgressFault>> = {
  [NOT_ALLOWED]: 'address-not-allowed',
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  EAI_FAIL: 'name-not-found',
  ENODATA: 'name-not-found',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'connection-refused',
  ENETUNREACH: 'connection-refused',
  EADDRNOTAVAIL: 'connection-refused',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_ABORTED: 'timeout',
  EPROTO: 'tls-failed',
};

/** Certificates that nobody should trust: `CERT_HAS_EXPIRED`, `ERR_TLS_CERT_ALTNAME_INVALID`, `DEPTH_ZERO_SELF_SIGNED_CERT` … */
const TLS = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

export function faultOf(error: unknown): EgressFault {
  const codes = codesOf(error);
  const known = codes.map((code) => FAULTS[code]).find((fault) => fault !== undefined);
  if (known) return known;
  if (codes.some((code) => TLS.test(code))) return 'tls-failed';
  return isTimeout(error) ? 'timeout' : 'connection-lost';
}

/** Of the error, of what caused it, and of the several addresses that were tried. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { code } = error as { code?: unknown };
  const inner = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [...(typeof code === 'string' ? [code] : []), ...inner, ...codesOf(error.cause)];
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}
