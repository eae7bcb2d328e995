/**
 * So many numbers may have their turn in one process at the same time. A turn mostly waits, for its number's rate or for answers:
 * with few slots the numbers at 80 messages a second would leave most of a process unused.
 */
export const TURN_SLOTS = { urgent: 48, ordinary: 48 } as const;

/** Claims cost a dozen statements however few messages they bring, so all turns of a process share this many. */
const CLAIMS_PER_SECOND = 320;
const CLAIM_EVERY_MS = 40;

/** By how much a turn spaces claims that bring few messages, when so many turns run beside one another. */
export function claimEveryMs(turns: number): number {
  return Math.max(CLAIM_EVERY_MS, (turns * 1_000) / CLAIMS_PER_SECOND);
}

/** Answers that take longer than this slow a number down, not its rate. */
const ANSWER_SECONDS = 0.5;
const LEAST_CONNECTIONS = 64;

/**
 * Requests that a number of this rate keeps in flight: its rate times the length of an answer (Little's law,
 * https://doi.org/10.1287/opre.9.3.383), so that slow answers do not keep it from its rate.
 */
export function connectionsFor(messagesPerSecond: number, most: number): number {
  return Math.min(Math.max(LEAST_CONNECTIONS, Math.ceil(messagesPerSecond * ANSWER_SECONDS)), most);
}
