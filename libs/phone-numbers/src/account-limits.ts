import type { AccountRestriction, WebhookEvent } from '#libs/whatsapp';

/** What an account may not do for a while. */
export interface AccountHold {
  /** `bulk` leaves replies and what somebody waits for to Meta's own answer; `all` sends nothing. */
  readonly what: 'bulk' | 'all';
  readonly reason: 'account-restricted' | 'account-disabled';
  readonly until: Date;
}

/** A restriction without an end is asked about again every day, when numbers are compared with Meta. */
const WITHOUT_END_MS = 24 * 3_600_000;
/** A ban ends by `REINSTATE` and not by itself. */
const BAN_MS = 365 * 24 * 3_600_000;

/**
 * The hold that a change of the account asks for. A business that may not begin chats may still answer; one that may not
 * answer may do nothing.
 */
export function holdOf(event: WebhookEvent, at: Date): AccountHold | null {
  if (event.kind !== 'account.update') return null;
  if (event.event === 'DISABLED_UPDATE' && event.banState === 'DISABLE') {
    return { what: 'all', reason: 'account-disabled', until: new Date(at.getTime() + BAN_MS) };
  }
  if (event.event !== 'ACCOUNT_RESTRICTION') return null;
  return restrictionHold(event.restrictions, at);
}

export function isReinstated(event: WebhookEvent): boolean {
  return event.kind === 'account.update' && event.event === 'DISABLED_UPDATE' && event.banState === 'REINSTATE';
}

function restrictionHold(restrictions: readonly AccountRestriction[], at: Date): AccountHold | null {
  const replies = restrictions.filter(({ type }) => type === 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING');
  const openings = restrictions.filter(({ type }) => type === 'RESTRICTED_BIZ_INITIATED_MESSAGING');
  const [what, strictest] = replies.length > 0 ? (['all', replies] as const) : (['bulk', openings] as const);
  if (strictest.length === 0) return null;
  const ends = strictest.map(({ until }) => (until ?? new Date(at.getTime() + WITHOUT_END_MS)).getTime());
  return { what, reason: 'account-restricted', until: new Date(Math.max(...ends)) };
}
