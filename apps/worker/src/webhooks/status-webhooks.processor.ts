import { Process, Processor } from '@nestjs/bull';
import { JOBS } from '#libs/queue';
import { WebhookLoops } from './webhook-loops.js';

/** Hint: statuses, or anything else that is not a citizen speaking. */
@Processor(JOBS.readStatusWebhooks.queue)
export class StatusWebhooksProcessor {
  constructor(private readonly loops: WebhookLoops) {}

  @Process(JOBS.readStatusWebhooks.job)
  async readInbox(): Promise<void> {
    this.loops.status.now();
  }
}
