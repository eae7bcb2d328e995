const SECOND_MS = 1_000;
const WINDOW_SECONDS = 30;
/** Fewer calls than this are chance. */
const LEAST_CALLS = 20;
/** From this share of bad calls on, the provider and not the messages are the trouble. */
const BROKEN_SHARE = 0.5;
/** Retries may be so many of all calls; more would keep a provider down that is trying to get up. */
const RETRY_SHARE = 0.1;
/** So many are always allowed, or one message alone could never be tried again. */
const LEAST_RETRIES = 2;

interface Second {
  second: number;
  calls: number;
  bad: number;
  retries: number;
}

/** The calls of one number in the last 30 seconds, second by second. */
export class CallWindow {
  private seconds: Second[] = [];

  count(at: number, { calls = 0, bad = 0, retries = 0 }: Partial<Omit<Second, 'second'>>): void {
    const second = Math.floor(at / SECOND_MS);
    const last = this.seconds.at(-1);
    if (last && last.second >= second) {
      last.calls += calls;
      last.bad += bad;
      last.retries += retries;
    } else this.seconds.push({ second, calls, bad, retries });
    this.seconds = this.seconds.filter((one) => one.second > second - WINDOW_SECONDS);
  }

  /** Half of at least twenty calls ended in a fault of the provider or in doubt. */
  isBroken(at: number): boolean {
    const { calls, bad } = this.sum(at);
    return calls >= LEAST_CALLS && bad >= calls * BROKEN_SHARE;
  }

  mayRetry(at: number): boolean {
    const { calls, retries } = this.sum(at);
    return retries < Math.max(LEAST_RETRIES, Math.floor(calls * RETRY_SHARE));
  }

  clear(): void {
    this.seconds = [];
  }

  private sum(at: number): Omit<Second, 'second'> {
    const oldest = Math.floor(at / SECOND_MS) - WINDOW_SECONDS;
    const sum = { calls: 0, bad: 0, retries: 0 };
    for (const { second, calls, bad, retries } of this.seconds) {
      if (second <= oldest) continue;
      sum.calls += calls;
      sum.bad += bad;
      sum.retries += retries;
    }
    return sum;
  }
}
