import type { Request } from 'express';
import type { SignInMeta } from '#libs/access';
import { requestIdOf } from '#libs/http';

/** Where a request of somebody who is not signed in yet comes from. */
export function signInMeta(request: Request): SignInMeta {
  return { requestId: requestIdOf(request), ip: request.ip, userAgent: request.headers['user-agent'] };
}
