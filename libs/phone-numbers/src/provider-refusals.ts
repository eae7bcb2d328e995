import type { GraphError } from '#libs/whatsapp';

/** What a refusal of Meta means here: a stable code, and plain words that say what to do. */
export interface Refusal {
  readonly code: string;
  readonly httpStatus: number;
  readonly words: string;
  readonly retryAfterSeconds?: number;
}

const HOUR = 3_600;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
const REFUSALS = {
  'code-requests-exhausted': {
    httpStatus: 429,
    words: 'WhatsApp sends no further code to this number for now. Wait an hour, or ask for the code by a call.',
    retryAfterSeconds: HOUR,
  },
  'code-wrong': {
    httpStatus: 422,
    words: 'The code is wrong or too old. Type the newest one again, or ask for a new code.',
  },
  'pin-wrong': {
    httpStatus: 422,
    words:
      'The number has another two-step PIN already. Type that one; whoever runs the WhatsApp account can reset it in WhatsApp Manager. Do not guess: WhatsApp locks the number.',
  },
  'pin-locked': {
    httpStatus: 429,
    words: 'There were too many wrong PINs, so WhatsApp has locked the number for a while. Wait, or reset the PIN.',
    retryAfterSeconds: 12 * HOUR,
  },
  'pin-too-fast': {
    httpStatus: 429,
    words: 'The PIN came too soon after a wrong one. Wait a minute.',
    retryAfterSeconds: 60,
  },
  'number-not-verified': {
    httpStatus: 422,
    words: 'WhatsApp wants the number verified first. Ask for a code and type it.',
  },
  'number-not-registered': { httpStatus: 422, words: 'The number is not registered with WhatsApp. Register it.' },
  'number-recently-deleted': {
    httpStatus: 422,
    words: 'The number was deleted at WhatsApp a moment ago. Wait five minutes, then try again.',
    retryAfterSeconds: 300,
  },
  'number-in-use': {
    httpStatus: 422,
    words: 'The number is in use with WhatsApp elsewhere. Delete it there, in the app or at the other provider, first.',
  },
  'deregistration-incomplete': {
    httpStatus: 422,
    words:
      'An earlier deregistration did not finish. Deregister the number in WhatsApp Manager, then register it here.',
  },
  'registrations-exhausted': {
    httpStatus: 429,
    words: 'WhatsApp takes ten registrations of a number in 72 hours, and they are used up. Wait.',
    retryAfterSeconds: 72 * HOUR,
  },
  'display-name-refused': {
    httpStatus: 422,
    words: 'WhatsApp does not take this display name. It must name the agency and follow the rules for display names.',
  },
  'profile-refused': {
    httpStatus: 422,
    words: 'WhatsApp does not take a field of the business profile.',
  },
  'short-link-refused': {
    httpStatus: 422,
    words: 'WhatsApp knows no such link, or does not take its text. Look at the list of links again.',
  },
  'starters-refused': {
    httpStatus: 422,
    words: 'WhatsApp does not take one of the texts that a chat should offer.',
  },
  'signup-code-expired': {
    httpStatus: 422,
    words: 'The code of the sign-up is older than 30 seconds. Start the sign-up again.',
  },
  'signup-code-used': { httpStatus: 422, words: 'The code of the sign-up was used already. Start the sign-up again.' },
  'token-invalid': {
    httpStatus: 422,
    words: 'The access token of the number is expired or not valid. Store a new one.',
  },
  'token-lacks-permission': {
    httpStatus: 422,
    words:
      'The access token may not manage this number. It needs whatsapp_business_management and whatsapp_business_messaging on the account.',
  },
  'account-locked': {
    httpStatus: 422,
    words: 'Meta has locked the WhatsApp account. The reason is shown in Meta Business Suite.',
  },
  'account-restricted': {
    httpStatus: 422,
    words:
      'Meta has blocked the account for a policy violation. Read the notice in Meta Business Suite and appeal there.',
  },
  'provider-id-unknown': {
    httpStatus: 422,
    words: 'WhatsApp knows no such number or account, or hides it from this access token. Check the ids and the token.',
  },
  'provider-rate-limited': {
    httpStatus: 429,
    words: 'WhatsApp takes no further request for this account for now. Wait a few minutes.',
    retryAfterSeconds: 300,
  },
  'provider-fault': {
    httpStatus: 502,
    words: 'WhatsApp had a fault of its own and did nothing. Try again in a minute.',
    retryAfterSeconds: 60,
  },
  'provider-refused': { httpStatus: 422, words: 'WhatsApp refused this.' },
} as const satisfies Record<string, Omit<Refusal, 'code'>>;

export type RefusalCode = keyof typeof REFUSALS;

const BY_CODE: Readonly<Record<number, RefusalCode>> = {
  0: 'token-invalid',
  1: 'provider-fault',
  2: 'provider-fault',
  3: 'token-lacks-permission',
  4: 'provider-rate-limited',
  10: 'token-lacks-permission',
  33: 'provider-id-unknown',
  190: 'token-invalid',
  368: 'account-restricted',
  80007: 'provider-rate-limited',
  131000: 'provider-fault',
  131005: 'token-lacks-permission',
  131016: 'provider-fault',
  131031: 'account-locked',
  133000: 'deregistration-incomplete',
  133004: 'provider-fault',
  133005: 'pin-wrong',
  133006: 'number-not-verified',
  133008: 'pin-locked',
  133009: 'pin-too-fast',
  133010: 'number-not-registered',
  133015: 'number-recently-deleted',
  133016: 'registrations-exhausted',
  136024: 'code-requests-exhausted',
  136025: 'code-wrong',
};

/** Of code 100 the subcode tells more. Migration subcodes mean that the number is still somewhere else. */
const BY_SUBCODE: Readonly<Record<number, RefusalCode>> = {
  33: 'provider-id-unknown',
  36007: 'signup-code-expired',
  36009: 'signup-code-used',
  2388001: 'number-in-use',
  2388012: 'number-in-use',
  2388091: 'number-in-use',
  2388093: 'number-in-use',
  2388103: 'number-in-use',
};

/** Where code 100 means that what the person typed is not to Meta's liking. */
const BY_STEP: Readonly<Record<string, RefusalCode>> = {
  'display-name': 'display-name-refused',
  profile: 'profile-refused',
  'short-link': 'short-link-refused',
  starters: 'starters-refused',
};

export function refusalOf(step: string, { code, subcode }: GraphError): Refusal {
  return refusal(codeOf(step, code, subcode));
}

/** The words for a code that was stored earlier; null for one of another release. */
export function refusalWords(code: string): string | null {
  return Object.hasOwn(REFUSALS, code) ? REFUSALS[code as RefusalCode].words : null;
}

function codeOf(step: string, code: number, subcode: number | undefined): RefusalCode {
  const bySubcode = code === 100 && subcode !== undefined ? BY_SUBCODE[subcode] : undefined;
  if (bySubcode) return bySubcode;
  if (code >= 200 && code <= 299) return 'token-lacks-permission';
  return BY_CODE[code] ?? BY_STEP[step] ?? 'provider-refused';
}

function refusal(code: RefusalCode): Refusal {
  return { code, ...REFUSALS[code] };
}
