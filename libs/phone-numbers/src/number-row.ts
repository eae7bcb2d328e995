import type { Mode } from '#libs/kernel';
import type { OnboardingState } from './onboarding-state.js';
import type { ListedNumber } from './phone-number.js';

export interface NumberRow {
  id: string;
  portfolio_id: string;
  meta_phone_number_id: string;
  waba_id: string;
  display_phone_number: string;
  verified_name: string;
  mode: Mode;
  messages_per_second: number;
  messaging_limit: string | null;
  held_reason: string | null;
  held_until: Date | null;
  bulk_held_reason: string | null;
  bulk_held_until: Date | null;
  created_at: Date;
  access_token_sealed: Buffer;
  onboarding_state: OnboardingState;
}

export const NUMBER_COLUMNS = `id, portfolio_id, meta_phone_number_id, waba_id, display_phone_number, verified_name, mode,
  messages_per_second, messaging_limit, held_reason, held_until, bulk_held_reason, bulk_held_until, created_at, onboarding_state`;

export function toNumber(row: NumberRow): ListedNumber {
  return {
    id: row.id,
    phoneNumberId: row.meta_phone_number_id,
    portfolioId: row.portfolio_id,
    wabaId: row.waba_id,
    mode: row.mode,
    displayPhoneNumber: row.display_phone_number,
    verifiedName: row.verified_name,
    messagesPerSecond: row.messages_per_second,
    messagingLimit: row.messaging_limit,
    heldReason: row.held_reason,
    heldUntil: row.held_until,
    bulkHeldReason: row.bulk_held_reason,
    bulkHeldUntil: row.bulk_held_until,
    createdAt: row.created_at,
    state: row.onboarding_state,
  };
}
