import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { invalidRequest } from '#libs/kernel';
import { isPlainObject } from './json-shape.js';
import { unknownField } from './request-problems.js';

/**
 * Refuses what a route does not read. Where a DTO describes a body or a query, unknown fields are refused by it; where
 * none does, they would be ignored, and a caller would believe that `{ "reason": … }` had been heard.
 */
@Injectable()
export class UnreadInputInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<Request>();
    // Webhooks, health checks and pages are called by others, who may add what they like.
    if (request.path.startsWith('/v1/')) assertRead(execution, request);
    return next.handle();
  }
}

function assertRead(execution: ExecutionContext, { query, body }: Request): void {
  const read = parametersOf(execution);
  // A handler that takes the request itself reads of it what it likes, as the way back from a directory does.
  if (read.has(RouteParamtypes.REQUEST)) return;
  const unread = [
    ...(read.has(RouteParamtypes.QUERY) ? [] : namesOf(query)),
    ...(read.has(RouteParamtypes.BODY) ? [] : namesOf(body)),
  ];
  if (unread.length > 0) throw invalidRequest(unread.map(unknownField));
}

/** Which parts of the request the handler takes; keys read `<kind>:<index>`. */
function parametersOf(execution: ExecutionContext): ReadonlySet<number> {
  const handler = execution.getHandler();
  const known = PARAMETERS.get(handler) ?? parametersOfHandler(execution);
  PARAMETERS.set(handler, known);
  return known;
}

const PARAMETERS = new WeakMap<object, ReadonlySet<number>>();

function parametersOfHandler(execution: ExecutionContext): ReadonlySet<number> {
  const handler = execution.getHandler().name;
  const args: object = Reflect.getMetadata(ROUTE_ARGS_METADATA, execution.getClass(), handler) ?? {};
  return new Set(Object.keys(args).map((key) => Number(key.split(':')[0])));
}

function namesOf(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return isPlainObject(value) ? Object.keys(value) : ['body'];
}
