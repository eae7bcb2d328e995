import type { DestinationFault } from '#libs/egress';
import { DomainError, invalidRequest } from '#libs/kernel';

export function urlNotAllowed({ code, message }: DestinationFault): DomainError {
  return invalidRequest([{ field: 'url', code, message }]);
}

export function eventsNotAllowed(unknown: readonly string[]): DomainError {
  const message = unknown.length > 0 ? `has no event ${unknown.join(', ')}` : 'must name at least one event';
  return invalidRequest([{ field: 'events', code: 'not-allowed', message }]);
}

export function tooManyCallbacks(most: number): DomainError {
  return new DomainError('too-many-callbacks', {
    httpStatus: 409,
    detail: `An agency has at most ${most} callback endpoints. Remove one that is not needed any more.`,
  });
}

export function callbackOff(): DomainError {
  return new DomainError('callback-off', {
    httpStatus: 409,
    detail: 'This endpoint is off. Turn it on first.',
  });
}

export function replayTooLarge(count: number, most: number): DomainError {
  return new DomainError('replay-too-large', {
    httpStatus: 422,
    detail: `${count} callbacks would go out again; at most ${most} may at once. Choose a shorter time.`,
  });
}

export function replaySelection(field: string, message: string): DomainError {
  return invalidRequest([{ field, code: 'not-allowed', message }]);
}
