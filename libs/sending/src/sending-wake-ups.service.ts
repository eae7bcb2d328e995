import { Injectable } from '@nestjs/common';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { WakeUps } from '#libs/queue';
import { hintOf, isUrgent } from './lanes.js';

/** Tells workers that a number has something to send. */
@Injectable()
export class SendingWakeUps {
  constructor(private readonly wakeUps: WakeUps) {}

  /** Not awaited: the answer does not wait for Redis, and the worker's own sweep finds the messages within a second. */
  wakeFor({ agencyId }: AgencyContext, accepted: readonly { readonly numberId: Uuid; readonly lane: number }[]): void {
    const hints = new Map(accepted.map((one) => [`${one.numberId}:${hintOf(one.lane)}`, one]));
    for (const [hint, { numberId, lane }] of hints) {
      const job = isUrgent(lane) ? 'sendUrgent' : 'sendBulk';
      void this.wakeUps.wake(job, hint, { agencyId, phoneNumberId: numberId });
    }
  }
}
