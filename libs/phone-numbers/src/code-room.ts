const HOUR_MS = 3_600_000;

/** A second click within this time is taken for the first. */
export const SAME_CLICK_MS = 30_000;

/** How many codes were asked for, and when the next can come. Meta takes a few an hour and does not say how many. */
export interface CodeRoom {
  /** Within the last hour. */
  readonly asked: number;
  /** Null when one can be asked for now. */
  readonly freeAt: Date | null;
}

/** @param refusedAt when Meta last said that there were too many */
export function codeRoom(requests: readonly Date[], refusedAt: Date | null, now: Date): CodeRoom {
  const times = requests.map((at) => at.getTime());
  const asked = times.filter((at) => at > now.getTime() - HOUR_MS).length;
  const waits = [...times.map((at) => at + SAME_CLICK_MS), ...(refusedAt ? [refusedAt.getTime() + HOUR_MS] : [])];
  const free = Math.max(0, ...waits);
  return { asked, freeAt: free > now.getTime() ? new Date(free) : null };
}
