import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AgencyContext, Uuid } from '#libs/kernel';

/** What the guard reads from a request and leaves on it. */
export interface AuthorisedRequest {
  requestId?: Uuid;
  agencyContext?: AgencyContext;
}

/** The context that the guard built for this request. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): AgencyContext => {
  const { agencyContext } = execution.switchToHttp().getRequest<AuthorisedRequest>();
  if (!agencyContext) throw new Error('a public route asks for a context');
  return agencyContext;
});
