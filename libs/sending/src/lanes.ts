import type { Uuid } from '#libs/kernel';

/** Strict order of urgency: a lower lane number goes first. */
export const LANES = { alert: 0, reply: 1, transactional: 2, bulk: 3 } as const;

export type LaneName = keyof typeof LANES;
export type Lane = (typeof LANES)[LaneName];

/** The lanes that a caller may name; alerts have an API of their own with a second person. */
export const REQUESTABLE_LANES = ['reply', 'transactional', 'bulk'] as const satisfies readonly LaneName[];

/** Alerts and replies never wait for a slot behind bulk, so their hints and turns are counted apart. */
export function isUrgent(lane: number): boolean {
  return lane <= LANES.reply;
}

/** The part of a wake-up's job id that keeps hints of different urgency from swallowing each other. */
export function hintOf(lane: number): 'alert' | 'reply' | 'bulk' {
  if (lane === LANES.alert) return 'alert';
  return lane === LANES.reply ? 'reply' : 'bulk';
}

/** The wake-up for messages of a number that became due in this lane. */
export function wakeUpFor(numberId: Uuid, lane: number): { job: 'sendUrgent' | 'sendBulk'; hint: string } {
  return { job: isUrgent(lane) ? 'sendUrgent' : 'sendBulk', hint: `${numberId}:${hintOf(lane)}` };
}

/** The name of a lane as the API shows it. */
export function laneName(lane: number): LaneName {
  const names = Object.keys(LANES) as LaneName[];
  return names.find((name) => LANES[name] === lane) ?? 'bulk';
}
