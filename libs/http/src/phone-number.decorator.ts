import parsePhoneNumber from 'libphonenumber-js/min';
import { isSurelyPossible } from './e164.js';
import { Field, FieldFault, type FieldText } from './field.js';

/** A leading plus, digits, and the separators people write between them. */
const WRITTEN = /^\+[0-9][0-9 ().\-\u2010-\u2015\u00a0]{4,40}$/;

const FAULT = new FieldFault('not-a-phone-number', 'must be a phone number in E.164 form, like +447700900123');

/** A phone number of any country; the property of the DTO holds its E.164 form. */
export function PhoneNumber(text: FieldText = {}): PropertyDecorator {
  return Field(readPhoneNumber, { type: String, example: '+447700900123', ...text });
}

/** Asks whether a number is possible, not whether it is valid: the metadata lags behind the networks. */
export function readPhoneNumber(value: unknown): string | FieldFault {
  if (typeof value !== 'string' || !WRITTEN.test(value)) return FAULT;
  if (isSurelyPossible(value)) return value;
  const number = parsePhoneNumber(value, { extract: false });
  return number?.isPossible() && number.ext === undefined ? number.number : FAULT;
}
