import type { BusinessProfile } from '#libs/whatsapp';
import { codeRoom } from './code-room.js';
import type { DriftedField } from './drift.js';
import type { AttemptOutcome, CodeMethod, NumberDetails, TokenState } from './number-details.js';
import { type NumberRow, toNumber } from './number-row.js';
import { registrationRoom } from './registration-limit.js';

export interface NumberDetailsRow extends NumberRow {
  code_requested_at: Date | null;
  code_method: CodeMethod | null;
  has_pin: boolean;
  meta_status: string | null;
  name_status: string | null;
  requested_name: string | null;
  requested_name_status: string | null;
  quality_rating: string | null;
  throughput_level: string | null;
  messaging_limit: string | null;
  is_official: boolean | null;
  hears_webhooks: boolean | null;
  profile: BusinessProfile | null;
  refreshed_at: Date | null;
  token_state: TokenState | null;
  token_checked_at: Date | null;
  token_expires_at: Date | null;
  drift: DriftedField[] | null;
  drift_found_at: Date | null;
  code_requests: Date[] | null;
  codes_refused_at: Date | null;
  registrations: Date[] | null;
  last_step: string | null;
  last_outcome: AttemptOutcome;
  last_code: string | null;
  last_at: Date;
}

export function toDetails(row: NumberDetailsRow, now: Date): NumberDetails {
  return {
    ...toNumber(row),
    codeRequestedAt: row.code_requested_at,
    codeMethod: row.code_method,
    hasPin: row.has_pin,
    metaStatus: row.meta_status,
    nameStatus: row.name_status,
    requestedName: row.requested_name,
    requestedNameStatus: row.requested_name_status,
    qualityRating: row.quality_rating,
    throughputLevel: row.throughput_level,
    messagingLimit: row.messaging_limit,
    isOfficial: row.is_official,
    hearsWebhooks: row.hears_webhooks,
    profile: row.profile,
    refreshedAt: row.refreshed_at,
    tokenState: row.token_state,
    tokenCheckedAt: row.token_checked_at,
    tokenExpiresAt: row.token_expires_at,
    drift: row.drift ?? [],
    driftFoundAt: row.drift_found_at,
    codes: codeRoom(row.code_requests ?? [], row.codes_refused_at, now),
    registrations: registrationRoom(row.registrations ?? [], now),
    lastAttempt: row.last_step
      ? { step: row.last_step, outcome: row.last_outcome, code: row.last_code, at: row.last_at }
      : null,
  };
}
