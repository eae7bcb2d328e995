import { availableParallelism } from 'node:os';

/** What libuv starts unless `UV_THREADPOOL_SIZE` says otherwise. https://nodejs.org/api/cli.html#uv_threadpool_sizesize */
const DEFAULT_POOL = 4;

/** Runs so much at once and lets the rest wait in the order in which it came. */
export class HashLanes {
  private readonly waiting: (() => void)[] = [];
  private free: number;

  constructor(lanes: number) {
    this.free = lanes;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      this.pass();
    }
  }

  /** The lane goes to whoever waits longest, so that nobody who comes later overtakes. */
  private pass(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free++;
  }
}

/**
 * As many hashes at once as there are processors: with more, each takes longer than its share, and the first in line waits for
 * the last. One thread of the pool stays free, because files and names of hosts are read by the same threads.
 */
export function hashLanes(poolSize = Number(process.env['UV_THREADPOOL_SIZE']) || DEFAULT_POOL): number {
  return Math.max(1, Math.min(availableParallelism(), poolSize - 1));
}
