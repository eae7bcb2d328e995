import type { BusinessProfile } from '#libs/whatsapp';
import type { CodeRoom } from './code-room.js';
import type { DriftedField } from './drift.js';
import type { ListedNumber } from './phone-number.js';
import type { RegistrationRoom } from './registration-limit.js';

export type CodeMethod = 'sms' | 'voice';
export type TokenState = 'valid' | 'expired' | 'invalid';

/**
 * `pending`: Meta is being asked, or the process died meanwhile. `unreached`: nothing left this process. `unknown`: the
 * answer was lost, so Meta may have done it.
 */
export type AttemptOutcome = 'pending' | 'succeeded' | 'refused' | 'unreached' | 'unknown';

export interface NumberAttempt {
  readonly step: string;
  readonly outcome: AttemptOutcome;
  /** Stable code of what went wrong. */
  readonly code: string | null;
  readonly at: Date;
}

/** A number with everything that is known of its way to being connected. Neither token nor PIN is part of it. */
export interface NumberDetails extends ListedNumber {
  readonly codeRequestedAt: Date | null;
  readonly codeMethod: CodeMethod | null;
  /** Whether its two-step PIN is kept here, sealed. */
  readonly hasPin: boolean;
  readonly metaStatus: string | null;
  readonly nameStatus: string | null;
  readonly requestedName: string | null;
  readonly requestedNameStatus: string | null;
  readonly qualityRating: string | null;
  readonly throughputLevel: string | null;
  readonly messagingLimit: string | null;
  readonly isOfficial: boolean | null;
  /** Whether our app hears the webhooks of its account. */
  readonly hearsWebhooks: boolean | null;
  readonly profile: BusinessProfile | null;
  readonly refreshedAt: Date | null;
  readonly tokenState: TokenState | null;
  readonly tokenCheckedAt: Date | null;
  readonly tokenExpiresAt: Date | null;
  /** What Meta says otherwise than it was known here, until somebody has looked at it. */
  readonly drift: readonly DriftedField[];
  readonly driftFoundAt: Date | null;
  readonly codes: CodeRoom;
  readonly registrations: RegistrationRoom;
  readonly lastAttempt: NumberAttempt | null;
}
