import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Uuid } from '#libs/kernel';
import { stepUpRequired } from '../access.errors.js';

/** The session that a request of a person belongs to. */
export interface CurrentSession {
  readonly id: Uuid;
  readonly userId: Uuid;
  /** Signed in without a second step where one is mandatory: may look after their own account and nothing else. */
  readonly mustEnrol: boolean;
  /** Until when dangerous acts are open, or null. */
  readonly steppedUpUntil: Date | null;
}

/** What the guard leaves on a request of a person. */
export interface SessionRequest {
  belfrySession?: CurrentSession;
}

/** The session of the person who asks; null for an API key. */
export const Session = createParamDecorator((_: unknown, execution: ExecutionContext): CurrentSession | null => {
  return execution.switchToHttp().getRequest<SessionRequest>().belfrySession ?? null;
});

/** The session of the person who asks, on routes that no API key reaches. */
export const OwnSession = createParamDecorator((_: unknown, execution: ExecutionContext): CurrentSession => {
  const session = execution.switchToHttp().getRequest<SessionRequest>().belfrySession;
  if (!session) throw new Error('a route that needs a person was reached without one');
  return session;
});

/**
 * For acts that are dangerous only sometimes; `@StepUp()` is for those that always are.
 * @throws DomainError `step-up-required`
 */
export function assertSteppedUp(session: CurrentSession | null | undefined): void {
  const until = session?.steppedUpUntil?.getTime() ?? 0;
  if (until <= Date.now()) throw stepUpRequired();
}
