import type { AgencyContext } from '#libs/kernel';
import type { SendingNumber } from '#libs/phone-numbers';
import type { WebhookChange } from '#libs/whatsapp';

/** All changes of one phone number out of a batch of webhooks, whatever POST they came in. */
export interface NumberChanges {
  readonly number: SendingNumber;
  readonly changes: readonly WebhookChange[];
  /** When the oldest of the bodies came in; they may be understood much later. */
  readonly receivedAt: Date;
}

/** Changes of one account (WABA) that name no number by its id: templates, names, quality, restrictions. */
export interface AccountChanges {
  readonly wabaId: string;
  readonly changes: readonly WebhookChange[];
  readonly receivedAt: Date;
}

/** Hears what Meta tells about an agency's number or account. Idempotent: the same changes may come again, in any order. */
export interface WebhookListener {
  readonly name: string;
  hear?(ctx: AgencyContext, batch: NumberChanges): Promise<void>;
  /** Once for each agency that has a number in the account. */
  hearAccount?(ctx: AgencyContext, batch: AccountChanges): Promise<void>;
  /** Of an account that no agency here has, or of the portfolio: for the platform. */
  hearElsewhere?(batch: AccountChanges): Promise<void>;
}

/** Injection token of all listeners, provided by the worker. */
export const WEBHOOK_LISTENERS = Symbol('WEBHOOK_LISTENERS');
