import type { Uuid } from '#libs/kernel';

export const BREAK_GLASS_STATES = ['requested', 'open', 'over', 'closed', 'lapsed'] as const;

export type BreakGlassState = (typeof BREAK_GLASS_STATES)[number];

/** An entry of the platform's people into an agency. */
export interface BreakGlass {
  readonly id: Uuid;
  readonly intoAgencyId: Uuid;
  readonly reason: string;
  readonly minutes: number;
  readonly requestedBy: Uuid;
  readonly requestedAt: Date;
  readonly approvedBy: Uuid | null;
  readonly approvedAt: Date | null;
  readonly until: Date | null;
  readonly closedBy: Uuid | null;
  readonly closedAt: Date | null;
}

/** An emergency that nobody looked at for this long is none. */
export const LAPSES_AFTER_MS = 4 * 3_600_000;

export const MAX_MINUTES = 60;

export function breakGlassState({ closedAt, until, requestedAt }: BreakGlass, now: Date): BreakGlassState {
  if (closedAt) return 'closed';
  if (until) return until > now ? 'open' : 'over';
  return now.getTime() - requestedAt.getTime() > LAPSES_AFTER_MS ? 'lapsed' : 'requested';
}
