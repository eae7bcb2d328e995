import type { Mode, Uuid } from '#libs/kernel';
import type { OnboardingState } from './onboarding-state.js';

/** Why a number is held whose calls went wrong: one call in ten seconds finds out whether it works again. */
export const CIRCUIT_OPEN = 'circuit-open';

/** A number as sending knows it. */
export interface SendingNumber {
  readonly id: Uuid;
  /** Meta's id of the number. */
  readonly phoneNumberId: string;
  readonly portfolioId: Uuid;
  readonly wabaId: string;
  readonly mode: Mode;
  readonly displayPhoneNumber: string;
  readonly verifiedName: string;
  readonly messagesPerSecond: number;
  /** Meta's tier of the portfolio, which all its numbers share; null until Meta was asked. */
  readonly messagingLimit: string | null;
  /** Why nothing is sent from it, or null when it works. */
  readonly heldReason: string | null;
  readonly heldUntil: Date | null;
  /** Why only its bulk lane waits, or null. */
  readonly bulkHeldReason: string | null;
  readonly bulkHeldUntil: Date | null;
}

/** With what a request to Meta needs; never leaves the worker. */
export interface NumberForSending extends SendingNumber {
  readonly accessToken: string;
  readonly baseUrl: string;
}

export interface ListedNumber extends SendingNumber {
  /** How far its onboarding is; only a connected number sends. */
  readonly state: OnboardingState;
  readonly createdAt: Date;
}

export interface NewPhoneNumber {
  readonly portfolioId: Uuid;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly displayPhoneNumber: string;
  readonly verifiedName: string;
  readonly accessToken: string;
  readonly mode: Mode;
  /** Meta's default of 80 when left out. https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput */
  readonly messagesPerSecond?: number;
  /** `connected` when left out: whoever adds a number by hand has registered it by hand. */
  readonly state?: OnboardingState;
}
