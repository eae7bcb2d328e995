import type { NextFunction, Request, Response } from 'express';
import { isUuid, newId, type Uuid } from '#libs/kernel';

/** A request that passed `assignRequestId`. */
interface IdentifiedRequest {
  requestId?: Uuid;
}

/** Takes the caller's `X-Request-Id` when it is a UUID, else makes one; the answer carries it either way. */
export function assignRequestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && isUuid(given.toLowerCase()) ? given.toLowerCase() : newId();
  (request as IdentifiedRequest).requestId = id;
  response.setHeader('X-Request-Id', id);
  next();
}

export function requestIdOf(request: object): Uuid {
  const identified = request as IdentifiedRequest;
  identified.requestId ??= newId();
  return identified.requestId;
}
