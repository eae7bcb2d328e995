/** Persisted between turns, so that a change of worker neither forgets nor doubles what a number may send. */
export interface PaceState {
  /** Messages per second. */
  readonly rate: number;
  readonly tokens: number;
  readonly refilledAt: Date;
}

/** Up to this much of a second's rate may be sent in one burst. */
const BURST_SECONDS = 1;

/**
 * Token bucket of one phone number. Times are wall-clock milliseconds at the edges (the state is stored) and only
 * differences inside. Tokens may be negative: that is a pause.
 */
export class NumberPace {
  private tokens: number;
  private refilledAtMs: number;

  constructor(
    readonly rate: number,
    state: { tokens: number; refilledAt: Date },
    nowMs: number,
  ) {
    this.tokens = state.tokens;
    // A clock that went back must not freeze the number until it catches up.
    this.refilledAtMs = Math.min(state.refilledAt.getTime(), nowMs);
  }

  available(nowMs: number): number {
    this.refill(nowMs);
    return Math.max(0, Math.floor(this.tokens));
  }

  take(count: number): void {
    this.tokens -= count;
  }

  /** Gives back what was claimed but not written. */
  giveBack(count: number): void {
    this.tokens = Math.min(this.tokens + count, this.rate * BURST_SECONDS);
  }

  /** Sends nothing for a while: Meta said that the number is too fast. */
  pause(milliseconds: number, nowMs: number): void {
    this.refill(nowMs);
    this.tokens = Math.min(this.tokens, -(milliseconds / 1000) * this.rate);
  }

  millisecondsUntilNext(nowMs: number): number {
    this.refill(nowMs);
    return this.tokens >= 1 ? 0 : Math.ceil(((1 - this.tokens) / this.rate) * 1000);
  }

  state(nowMs: number): PaceState {
    this.refill(nowMs);
    return { rate: this.rate, tokens: this.tokens, refilledAt: new Date(this.refilledAtMs) };
  }

  private refill(nowMs: number): void {
    const elapsed = Math.max(0, nowMs - this.refilledAtMs) / 1000;
    this.tokens = Math.min(this.tokens + elapsed * this.rate, Math.max(1, this.rate * BURST_SECONDS));
    this.refilledAtMs = Math.max(this.refilledAtMs, nowMs);
  }
}
