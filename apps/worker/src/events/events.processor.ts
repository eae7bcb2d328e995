import { Process, Processor } from '@nestjs/bull';
import { JOBS } from '#libs/queue';
import { Loop } from '../loop.js';

/** Hint: events wait for their listeners. */
@Processor(JOBS.dispatchEvents.queue)
export class EventsProcessor {
  constructor(private readonly loop: Loop) {}

  @Process(JOBS.dispatchEvents.job)
  async dispatchDue(): Promise<void> {
    this.loop.now();
  }
}
