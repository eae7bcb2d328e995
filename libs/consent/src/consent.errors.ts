import { DomainError, type FieldProblem } from '#libs/kernel';
import type { GateRefusalCode, GateVerdict } from './gate.js';

/** What each refusal of the gate means and what to do, for the developer who reads the answer. */
const REFUSALS: Readonly<Record<GateRefusalCode, string>> = {
  suppressed: 'This person has stopped messages, or must not be written to. Nothing was sent.',
  'consent-withdrawn': 'This person has withdrawn the consent that the purpose rests on. A new grant is needed.',
  'consent-missing': 'The purpose rests on consent and this person has not given it. Record it with POST /v1/consents.',
  objected: 'This person has objected to messages of this purpose.',
  'opt-in-missing':
    'There is no evidence that this person agreed to be messaged on WhatsApp. Send it with PUT /v1/contacts.',
  'window-closed': 'A text needs a message from this person in the last 24 hours. Send an approved template instead.',
};

export function mayNotSend({ code }: Extract<GateVerdict, { allowed: false }>): DomainError {
  return new DomainError(code, { httpStatus: 422, detail: REFUSALS[code], logLevel: 'info' });
}

export function purposeUnknown(code: string): DomainError {
  return new DomainError('purpose-unknown', {
    httpStatus: 422,
    detail: 'The agency has no active purpose with this code. GET /v1/purposes lists them.',
    errors: [{ field: 'purpose', code: 'purpose-unknown', message: `purpose ${code} is not an active purpose` }],
  });
}

/** The fields are well-formed and make no sense together or at this moment. */
export function requestRefused(errors: readonly FieldProblem[]): DomainError {
  return new DomainError('invalid-request', {
    httpStatus: 422,
    detail: 'The request has fields that cannot be accepted. Each is listed in errors.',
    errors,
  });
}
