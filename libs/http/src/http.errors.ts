import { DomainError } from '#libs/kernel';

export function internalError(): DomainError {
  return new DomainError('internal-error', {
    httpStatus: 500,
    detail: 'Something went wrong on our side. Tell us the requestId.',
    logLevel: 'error',
  });
}

export function routeNotFound(): DomainError {
  return new DomainError('not-found', {
    httpStatus: 404,
    detail: 'There is no such path. See /docs for those that exist.',
  });
}

/** `methods` are those that the path knows. */
export function methodNotAllowed(methods: readonly string[]): DomainError {
  return new DomainError('method-not-allowed', {
    httpStatus: 405,
    detail: `This path answers ${methods.join(', ')}.`,
  });
}

/** `place` is what the parser found out about the place of the error, if anything. */
export function malformedJson(place: string): DomainError {
  return new DomainError('malformed-json', { httpStatus: 400, detail: `The body is not valid JSON${place}.` });
}

export function bodyTooLarge(limitBytes: number): DomainError {
  return new DomainError('body-too-large', {
    httpStatus: 413,
    detail: `The body is larger than ${Math.floor(limitBytes / 1024)} KB, the most that this path takes.`,
  });
}

export function unsupportedMediaType(): DomainError {
  return new DomainError('unsupported-media-type', {
    httpStatus: 415,
    detail: 'The body must be JSON in UTF-8: send Content-Type: application/json.',
  });
}

export function bodyUnreadable(): DomainError {
  return new DomainError('body-unreadable', {
    httpStatus: 400,
    detail: 'The body ended early or does not have the length or encoding that its headers say.',
  });
}

export function valueNotStorable(): DomainError {
  return new DomainError('invalid-request', {
    httpStatus: 400,
    detail: 'A value of the request has a form or size that cannot be stored.',
    logLevel: 'warn',
  });
}

export function unavailable(): DomainError {
  return new DomainError('unavailable', {
    httpStatus: 503,
    detail: 'The service cannot reach its database. Try again shortly.',
    retryAfterSeconds: 2,
    logLevel: 'error',
  });
}

/** A refusal that Nest or Express raised, in our words. */
export function refusedByFramework(status: number): DomainError {
  const { code, detail } = FRAMEWORK_REFUSALS[status] ?? { code: 'bad-request', detail: 'The request cannot be read.' };
  return new DomainError(code, { httpStatus: status, detail });
}

const FRAMEWORK_REFUSALS: Readonly<Record<number, { code: string; detail: string }>> = {
  401: { code: 'authentication-missing', detail: 'Send an API key or an access token as Authorization: Bearer.' },
  403: { code: 'forbidden', detail: 'This is not allowed.' },
  404: { code: 'not-found', detail: 'There is no such path. See /docs for those that exist.' },
  408: { code: 'request-timeout', detail: 'The request took too long to arrive.' },
  413: { code: 'body-too-large', detail: 'The body is too large.' },
  429: { code: 'too-many-requests', detail: 'Too many requests. Try again later.' },
  503: { code: 'unavailable', detail: 'The service is not ready. Try again shortly.' },
};
