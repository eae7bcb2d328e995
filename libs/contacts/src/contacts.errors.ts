import { DomainError, type FieldProblem } from '#libs/kernel';

/** A contact must be reachable somehow. */
export function contactWithoutId(): DomainError {
  const problem: FieldProblem = {
    field: 'phone',
    code: 'required',
    message: 'phone or userId must be given; both may be',
  };
  return new DomainError('invalid-request', {
    httpStatus: 422,
    detail: 'A contact needs a phone number or a WhatsApp user id.',
    errors: [problem],
  });
}
