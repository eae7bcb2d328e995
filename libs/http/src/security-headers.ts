import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Pages of the product load nothing from elsewhere and run no script that stands in the page. */
const DIRECTIVES = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'connect-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'require-trusted-types-for': ["'script'"],
};

/** The reference page writes its styles, its fonts and its HTML itself. */
const { 'require-trusted-types-for': _, ...UNTYPED } = DIRECTIVES;
const DOCS_DIRECTIVES = { ...UNTYPED, 'style-src': ["'self'", "'unsafe-inline'"], 'font-src': ["'self'", 'data:'] };

export const DOCS_PATH = '/docs';

/** Headers of every answer: a strict content policy, no sniffing, no framing, and nothing kept by caches. */
export function securityHeaders(): RequestHandler {
  const strict = headersOf(DIRECTIVES);
  const docs = headersOf(DOCS_DIRECTIVES);
  return (request: Request, response: Response, next: NextFunction) => {
    const isDocs = request.path === DOCS_PATH || request.path.startsWith(`${DOCS_PATH}/`);
    for (const [name, value] of isDocs ? docs : strict) response.setHeader(name, value);
    next();
  };
}

/** What helmet sets is the same for each answer, so it is asked once. */
function headersOf(directives: Record<string, string[]>): [string, string][] {
  const headers = new Map<string, string>([['Cache-Control', 'no-store']]);
  const collector = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  } as unknown as Response;
  helmet(helmetOptions(directives))({} as Request, collector, (error?: unknown) => {
    if (error) throw error;
  });
  return [...headers];
}

function helmetOptions(directives: Record<string, string[]>) {
  return {
    contentSecurityPolicy: { useDefaults: false, directives },
    frameguard: { action: 'deny' as const },
    referrerPolicy: { policy: 'no-referrer' as const },
    hsts: { maxAge: 63_072_000, includeSubDomains: true },
  };
}
