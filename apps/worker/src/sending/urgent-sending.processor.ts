import { Process, Processor } from '@nestjs/bull';
import type { Job } from 'bull';
import { JOBS, type WakeUp } from '#libs/queue';
import { LANES, SendingSweeper } from '#libs/sending';

/** Hints for alerts and replies. */
@Processor(JOBS.sendUrgent.queue)
export class UrgentSendingProcessor {
  constructor(private readonly sweeper: SendingSweeper) {}

  @Process({ name: JOBS.sendUrgent.job, concurrency: JOBS.sendUrgent.concurrency })
  async takeTurn({ data }: Job<WakeUp>): Promise<void> {
    if (data.agencyId && data.phoneNumberId) this.sweeper.offer(data.agencyId, data.phoneNumberId, LANES.reply);
  }
}
