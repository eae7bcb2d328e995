/** How the API says no. The console shows words for `code`, never `detail`, which is for developers. */
export interface Problem {
  status: number;
  code: string;
  title?: string;
  detail?: string;
  requestId?: string;
  errors?: readonly { field: string; code: string; message?: string }[];
}

export class ApiError extends Error {
  constructor(
    readonly problem: Problem,
    /** Seconds to wait, when the API says so. */
    readonly retryAfter?: number,
  ) {
    super(problem.code);
    this.name = 'ApiError';
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** The line was cut, or nobody answered. */
export class OfflineError extends Error {
  readonly code = 'offline';
}

/** The code of an error of ours, by which its words are found. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

export const isApiError = (error: unknown, code: string): error is ApiError =>
  error instanceof ApiError && error.code === code;

const isProblem = (body: unknown): body is Partial<Problem> =>
  typeof body === 'object' && body !== null && 'code' in body;

/** Makes an error of an answer that is not a success, whatever stands in between has made of it. */
export function toApiError(response: Response, body: unknown): ApiError {
  const told = isProblem(body) ? body : {};
  const problem: Problem = { ...told, status: response.status, code: told.code ?? `http-${response.status}` };
  const wait = Number(response.headers.get('Retry-After'));
  return new ApiError(problem, wait > 0 ? wait : undefined);
}
