import type { SendingNumber } from '#libs/phone-numbers';
import { LANES } from './lanes.js';

/** How many messages of a lane one claim may take at most. */
export interface LaneRoom {
  readonly lane: number;
  readonly most: number;
}

/** While Meta complains of a number, transactional messages go at a tenth of its pace. */
const TRANSACTIONAL_SHARE = 0.1;

/**
 * What people blocked or reported the number for is bulk, so bulk waits and transactional slows down; alerts and replies
 * are what people asked for. The fraction is settled by chance, so that a tenth of two is not always one.
 */
export function restrained<T extends LaneRoom>(
  lanes: readonly T[],
  { bulkHeldUntil }: Pick<SendingNumber, 'bulkHeldUntil'>,
  now: Date,
  random: () => number = Math.random,
): T[] {
  if (bulkHeldUntil === null || bulkHeldUntil <= now) return [...lanes];
  return lanes.flatMap((one) => {
    if (one.lane === LANES.bulk) return [];
    if (one.lane !== LANES.transactional) return [one];
    return [{ ...one, most: Math.floor(one.most * TRANSACTIONAL_SHARE + random()) }];
  });
}
