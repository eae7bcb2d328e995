import type { FieldProblem } from '#libs/kernel';
import type { NewPhoneNumber } from './phone-number.js';

/** Ids at Meta are strings of digits. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers */
const META_ID = /^[0-9]{1,32}$/;
/** Meta shows numbers with spaces, hyphens and brackets: `+1 (555) 010-0100`. */
const DISPLAYED = /^\+?[0-9][0-9 ()./-]{4,39}$/;
const MAX_RATE = 1_000_000;

interface Rule {
  readonly field: keyof NewPhoneNumber;
  readonly holds: (number: NewPhoneNumber) => boolean;
  readonly message: string;
}

const RULES: readonly Rule[] = [
  {
    field: 'phoneNumberId',
    holds: (number) => META_ID.test(number.phoneNumberId),
    message: "must be Meta's id: digits only",
  },
  { field: 'wabaId', holds: (number) => META_ID.test(number.wabaId), message: "must be Meta's id: digits only" },
  {
    field: 'displayPhoneNumber',
    holds: (number) => DISPLAYED.test(number.displayPhoneNumber),
    message: 'must be a phone number such as +44 1632 960001',
  },
  { field: 'verifiedName', holds: (number) => number.verifiedName.trim() !== '', message: 'must not be empty' },
  {
    field: 'accessToken',
    holds: (number) => /^\S+$/.test(number.accessToken),
    message: 'must not be empty or have spaces',
  },
  {
    field: 'messagesPerSecond',
    holds: ({ messagesPerSecond: rate = 80 }) => Number.isInteger(rate) && rate >= 1 && rate <= MAX_RATE,
    message: `must be a whole number from 1 to ${MAX_RATE}`,
  },
];

export function newNumberProblems(number: NewPhoneNumber): FieldProblem[] {
  return RULES.filter(({ holds }) => !holds(number)).map(({ field, message }) => ({
    field,
    code: 'not-allowed',
    message: `${field} ${message}`,
  }));
}
