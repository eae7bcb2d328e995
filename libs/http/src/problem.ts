import type { DomainError, FieldProblem } from '#libs/kernel';

/** A refusal as RFC 9457 writes it, with a stable `code` for programs. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  readonly requestId: string;
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export const PROBLEM_CONTENT = { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } };

export function problemOf(error: DomainError, requestId: string): Problem {
  const { code, detail, httpStatus, errors } = error;
  return { type: `/problems/${code}`, title: titleOf(code), status: httpStatus, code, detail, errors, requestId };
}

/** The refusal of one item of a request that holds many; the request id is that of the answer. */
export type ItemProblem = Omit<Problem, 'requestId'> & { readonly retryAfterSeconds?: number };

export function itemProblemOf(error: DomainError): ItemProblem {
  const { requestId: _, ...problem } = problemOf(error, '');
  return { ...problem, ...(error.retryAfterSeconds !== undefined && { retryAfterSeconds: error.retryAfterSeconds }) };
}

/** `consent-missing` → `Consent missing` */
function titleOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
