import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { AgencyContext } from '#libs/kernel';
import type { Logger } from '#libs/observability';
import { requestIdOf } from './request-id.js';

/** One line a request. The route's pattern is written and not its address, which holds ids and queries. */
export function requestLog(logger: Logger): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (!logger.isOn('info')) return next();
    const startedAt = performance.now();
    response.once('close', () => {
      logger.info('request answered', requestFields(request, response, performance.now() - startedAt));
    });
    next();
  };
}

function requestFields(request: Request, response: Response, ms: number) {
  const { agencyContext } = request as { agencyContext?: AgencyContext };
  const route = request.route as { path?: unknown } | undefined;
  return {
    method: request.method,
    route: typeof route?.path === 'string' ? route.path : 'unknown',
    status: response.statusCode,
    ms: Math.round(ms * 10) / 10,
    requestId: requestIdOf(request),
    agencyId: agencyContext?.agencyId,
    actorId: agencyContext?.actor.id,
    aborted: response.writableFinished ? undefined : true,
  };
}
