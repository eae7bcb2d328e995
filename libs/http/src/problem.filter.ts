import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable, NotFoundException } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { DomainError } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { allowedMethods } from './allowed-methods.js';
import { toDomainError } from './error-translation.js';
import { methodNotAllowed, routeNotFound } from './http.errors.js';
import { PROBLEM_MEDIA_TYPE, problemOf } from './problem.js';
import { requestIdOf } from './request-id.js';

/** The one place where an error becomes an answer. What is not foreseen goes to the log, never to the client. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = thrown instanceof NotFoundException ? unknownRoute(request, response) : toDomainError(thrown);
    this.report(error, thrown, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    setHeaders(response, error);
    response
      .status(error.httpStatus)
      .type(PROBLEM_MEDIA_TYPE)
      .send(JSON.stringify(problemOf(error, requestIdOf(request))));
  }

  private report(error: DomainError, thrown: unknown, request: Request): void {
    const fields = { code: error.code, requestId: requestIdOf(request) };
    if (error.logLevel === 'error') this.logger.failure('request failed', thrown, fields);
    else if (error.logLevel === 'warn') this.logger.warn('request refused by a later stage than it should', fields);
    else this.logger.debug('request refused', fields);
  }
}

/** A path that answers other methods says which. */
function unknownRoute(request: Request, response: Response): DomainError {
  const methods = allowedMethods(request);
  if (methods.length === 0) return routeNotFound();
  response.setHeader('Allow', methods.join(', '));
  return methodNotAllowed(methods);
}

function setHeaders(response: Response, { httpStatus, code, retryAfterSeconds }: DomainError): void {
  if (retryAfterSeconds !== undefined)
    response.setHeader('Retry-After', String(Math.max(1, Math.ceil(retryAfterSeconds))));
  if (httpStatus === 401) response.setHeader('WWW-Authenticate', challengeFor(code));
}

/** https://www.rfc-editor.org/rfc/rfc6750#section-3: a request without credentials gets no error code. */
function challengeFor(code: string): string {
  const reason = code === 'authentication-missing' ? '' : `, error="invalid_token", error_description="${code}"`;
  return `Bearer realm="belfry"${reason}`;
}
