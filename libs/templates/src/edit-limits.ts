const DAY_MS = 86_400_000;
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
const EDITS_PER_DAY = 1;
const EDITS_PER_MONTH = 10;
const MONTH_MS = 30 * DAY_MS;

/** Meta takes changes in these states only. */
const EDITABLE: ReadonlySet<string> = new Set(['APPROVED', 'REJECTED', 'PAUSED']);

export const EDITS_LOOK_BACK_MS = MONTH_MS;

export function isEditable(status: string): boolean {
  return EDITABLE.has(status);
}

/** From when an approved template may be edited again; null for now. Rejected and paused ones may be at any time. */
export function nextEditAt(status: string, edits: readonly Date[], now: Date): Date | null {
  if (status !== 'APPROVED') return null;
  const times = edits.map((at) => at.getTime()).toSorted((a, b) => b - a);
  const waits = [
    { nth: times[EDITS_PER_DAY - 1], span: DAY_MS },
    { nth: times[EDITS_PER_MONTH - 1], span: MONTH_MS },
  ].flatMap(({ nth, span }) => (nth === undefined || nth + span <= now.getTime() ? [] : [nth + span]));
  return waits.length === 0 ? null : new Date(Math.max(...waits));
}

/** How long Meta keeps the name of an approved template that was deleted. */
export const NAME_LOCK_MS = MONTH_MS;
