import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { Env } from '#libs/config';
import { SEQUENCER_POOL, SequencerRepository } from './sequencer.repository.js';
import { SequencerService } from './sequencer.service.js';
import { sequencerPool } from './sequencer-pool.js';

/** The sequencer and its own few connections as `belfry_sequencer`, the one role that may write the log. */
@Module({
  providers: [
    SequencerService,
    SequencerRepository,
    {
      provide: SEQUENCER_POOL,
      inject: [Env],
      useFactory: (env: Env) => sequencerPool(env.SEQUENCER_DATABASE_URL),
    },
  ],
  exports: [SequencerService],
})
export class SequencerModule implements OnApplicationShutdown {
  constructor(
    private readonly sequencer: SequencerService,
    @Inject(SEQUENCER_POOL) private readonly pool: Pool,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.sequencer.stop();
    await this.pool.end();
  }
}
