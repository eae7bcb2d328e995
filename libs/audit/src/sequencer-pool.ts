import { Pool } from 'pg';
import { SEQUENCER_LANES } from './sequencer.repository.js';

/** The few connections of the sequencer: one a lane, and one to look for work. */
export function sequencerPool(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: SEQUENCER_LANES + 1,
    application_name: 'belfry-sequencer',
    statement_timeout: 60_000,
    // A process that froze must not keep the lock of a log.
    idle_in_transaction_session_timeout: 5_000,
  });
  // A connection that breaks fails its query and is replaced. Without listeners, idle or in use, it would end the process.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

function ignore(): void {}
