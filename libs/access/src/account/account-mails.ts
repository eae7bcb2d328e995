import type { AgencyTx } from '#libs/database';

export interface RecoveryMail {
  readonly to: string;
  /** A language tag; null for somebody who never chose one. */
  readonly language: string | null;
  /** Opens the account's password to whoever has it: it goes into the mail and nowhere else. */
  readonly link: string;
  readonly expiresAt: Date;
}

/**
 * The mails that an account needs. The api binds it to what sends mail; where nothing does, passwords cannot be recovered
 * by mail.
 */
export abstract class AccountMails {
  /** Asks for the mail in the caller's transaction. */
  abstract recovery(tx: AgencyTx, mail: RecoveryMail): Promise<void>;
}
