import { callingCodeOf } from './calling-codes.js';
import type { Citizens } from './citizens.js';
import { GraphFailure, invalidValue, missing } from './graph-error.js';
import type { JsonObject } from './json.js';
import type { WorldNumber } from './world.js';

/** Who a message goes to. One of `phone` and `userId` is there. */
export interface Recipient {
  /** The citizen's phone digits, or the BSUID when the phone is not known: one key per citizen. */
  readonly key: string;
  readonly phone: string | null;
  readonly userId: string | null;
  /** As the request had it. */
  readonly input: string;
}

const PUNCTUATION = /[\s+()-]/g;
const PHONE = /^\d{7,15}$/;
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[0-9A-Za-z]{1,128}$/;

/** `to` wins over `recipient`. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids */
export function readRecipient(body: JsonObject, number: WorldNumber, citizens: Citizens): Recipient {
  const { to, recipient } = body;
  // Groups are a feature that Meta enables per number; without it Meta answers "something went wrong".
  if (body['recipient_type'] === 'group') throw new GraphFailure(131000);
  if (to !== undefined && to !== null && to !== '') return readPhone(to, number);
  if (recipient !== undefined && recipient !== null && recipient !== '') return readUserId(recipient, citizens);
  throw missing('to');
}

function readPhone(to: unknown, number: WorldNumber): Recipient {
  if (typeof to !== 'string') throw invalidValue('The parameter to is not a string.');
  const phone = toDigits(to, number);
  if (!PHONE.test(phone)) throw invalidValue('Recipient phone number is not valid.');
  if (phone === number.digits) throw new GraphFailure(131021, { details: 'Recipient phone number is the sender.' });
  return { key: phone, phone, userId: null, input: to };
}

/** A number without a country code gets that of the business number. */
function toDigits(to: string, number: WorldNumber): string {
  const digits = to.replace(PUNCTUATION, '');
  return digits.startsWith('0') && !to.trimStart().startsWith('+')
    ? callingCodeOf(number.digits) + digits.slice(1)
    : digits;
}

function readUserId(userId: unknown, citizens: Citizens): Recipient {
  if (typeof userId !== 'string' || !USER_ID.test(userId))
    throw invalidValue('The parameter recipient is not a user ID.');
  const phone = citizens.phoneOf(userId);
  return { key: phone ?? userId, phone: null, userId, input: userId };
}
