import { Injectable } from '@nestjs/common';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { WakeUps } from '#libs/queue';
import { wakeUpFor } from './lanes.js';

/** Tells workers that a number has something to send. */
@Injectable()
export class SendingWakeUps {
  constructor(private readonly wakeUps: WakeUps) {}

  /** Not awaited: the answer does not wait for Redis, and the worker's own sweep finds the messages within a second. */
  wakeFor({ agencyId }: AgencyContext, accepted: readonly { readonly numberId: Uuid; readonly lane: number }[]): void {
    const hints = accepted.map(({ numberId, lane }) => ({ phoneNumberId: numberId, ...wakeUpFor(numberId, lane) }));
    const distinct = new Map(hints.map((one) => [one.hint, one]));
    for (const { job, hint, phoneNumberId } of distinct.values()) {
      void this.wakeUps.wake(job, hint, { agencyId, phoneNumberId });
    }
  }
}
