import type { GraphError } from '#libs/whatsapp';

export interface SubmissionRefusal {
  /** Stable, for the console's words. */
  readonly code: string;
  readonly words: string;
}

/** What Meta answers to a create or edit. https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
const BY_SUBCODE: Readonly<Record<number, SubmissionRefusal>> = {
  2388019: {
    code: 'too-many-templates',
    words: 'The account has as many templates as WhatsApp allows. Delete some that you no longer use.',
  },
  2388023: {
    code: 'language-being-deleted',
    words: 'This language of the template is being deleted at WhatsApp. Choose another name, or wait 30 days.',
  },
  2388024: {
    code: 'already-there',
    words: 'WhatsApp has a template with this name in this language. Fetch it, or choose another name.',
  },
  2388039: { code: 'not-editable', words: 'WhatsApp does not allow a change while the template is in this state.' },
  2388040: { code: 'too-long', words: 'WhatsApp finds a part too long.' },
  2388047: { code: 'header', words: 'WhatsApp does not take the header.' },
  2388072: { code: 'body', words: 'WhatsApp does not take the text: too many spaces, line breaks or emojis.' },
  2388073: { code: 'footer', words: 'WhatsApp does not take the footer.' },
  2388293: { code: 'too-many-variables', words: 'There are too many variables for so few words.' },
  2388299: { code: 'variable-at-edge', words: 'A variable stands at the start or the end of the text.' },
};

const BY_CODE: Readonly<Record<number, SubmissionRefusal>> = {
  10: { code: 'token', words: 'The access token may not manage templates of this account.' },
  190: { code: 'token', words: 'The access token of the number is expired or not valid. Store a new one.' },
  200: { code: 'token', words: 'The access token may not manage templates of this account.' },
  131064: {
    code: 'classification-limit',
    words: 'WhatsApp has limited the account because of templates in the wrong category.',
  },
};

const UNKNOWN: SubmissionRefusal = { code: 'other', words: 'WhatsApp does not take the template.' };

export const ALREADY_THERE = 2388024;

/** Codes that say "later" and not "no". */
const LATER: ReadonlySet<number> = new Set([1, 2, 4, 80007, 80008]);

export function isForLater(error: GraphError): boolean {
  return error.isTransient === true || LATER.has(error.code);
}

/** A refusal in plain words, with WhatsApp's own at the end. */
export function describeRefusal(error: GraphError): SubmissionRefusal {
  const { code, words } = BY_SUBCODE[error.subcode ?? 0] ?? BY_CODE[error.code] ?? UNKNOWN;
  const own = error.userMessage ?? error.details ?? (code === 'other' ? error.message : undefined);
  return { code, words: own ? `${words} WhatsApp says: ${own}` : words };
}
