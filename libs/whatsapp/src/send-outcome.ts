import type { ErrorClass } from './error-classes.js';
import type { Bsuid, PhoneDigits, ProviderMessageStatus, Wamid } from './send-types.js';

/** What Graph said when it refused, with our names. */
export interface GraphError {
  readonly code: number;
  readonly subcode?: number;
  readonly message: string;
  readonly details?: string;
  readonly isTransient?: boolean;
  /** Words for people, on calls about accounts and numbers. */
  readonly userMessage?: string;
}

export interface SendAccepted {
  readonly kind: 'accepted';
  readonly wamid: Wamid;
  /** May differ from the number that was written to (Brazil, Mexico). */
  readonly waId?: PhoneDigits;
  readonly userId?: Bsuid;
  readonly messageStatus?: ProviderMessageStatus;
  readonly httpStatus: number;
}

/** The provider said no, so it does not have the message. */
export interface SendRefused {
  readonly kind: 'refused';
  readonly httpStatus: number;
  readonly error: GraphError;
  readonly errorClass: ErrorClass;
}

/** No byte of the request left this process: sending again cannot double the message. */
export interface SendNotWritten {
  readonly kind: 'not_written';
  /** `withdrawn`: `mayStillWrite` said no. */
  readonly cause: 'network' | 'withdrawn';
  readonly reason: string;
}

/** The provider may or may not have the message (class D). Only the echo of the callback data settles it. */
export interface SendUnknown {
  readonly kind: 'unknown';
  readonly reason: string;
  readonly httpStatus?: number;
}

export type SendOutcome = SendAccepted | SendRefused | SendNotWritten | SendUnknown;
