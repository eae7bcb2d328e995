import type { Recipient } from '#libs/contacts';
import { type FieldProblem, invalidRequest } from '#libs/kernel';
import type { RecordConsentDto } from './dto/record-consent.dto.js';

const MISSING: FieldProblem = { field: 'to', code: 'required', message: 'name one person: to or contactId' };
const AMBIGUOUS: FieldProblem = {
  field: 'contactId',
  code: 'ambiguous',
  message: 'name only one person: to and contactId are both there',
};

/** @throws DomainError `invalid-request` unless the request names exactly one person */
export function toRecipient({ to, contactId }: Pick<RecordConsentDto, 'to' | 'contactId'>): Recipient {
  if (to !== undefined && contactId !== undefined) throw invalidRequest([AMBIGUOUS]);
  if (to !== undefined) return { phone: to };
  if (contactId !== undefined) return { contactId };
  throw invalidRequest([MISSING]);
}
