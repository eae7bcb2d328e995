import { Injectable } from '@nestjs/common';
import type { AgencyContext } from '#libs/kernel';
import { LiveSoon } from '#libs/live';
import { WakeUps } from '#libs/queue';
import type { Acceptance } from './accept.service.js';
import { wakeUpFor } from './lanes.js';

/** Tells what was accepted: the workers, that a number has something to send, and whoever looks at the log of messages. */
@Injectable()
export class SendingWakeUps {
  constructor(
    private readonly wakeUps: WakeUps,
    private readonly live: LiveSoon,
  ) {}

  /** Not awaited: the answer does not wait for Redis, and the worker's own sweep finds the messages within a second. */
  wakeFor({ agencyId }: AgencyContext, accepted: readonly Acceptance[]): void {
    if (accepted.length === 0) return;
    this.live.tell(agencyId, { topic: 'messages', ids: accepted.map(({ message }) => message.id) });
    const hints = accepted.map(({ numberId, lane }) => ({ phoneNumberId: numberId, ...wakeUpFor(numberId, lane) }));
    const distinct = new Map(hints.map((one) => [one.hint, one]));
    for (const { job, hint, phoneNumberId } of distinct.values()) {
      void this.wakeUps.wake(job, hint, { agencyId, phoneNumberId });
    }
  }
}
