import type { Uuid } from '#libs/kernel';

/** Somebody who agreed to be written to while the agency tries things out. */
export interface TrialGuest {
  readonly id: Uuid;
  /** E.164 */
  readonly phone: string;
  readonly name: string | null;
  readonly createdAt: Date;
}

export interface NewTrialGuest {
  /** E.164 */
  readonly phone: string;
  readonly name?: string;
}

/** A handful of colleagues; a longer list would be a service and no trial. */
export const MAX_GUESTS = 20;

/** The constraint on `trial_days` says the same. */
export const TRIAL_MESSAGES_A_DAY = 50;
