import { type ErrorClass, explainErrorCode } from '#libs/whatsapp';

export interface Failure {
  /** Meta's number, or a code of our own. */
  readonly code: string;
  /** One of the ten classes of docs/errors-from-whatsapp.md; `own` when Belfry ended it. */
  readonly class: ErrorClass | 'own';
  /** The title that its source gives it. */
  readonly title: string;
  readonly reason: string;
  readonly remedy: string;
  /** Meta's number, when it is Meta's. */
  readonly providerCode?: number;
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
  'phone-needed': {
    reason: 'A one-time code goes to a phone number only, and this person shows none.',
    remedy: 'Ask for the phone number, or use another channel.',
  },
  'file-not-sendable': {
    reason: 'WhatsApp did not take a file of the message.',
    remedy: 'See in the media library why, put another file in its place and send again.',
  },
  'template-not-approved': { reason: 'The template is not approved any more.', remedy: 'Choose another template.' },
  expired: { reason: 'The message could not be sent in time.', remedy: 'Send a new one if it still matters.' },
};

const UNKNOWN: Words = { reason: 'The message was not sent.', remedy: 'Send a new one if it still matters.' };

/** In no table, so that it is explained in the words of its class. */
const NO_CODE = -1;
const SEND_AGAIN = 'Send it again if it still matters.';

/** A message that failed for good waits for nothing more, whatever its class promises to one that is still queued. */
const FINAL_REMEDIES: Readonly<Partial<Record<ErrorClass, string>>> = {
  N: SEND_AGAIN,
  T: SEND_AGAIN,
  P: SEND_AGAIN,
  Q: SEND_AGAIN,
  C: 'Mend the template or the number, then send it again.',
  A: 'Mend the account or store a new token, then send it again.',
};

/** Plain words for an officer about a message that ended so, for a code of Meta or one of ours. */
export function describeFailure(code: string): Failure {
  if (/^\d+$/.test(code)) {
    const { class: errorClass, title, reason, remedy } = explainErrorCode(Number(code));
    const isOfClass = remedy === explainErrorCode(NO_CODE, errorClass).remedy;
    const finalRemedy = (isOfClass ? FINAL_REMEDIES[errorClass] : undefined) ?? remedy;
    return { code, class: errorClass, title, reason, remedy: finalRemedy, providerCode: Number(code) };
  }
  return { code, class: 'own', title: titleOf(code), ...(OWN_WORDS[code] ?? UNKNOWN) };
}

/** `consent-missing` → `Consent missing` */
function titleOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
