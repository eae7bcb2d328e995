import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import type { InDoubtPolicy } from './message-row.js';

/** On a quiet number nobody can tell whether the way back is alive; after this many windows a person decides. */
const QUIET_WINDOWS = 3;
/** How often an undecided attempt is looked at, at most. */
const RECHECK_MS = 5_000;

/** How long each policy waits for the echo of an attempt in doubt. */
@Injectable()
export class InDoubtWindows {
  constructor(private readonly env: Env) {}

  windowMs(policy: InDoubtPolicy): number {
    return policy === 'resend_fast' ? this.env.IN_DOUBT_WINDOW_FAST_MS : this.env.IN_DOUBT_WINDOW_MS;
  }

  decideAt(attempt: { readonly attemptedAt: Date; readonly inDoubtPolicy: InDoubtPolicy }): Date {
    return new Date(attempt.attemptedAt.getTime() + this.windowMs(attempt.inDoubtPolicy));
  }

  givesUpAt(attemptedAt: Date, policy: InDoubtPolicy): Date {
    return new Date(attemptedAt.getTime() + QUIET_WINDOWS * this.windowMs(policy));
  }

  recheckAt(now: Date, policy: InDoubtPolicy): Date {
    return new Date(now.getTime() + Math.min(RECHECK_MS, this.windowMs(policy) / 4));
  }

  get minimumWebhooks(): number {
    return this.env.IN_DOUBT_MIN_WEBHOOKS;
  }
}
