import { Process, Processor } from '@nestjs/bull';
import { JOBS } from '#libs/queue';
import { WebhookLoops } from './webhook-loops.js';

/** Hint: a citizen spoke. */
@Processor(JOBS.readCitizenWebhooks.queue)
export class CitizenWebhooksProcessor {
  constructor(private readonly loops: WebhookLoops) {}

  @Process(JOBS.readCitizenWebhooks.job)
  async readInbox(): Promise<void> {
    this.loops.citizen.now();
  }
}
