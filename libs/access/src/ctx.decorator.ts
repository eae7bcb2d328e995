import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AgencyContext } from '#libs/kernel';

/** A request that the guard let in. */
export interface AuthorisedRequest {
  agencyContext?: AgencyContext;
}

/** The context that the guard built for this request. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): AgencyContext => {
  const { agencyContext } = execution.switchToHttp().getRequest<AuthorisedRequest>();
  if (!agencyContext) throw new Error('a public route asks for a context');
  return agencyContext;
});
