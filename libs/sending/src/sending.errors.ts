import { DomainError } from '#libs/kernel';

/** Why the gate refuses, in words for a developer; the codes are the gate's own. */
const GATE_DETAILS: Readonly<Record<string, string>> = {
  'opt-in-missing':
    "There is no evidence of the person's opt-in to WhatsApp messages. Record one with PUT /v1/contacts, or wait until they write.",
  'consent-missing': 'This purpose needs the consent of the person. Record it with POST /v1/consents before sending.',
  'consent-withdrawn': 'The person has withdrawn the consent for this purpose. Do not send until they grant it anew.',
  objected: 'The person has objected to messages for this purpose.',
  suppressed: 'The person may not be messaged for this purpose: they stopped messages, or the number is blocked.',
  'window-closed':
    'More than 24 hours have passed since the person last wrote to this number. Send a template instead of free text.',
};

export function refusedByGate(code: string): DomainError {
  return new DomainError(code, { httpStatus: 422, detail: GATE_DETAILS[code] ?? 'The message may not be sent.' });
}

export function purposeUnknown(code: string): DomainError {
  return new DomainError('purpose-unknown', {
    httpStatus: 422,
    detail: `There is no active purpose "${code}". GET /v1/purposes lists those of your agency.`,
    errors: [{ field: 'purpose', code: 'purpose-unknown', message: 'is not an active purpose of this agency' }],
  });
}

export function laneReserved(): DomainError {
  return new DomainError('lane-reserved', {
    httpStatus: 403,
    detail: 'The alert lane is reached only through alerts, which two people release.',
  });
}

export function notCancellable(state: string): DomainError {
  return new DomainError('not-cancellable', {
    httpStatus: 409,
    detail: `A message can be cancelled only before it is sent; this one is ${state}.`,
  });
}

export function sendAtInvalid(message: string): DomainError {
  return new DomainError('invalid-request', {
    httpStatus: 400,
    detail: 'A time in the request is not usable. It is listed in errors.',
    errors: [{ field: 'sendAt', code: 'out-of-range', message }],
  });
}

export function expiresAtInvalid(): DomainError {
  return new DomainError('invalid-request', {
    httpStatus: 400,
    detail: 'A time in the request is not usable. It is listed in errors.',
    errors: [{ field: 'expiresAt', code: 'out-of-range', message: 'must lie after sendAt and in the future' }],
  });
}
