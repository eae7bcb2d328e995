import type { IncomingHttpHeaders } from 'node:http';
import { crossSiteRequest } from '../access.errors.js';

/**
 * A cookie is sent by the browser whoever asked. So routes that read it want a header that no foreign page can set, and the
 * origin of our own pages.
 * @throws DomainError `cross-site-request`
 */
export function assertSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): void {
  const isOurs = headers['belfry-csrf'] === '1' && headers.origin === new URL(publicUrl).origin;
  if (!isOurs) throw crossSiteRequest();
}
