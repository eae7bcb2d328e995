import { DomainError } from '#libs/kernel';

export function tooManyStreams(limit: number): DomainError {
  return new DomainError('too-many-streams', {
    httpStatus: 429,
    detail: `You have ${limit} live streams open. Close one, or share one between the tabs of a browser.`,
    retryAfterSeconds: 5,
  });
}
