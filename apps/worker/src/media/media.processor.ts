import { Process, Processor } from '@nestjs/bull';
import { JOBS } from '#libs/queue';
import { Loop } from '../loop.js';

/** Hint: there is work on files. */
@Processor(JOBS.workOnMedia.queue)
export class MediaProcessor {
  constructor(private readonly loop: Loop) {}

  @Process(JOBS.workOnMedia.job)
  async workOnDue(): Promise<void> {
    this.loop.now();
  }
}
