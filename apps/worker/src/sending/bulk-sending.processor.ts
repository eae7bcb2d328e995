import { Process, Processor } from '@nestjs/bull';
import type { Job } from 'bull';
import { JOBS, type WakeUp } from '#libs/queue';
import { LANES, SendingSweeper } from '#libs/sending';

/** Hints for everything that is not urgent. */
@Processor(JOBS.sendBulk.queue)
export class BulkSendingProcessor {
  constructor(private readonly sweeper: SendingSweeper) {}

  @Process({ name: JOBS.sendBulk.job, concurrency: JOBS.sendBulk.concurrency })
  async takeTurn({ data }: Job<WakeUp>): Promise<void> {
    if (data.agencyId && data.phoneNumberId) this.sweeper.offer(data.agencyId, data.phoneNumberId, LANES.bulk);
  }
}
