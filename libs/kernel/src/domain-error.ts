export interface FieldProblem {
  /** Path of the field in the request, e.g. `template.variables.name`. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** The bound that the value broke: characters, entries, or the least or greatest value. */
  readonly limit?: number;
}

export interface DomainErrorOptions {
  /** What is wrong and what to do, for the developer who reads the answer. */
  readonly detail: string;
  readonly httpStatus: number;
  readonly errors?: readonly FieldProblem[];
  /** Seconds after which the same request may succeed. */
  readonly retryAfterSeconds?: number;
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error';
}

/**
 * A refusal with a stable code. Libs throw only these; `libs/http` renders them as RFC 9457 problems. Each lib keeps the
 * codes that it owns in `<lib>.errors.ts`, as factory functions.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly detail: string;
  readonly httpStatus: number;
  readonly errors?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';

  constructor(code: string, options: DomainErrorOptions) {
    super(`${code}: ${options.detail}`);
    this.name = 'DomainError';
    this.code = code;
    this.detail = options.detail;
    this.httpStatus = options.httpStatus;
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.logLevel = options.logLevel ?? 'debug';
  }
}

/** One answer for "does not exist" and "belongs to another agency", so that ids cannot be probed. */
export function notFound(): DomainError {
  return new DomainError('not-found', {
    httpStatus: 404,
    detail: 'There is nothing with this id that this key may see. Check the id and the agency of the key.',
  });
}

export function invalidRequest(errors: readonly FieldProblem[]): DomainError {
  return new DomainError('invalid-request', {
    httpStatus: 400,
    detail: 'The request has fields that are missing, unknown or not valid. Each is listed in errors.',
    errors,
  });
}

export function permissionMissing(permission: string): DomainError {
  return new DomainError('permission-missing', {
    httpStatus: 403,
    detail: `This action needs the permission ${permission}, which this key or person does not hold.`,
    logLevel: 'info',
  });
}
