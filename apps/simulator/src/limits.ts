import { GraphFailure } from './graph-error.js';
import { TokenBuckets } from './token-bucket.js';
import type { WorldNumber } from './world.js';

/** Up to 45 at once, then one in 6 seconds. https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput */
const PAIR_BURST = 45;
const PAIR_REFILL_PER_MS = 1 / 6_000;

/** Meta's throughput per number and rate per pair of number and citizen. */
export class Limits {
  private readonly numbers = new TokenBuckets();
  private readonly pairs = new TokenBuckets();

  assertMaySend(number: WorldNumber, recipientKey: string, now: number): void {
    if (!this.takeOfNumber(number, now)) {
      throw new GraphFailure(130429, { details: 'Cloud API message throughput has been reached.' });
    }
    if (!this.pairs.take(`${number.id}/${recipientKey}`, PAIR_BURST, PAIR_REFILL_PER_MS, now)) {
      throw new GraphFailure(131056, {
        details:
          'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
      });
    }
  }

  /** Messages in and out share the throughput of a number. */
  takeOfNumber(number: WorldNumber, now: number): boolean {
    const perSecond = number.messagesPerSecond;
    return this.numbers.take(number.id, Math.max(1, perSecond), perSecond / 1_000, now);
  }
}
