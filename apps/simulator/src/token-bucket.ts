interface Level {
  tokens: number;
  at: number;
}

/** Buckets above this count are swept of those that are full again. */
const SWEEP_SIZE = 50_000;

/** A token bucket per key, filled lazily. */
export class TokenBuckets {
  private readonly levels = new Map<string, Level>();
  private sweepAt = SWEEP_SIZE;

  /** Takes one token, or says no. */
  take(key: string, capacity: number, refillPerMs: number, now: number): boolean {
    const level = this.levels.get(key) ?? this.open(key, capacity, refillPerMs, now);
    level.tokens = Math.min(capacity, level.tokens + Math.max(0, now - level.at) * refillPerMs);
    level.at = now;
    if (level.tokens < 1) return false;
    level.tokens -= 1;
    return true;
  }

  private open(key: string, capacity: number, refillPerMs: number, now: number): Level {
    if (this.levels.size >= this.sweepAt) this.sweep(capacity / refillPerMs, now);
    const level = { tokens: capacity, at: now };
    this.levels.set(key, level);
    return level;
  }

  private sweep(fullAfterMs: number, now: number): void {
    for (const [key, level] of this.levels) if (now - level.at > fullAfterMs) this.levels.delete(key);
    this.sweepAt = Math.max(SWEEP_SIZE, 2 * this.levels.size);
  }
}
