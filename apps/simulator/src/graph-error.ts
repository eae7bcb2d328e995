import { randomBytes } from 'node:crypto';

export interface GraphFailureOptions {
  readonly details?: string;
  readonly subcode?: number;
  readonly type?: 'OAuthException' | 'GraphMethodException';
  /** Replaces `(#code) title`. */
  readonly message?: string;
  readonly httpStatus?: number;
  /** Words for the people who manage the account. */
  readonly user?: { readonly title: string; readonly message: string };
}

/** HTTP status and title per code. https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
const CODES: Readonly<Record<number, readonly [httpStatus: number, title: string]>> = {
  1: [400, 'API Unknown'],
  2: [503, 'API Service'],
  4: [400, 'Application request limit reached'],
  10: [403, 'Application does not have permission for this action'],
  100: [400, 'Invalid parameter'],
  101: [400, 'Error validating application'],
  190: [401, 'Invalid OAuth access token - Cannot parse access token'],
  368: [403, 'Temporarily blocked for policies violations'],
  2200: [400, 'Callback verification failed'],
  2500: [400, 'Unknown path components'],
  80007: [400, 'Rate limit issues'],
  130403: [400, 'Business has blocked this user'],
  130429: [400, 'Rate limit hit'],
  130472: [400, "User's number is part of an experiment"],
  131000: [500, 'Something went wrong'],
  131008: [400, 'Required parameter is missing'],
  131009: [400, 'Parameter value is not valid'],
  131016: [500, 'Service unavailable'],
  131021: [400, 'Recipient cannot be sender'],
  131026: [400, 'Message undeliverable'],
  131031: [403, 'Business Account locked'],
  131042: [400, 'Business eligibility payment issue'],
  131047: [400, 'Re-engagement message'],
  131048: [400, 'Spam rate limit hit'],
  131049: [400, 'This message was not delivered to maintain healthy ecosystem engagement.'],
  131050: [400, 'User has stopped marketing messages from your business'],
  131051: [400, 'Unsupported message type'],
  131053: [400, 'Media upload error'],
  131055: [400, 'Method not allowed'],
  131056: [400, '(Business Account, Consumer Account) pair rate limit hit'],
  131057: [500, 'Account in maintenance mode'],
  131059: [400, 'Invalid pagination cursor'],
  131062: [400, 'Business-scoped User ID (BSUID) recipients are not supported for this message'],
  132000: [400, 'Number of parameters does not match the expected number of params'],
  132001: [404, 'Template name does not exist in the translation'],
  132005: [400, 'Translated text too long'],
  132012: [400, 'Parameter format does not match format in the created template'],
  132015: [400, 'Template is Paused'],
  132016: [400, 'Template is Disabled'],
  132018: [400, 'Template parameter value is not valid'],
  133005: [400, 'Two step verification PIN mismatch'],
  133006: [400, 'Phone number needs to be verified before registering'],
  133008: [400, 'Too many two step verification PIN guesses'],
  133009: [400, 'Two step verification PIN guessed too fast'],
  133010: [400, 'Account not registered'],
  133016: [400, 'Account register deregister rate limit exceeded'],
  136024: [400, 'Request code error'],
  136025: [400, 'Verify code error'],
  139100: [400, 'Failed to block/unblock users'],
  139101: [400, 'Block list limit reached'],
};

/** A refusal in the words of Graph. */
export class GraphFailure extends Error {
  constructor(
    readonly code: number,
    readonly options: GraphFailureOptions = {},
  ) {
    super(options.message ?? `(#${code}) ${titleOf(code)}`);
    this.name = 'GraphFailure';
  }

  get httpStatus(): number {
    return this.options.httpStatus ?? CODES[this.code]?.[0] ?? 400;
  }

  toBody(): object {
    const { details, subcode, type, user } = this.options;
    return {
      error: {
        message: this.message,
        type: type ?? 'OAuthException',
        code: this.code,
        ...(subcode !== undefined && { error_subcode: subcode }),
        ...(user && { is_transient: false, error_user_title: user.title, error_user_msg: user.message }),
        ...(details !== undefined && { error_data: { messaging_product: 'whatsapp', details } }),
        fbtrace_id: `A${randomBytes(16).toString('base64url')}`,
      },
    };
  }
}

export function titleOf(code: number): string {
  return CODES[code]?.[1] ?? 'Unknown error';
}

/** Graph answers 400, not 404, for an object that does not exist or that the token may not see. */
export function unknownObject(method: string, id: string): GraphFailure {
  return new GraphFailure(100, {
    subcode: 33,
    type: 'GraphMethodException',
    message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
  });
}

export function unknownPath(path: string): GraphFailure {
  return new GraphFailure(2500, { message: `(#2500) Unknown path components: ${path}` });
}

export function missing(parameter: string): GraphFailure {
  return new GraphFailure(131008, { details: `The parameter ${parameter} is required.` });
}

export function invalid(details: string): GraphFailure {
  return new GraphFailure(100, { details });
}

export function invalidValue(details: string): GraphFailure {
  return new GraphFailure(131009, { details });
}
