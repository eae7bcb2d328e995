/** `trial` agencies send to their guests, `live` ones to anybody entitled; `suspended` and `closed` ones send nothing. */
export const AGENCY_STATUSES = ['trial', 'live', 'suspended', 'closed'] as const;

export type AgencyStatus = (typeof AGENCY_STATUSES)[number];

export interface StatusMove {
  readonly from: readonly AgencyStatus[];
  /** `before`: what the agency was when it was suspended. */
  readonly to: AgencyStatus | 'before';
}

/** Every way in which a status changes. Nothing leads out of `closed`. */
export const STATUS_MOVES = {
  activate: { from: ['trial'], to: 'live' },
  suspend: { from: ['trial', 'live'], to: 'suspended' },
  reactivate: { from: ['suspended'], to: 'before' },
  close: { from: ['trial', 'live', 'suspended'], to: 'closed' },
} as const satisfies Record<string, StatusMove>;

export type StatusMoveName = keyof typeof STATUS_MOVES;

/** What the status becomes, or null when the move does not lead there from here. */
export function statusAfter(
  move: StatusMoveName,
  status: AgencyStatus,
  before: AgencyStatus | null,
): AgencyStatus | null {
  const { from, to }: StatusMove = STATUS_MOVES[move];
  if (!from.includes(status)) return null;
  return to === 'before' ? before : to;
}

export function maySend(status: AgencyStatus): boolean {
  return status === 'trial' || status === 'live';
}
