/**
 * What a failed attempt means for the message:
 * N never sent, P pace of the number, Q pace of the pair, S spam or quality, T transient, D in doubt, M permanent for this
 * message, R the recipient's choice, C template or number configuration, A authentication or account.
 */
export type ErrorClass = 'N' | 'P' | 'Q' | 'S' | 'T' | 'D' | 'M' | 'R' | 'C' | 'A';

export interface ErrorClassWords {
  readonly reason: string;
  readonly remedy: string;
}

/** Words for an officer, for codes that have none of their own. */
export const ERROR_CLASSES: Readonly<Record<ErrorClass, ErrorClassWords>> = {
  N: { reason: 'WhatsApp could not be reached.', remedy: 'Nothing to do: it is tried again by itself.' },
  P: {
    reason: 'The phone number sends faster than WhatsApp allows.',
    remedy: 'Nothing to do: the message keeps its place and goes out more slowly.',
  },
  Q: {
    reason: 'This person got too many messages in a short time.',
    remedy: 'Nothing to do: the message waits and is tried again.',
  },
  S: {
    reason: 'WhatsApp has limited the phone number for its quality.',
    remedy: 'Send less, and only what people expect; see the quality rating.',
  },
  T: { reason: 'WhatsApp had a fault of its own.', remedy: 'Nothing to do: it is tried again by itself.' },
  D: {
    reason: 'The connection broke before WhatsApp answered, so it may or may not have the message.',
    remedy: 'Wait for the outcome; it is settled by itself or shown as unconfirmed.',
  },
  M: { reason: 'WhatsApp does not accept this message.', remedy: 'Mend the message and send a new one.' },
  R: {
    reason: 'The person does not want this message, or has had enough of its kind.',
    remedy: 'Do not send it again; use another channel if it matters.',
  },
  C: {
    reason: 'The template or the phone number is not ready for use.',
    remedy: 'Mend the template or the number; queued messages wait.',
  },
  A: {
    reason: 'The account or its access token is not accepted.',
    remedy: 'Mend the account or store a new token; queued messages wait.',
  },
};
