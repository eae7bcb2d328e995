import { randomBytes } from 'node:crypto';

const NONCE = '__CSP_NONCE__';
const MODE = '__BELFRY_MODE__';

const newNonce = (): string => randomBytes(18).toString('base64');

/** Scripts and styles come from here or carry the nonce of this very answer; nothing is loaded from elsewhere. */
const policyFor = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
  ].join('; ');

export interface ConsolePage {
  readonly html: string;
  readonly policy: string;
}

/** Makes the page of one answer from the built index.html. */
export function consolePage(template: string, mode: string): () => ConsolePage {
  const withMode = template.replaceAll(MODE, mode);
  return () => {
    const nonce = newNonce();
    return { html: withMode.replaceAll(NONCE, nonce), policy: policyFor(nonce) };
  };
}
