import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { Env } from '#libs/config';
import { SEQUENCER_LANES, SEQUENCER_POOL, SequencerRepository } from './sequencer.repository.js';
import { SequencerService } from './sequencer.service.js';

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

/** One connection a lane, and one to look for work. */
export function sequencerPool(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: SEQUENCER_LANES + 1,
    application_name: 'belfry-sequencer',
    statement_timeout: 60_000,
  });
  // A lost idle connection is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
