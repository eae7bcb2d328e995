import { explainErrorCode } from '#libs/whatsapp';

export interface Failure {
  /** Meta's number, or a code of our own. */
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
}

type Words = Pick<Failure, 'reason' | 'remedy'>;

/** Why Belfry itself ended a message. */
const OWN_WORDS: Readonly<Record<string, Words>> = {
  'opt-in-missing': {
    reason: 'There is no evidence that the person agreed to WhatsApp messages.',
    remedy: 'Record the opt-in, then send again.',
  },
  'consent-missing': {
    reason: 'The consent that this purpose needs is missing or has expired.',
    remedy: 'Record the consent, then send again.',
  },
  'consent-withdrawn': {
    reason: 'The person has withdrawn the consent.',
    remedy: 'Do not send until they grant it anew.',
  },
  objected: {
    reason: 'The person has objected to these messages.',
    remedy: 'Do not send; use another channel if the law demands it.',
  },
  suppressed: {
    reason: 'The person has stopped messages, or the number is blocked.',
    remedy: 'Do not send to this person.',
  },
  'window-closed': {
    reason: 'The 24 hours after the last message of the person were over.',
    remedy: 'Send a template.',
  },
  'trial-guests-only': {
    reason: 'The agency is on trial, and the phone number is not on its guest list any more.',
    remedy: 'Add the number to the guest list, or ask to go live.',
  },
  'contact-erased': { reason: 'The person was erased.', remedy: 'Nothing: the message must not be sent.' },
  'content-unreadable': {
    reason: 'What the message says could not be read from the database.',
    remedy: 'Send it anew, and tell whoever runs Belfry.',
  },
  'template-not-approved': { reason: 'The template is not approved any more.', remedy: 'Choose another template.' },
  expired: { reason: 'The message could not be sent in time.', remedy: 'Send a new one if it still matters.' },
};

const UNKNOWN: Words = { reason: 'The message was not sent.', remedy: 'Send a new one if it still matters.' };

/** Plain words for an officer, for a code of Meta or one of ours. */
export function describeFailure(code: string): Failure {
  if (/^\d+$/.test(code)) {
    const { reason, remedy } = explainErrorCode(Number(code));
    return { code, reason, remedy };
  }
  return { code, ...(OWN_WORDS[code] ?? UNKNOWN) };
}
