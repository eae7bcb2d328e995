import { Process, Processor } from '@nestjs/bull';
import { JOBS } from '#libs/queue';
import { Loop } from '../loop.js';

/** Hint: callbacks are due. */
@Processor(JOBS.deliverCallbacks.queue)
export class CallbacksProcessor {
  constructor(private readonly loop: Loop) {}

  @Process(JOBS.deliverCallbacks.job)
  async deliverDue(): Promise<void> {
    this.loop.now();
  }
}
