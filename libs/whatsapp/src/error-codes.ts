import { ERROR_CLASSES, type ErrorClass } from './error-classes.js';

export interface ErrorCode {
  readonly class: ErrorClass;
  /** Meta's title. */
  readonly title: string;
  /** In plain words, for an officer of the agency. */
  readonly reason: string;
  readonly remedy: string;
}

type Row = readonly [code: number, errorClass: ErrorClass, title: string, reason?: string, remedy?: string];
type RangeRow = readonly [from: number, to: number, errorClass: ErrorClass, title: string];

/** Where Meta lists its codes. */
export const ERROR_CODES_SOURCE =
  'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes';

/** Every code that Meta lists. A row without words of its own takes those of its class. See `ERROR_CODES_SOURCE`. */
const ROWS: readonly Row[] = [
  [0, 'A', 'AuthException'],
  [1, 'T', 'API Unknown'],
  [2, 'T', 'API Service'],
  [3, 'A', 'API Method'],
  [4, 'P', 'API Too Many Calls'],
  [10, 'A', 'API Permission Denied'],
  [
    33,
    'C',
    'Parameter value is not valid',
    'WhatsApp does not know this phone number id.',
    'Check the id of the number.',
  ],
  [100, 'M', 'Invalid parameter'],
  [104, 'A', 'Access token required'],
  [
    190,
    'A',
    'Access token has expired',
    'The access token of the number is expired or not valid.',
    'Store a new token.',
  ],
  [
    368,
    'A',
    'Temporarily blocked for policies violations',
    'Meta has blocked the account for a policy violation.',
    'Read the notice in Meta Business Suite and appeal there.',
  ],
  [1026, 'M', 'Receiver incapable', "The recipient's WhatsApp cannot show this kind of message.", 'Send a plain text.'],
  [80007, 'P', 'Rate limit issues'],
  [80008, 'P', 'Template management rate limit'],
  [
    130403,
    'M',
    'Business has blocked this user',
    'The agency has blocked this person on WhatsApp.',
    'Unblock the person, then send again.',
  ],
  [130429, 'P', 'Rate limit hit'],
  [
    130472,
    'M',
    "User's number is part of an experiment",
    'Meta withholds marketing messages from this person for an experiment.',
    'Do not send the same message again; use another channel.',
  ],
  [
    130497,
    'M',
    'Business account is restricted from messaging users in this country',
    'WhatsApp does not let the account write to people in this country.',
    'Use another channel for this country.',
  ],
  [
    130501,
    'M',
    'Message type is not supported',
    'A group or a kind of message that the API does not carry.',
    'Send to a person.',
  ],
  [131000, 'T', 'Something went wrong'],
  [131005, 'A', 'Access denied'],
  [131008, 'M', 'Required parameter is missing'],
  [131009, 'M', 'Parameter value is not valid'],
  [131016, 'T', 'Service unavailable'],
  [131020, 'M', 'Invalid group', 'The group has no other member.', 'Send to a person.'],
  [131021, 'M', 'Recipient cannot be sender', 'The number would write to itself.', 'Send to another number.'],
  [
    131026,
    'M',
    'Message undeliverable',
    'The number is not on WhatsApp or cannot receive messages.',
    'Use another channel.',
  ],
  [
    131030,
    'M',
    'Recipient phone number not in allowed list',
    'A test number may write only to the people on its list.',
    "Add the person to the test number's list in Meta's app dashboard, or send from a live number.",
  ],
  [131031, 'A', 'Account has been locked', 'Meta has locked the account.', 'Open Meta Business Suite for the cause.'],
  [
    131035,
    'M',
    'Webhook not deliverable within retention',
    'WhatsApp could not hand over what a person wrote, and has dropped it.',
    'Ask the person to write again.',
  ],
  [
    131036,
    'M',
    'Payload not found for retry',
    'WhatsApp no longer held the message when it tried again.',
    'Send it again once.',
  ],
  [
    131037,
    'C',
    'Display name approval required',
    'The display name of the number is not approved.',
    "Have the display name approved in Meta's WhatsApp Manager.",
  ],
  [131041, 'M', 'Group not accessible', 'The group does not exist or is not open to the number.', 'Send to a person.'],
  [
    131042,
    'A',
    'Business eligibility payment issue',
    'Meta has no valid payment method for the account.',
    'Mend the payment method in Meta Business Suite.',
  ],
  [
    131044,
    'A',
    'Payment issue for calling',
    'Meta has no valid payment method for calls of the account.',
    'Mend the payment method in Meta Business Suite.',
  ],
  [
    131045,
    'C',
    'Incorrect certificate',
    'The registration of the phone number is not valid.',
    'Register the number again.',
  ],
  [
    131047,
    'M',
    'Re-engagement message',
    'More than 24 hours have passed since the person last wrote.',
    'Send a template.',
  ],
  [
    131048,
    'S',
    'Spam rate limit hit',
    'Too many people blocked or reported the number.',
    'Send less, and only what people expect; see the quality rating.',
  ],
  [
    131049,
    'R',
    'This message was not delivered to maintain healthy ecosystem engagement.',
    'WhatsApp limits how many marketing messages this person gets.',
    'Plan it again after a day at the earliest, or use another channel.',
  ],
  [
    131050,
    'R',
    'User has stopped marketing messages',
    'The person has stopped marketing messages from this agency on WhatsApp.',
    'Send no marketing to this person until they resume it.',
  ],
  [131051, 'M', 'Unsupported message type'],
  [
    131052,
    'M',
    'Media download error',
    'WhatsApp could not hand over a file that the person sent.',
    'Ask the person to send it again.',
  ],
  [
    131053,
    'M',
    'Media upload error',
    'WhatsApp could not fetch or read the file.',
    'Check that the file opens at its address and is of a supported format and size.',
  ],
  [131055, 'M', 'Method not allowed'],
  [131056, 'Q', 'Pair rate limit hit'],
  [131057, 'T', 'Account in maintenance mode'],
  [131059, 'M', 'Pagination cursor is not valid'],
  [131061, 'C', 'Template needs the marketing messages endpoint'],
  [
    131062,
    'M',
    'Business-scoped User ID (BSUID) recipients are not supported for this message',
    'A one-time code can be sent only to a phone number.',
    'Ask the person for their phone number.',
  ],
  [
    131063,
    'C',
    'Marketing templates are disabled on Cloud API',
    'A setting of the account keeps marketing templates from this endpoint.',
    "Change the setting in Meta's WhatsApp Manager.",
  ],
  [
    131064,
    'S',
    'Limited for template classification violations',
    'Meta has limited the account because templates were put into the wrong category.',
    'Mend the categories of the templates; the limit ends by itself.',
  ],
  [
    132000,
    'M',
    'Number of parameters does not match the expected number of params',
    'The template needs another number of values.',
    'Synchronise the templates and fill every value.',
  ],
  [
    132001,
    'C',
    'Template name does not exist in the translation',
    'WhatsApp has no approved template of this name in this language.',
    'Synchronise the templates, or have the template approved.',
  ],
  [132005, 'M', 'Translated text too long', 'The text is too long with its values.', 'Shorten the values.'],
  [
    132007,
    'C',
    'Template format character policy violated',
    "The template breaks WhatsApp's content policy.",
    'Change the template.',
  ],
  [132008, 'M', 'Template parameter value is not valid'],
  [
    132012,
    'M',
    'Parameter format does not match format in the created template',
    'A value has another form than the template expects.',
    'Synchronise the templates and check each value.',
  ],
  [
    132015,
    'C',
    'Template is paused',
    'WhatsApp has paused the template for low quality.',
    'Wait for the pause to end, or use another template.',
  ],
  [132016, 'C', 'Template is disabled', 'WhatsApp has disabled the template for good.', 'Make a new template.'],
  [
    132018,
    'M',
    'Template parameter value is not valid',
    'A value is empty or holds line breaks, tabs or more than four spaces in a row.',
    'Mend the value.',
  ],
  [132068, 'C', 'Flow is blocked', 'The form in the template is blocked.', 'Mend the form.'],
  [132069, 'T', 'Flow is throttled'],
  [133000, 'C', 'Incomplete deregistration'],
  [133004, 'T', 'Server temporarily unavailable'],
  [133005, 'M', 'Two-step verification PIN mismatch', 'The PIN of the number is wrong.', 'Enter the right PIN.'],
  [133006, 'C', 'Phone number must be verified', 'The phone number is not verified.', 'Verify the number.'],
  [
    133008,
    'M',
    'Too many two-step verification PIN guesses',
    'The PIN of the number was wrong too often.',
    'Wait as long as WhatsApp says, then enter the right PIN.',
  ],
  [
    133009,
    'M',
    'Two-step verification PIN guessed too fast',
    'PINs were tried too fast.',
    'Wait a minute, then try again.',
  ],
  [133010, 'C', 'Account not registered', 'The phone number is not registered.', 'Register the number.'],
  [133015, 'C', 'Phone number was recently deleted', 'The phone number was deleted.', 'Wait, then register it again.'],
  [
    133016,
    'M',
    'Account register or deregister rate limit',
    'The number was registered or deregistered more than 10 times in 72 hours.',
    'Wait 72 hours, then register it again.',
  ],
  [
    134011,
    'A',
    'Payments terms not accepted',
    "Meta's payment terms are not accepted.",
    'Accept them in Meta Business Suite.',
  ],
  [134100, 'M', 'Only marketing messages are supported'],
  [134101, 'T', 'Template is syncing'],
  [134102, 'T', 'Template is unavailable'],
  [134103, 'M', 'Marketing message not supported'],
  [135000, 'M', 'Generic user error'],
  [
    137000,
    'M',
    'Recipient identity key mismatch',
    "The person's WhatsApp identity has changed since it was last confirmed.",
    'Confirm who the person is, then send again.',
  ],
  [1752041, 'M', 'Duplicate onboarding request', 'The account was onboarded already.', 'Nothing to do.'],
  [139200, 'M', 'Direct Send is blocked', 'The account may send this only as a template.', 'Use a template.'],
];

const RANGES: readonly RangeRow[] = [
  [200, 299, 'A', 'API permission'],
  [131201, 131215, 'M', 'Groups error'],
  [138000, 138018, 'M', 'Calling error'],
  [138613, 138613, 'M', 'Calling error'],
  [139000, 139004, 'M', 'Flows error'],
  [139100, 139103, 'M', 'Blocking people failed'],
  [147001, 147005, 'M', 'Username error'],
  [2494164, 2494168, 'M', 'In-app sign-up error'],
  [2494176, 2494179, 'M', 'In-app sign-up error'],
];

/** Graph says "unknown or foreign object" as subcode 33 of code 100: the number or its token is wrong, not the message. */
const UNKNOWN_OBJECT = { code: 100, subcode: 33 } as const;

export const ERROR_CODES: ReadonlyMap<number, ErrorCode> = new Map(
  ROWS.map(([code, errorClass, title, reason, remedy]) => [code, describe(errorClass, title, reason, remedy)]),
);

/** Codes of one kind, with the words of their class. */
export const ERROR_CODE_RANGES: readonly { from: number; to: number; error: ErrorCode }[] = RANGES.map(
  ([from, to, errorClass, title]) => ({ from, to, error: describe(errorClass, title) }),
);

/** The row of a code, or undefined for one that Meta has added since. */
export function findErrorCode(code: number): ErrorCode | undefined {
  const known = ERROR_CODES.get(code);
  if (known) return known;
  const range = RANGES.find(([from, to]) => code >= from && code <= to);
  return range && describe(range[2], range[3]);
}

/**
 * The class decides what happens to the message, the number and the template. It follows the code; the HTTP status
 * counts only for a code that is not in the table.
 */
export function classifyGraphError(
  httpStatus: number,
  error: { readonly code: number; readonly subcode?: number; readonly isTransient?: boolean },
): ErrorClass {
  if (error.code === UNKNOWN_OBJECT.code && error.subcode === UNKNOWN_OBJECT.subcode) return 'A';
  const known = findErrorCode(error.code);
  if (known) return known.class;
  if (httpStatus === 429) return 'P';
  return httpStatus >= 500 || error.isTransient === true ? 'T' : 'M';
}

/** Reason and remedy of a code in plain words, also for a code that is not in the table. */
export function explainErrorCode(code: number, errorClass: ErrorClass = 'M'): ErrorCode {
  return findErrorCode(code) ?? describe(errorClass, `Error ${code}`);
}

function describe(errorClass: ErrorClass, title: string, reason?: string, remedy?: string): ErrorCode {
  const words = ERROR_CLASSES[errorClass];
  return { class: errorClass, title, reason: reason ?? words.reason, remedy: remedy ?? words.remedy };
}
