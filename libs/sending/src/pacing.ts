/** Persisted between turns, so that a change of worker neither forgets nor doubles what a number may send. */
export interface PaceState {
  /** Messages per second at this moment: what Meta grants, or less after it refused some. */
  readonly rate: number;
  readonly tokens: number;
  readonly refilledAt: Date;
}

/** What a number may send now: `ordinary` is the part of `all` that messages which are not urgent may use. */
export interface Room {
  readonly all: number;
  readonly ordinary: number;
}

/** Up to this much of a second's rate may be sent in one burst. */
const BURST_SECONDS = 1;
/** Ordinary messages leave so much of the bucket alone, so that an alert or a reply finds room at once. */
const URGENT_SHARE = 0.2;
/** A refusal for pace halves the rate; it comes back by this share of what is granted in each second, so in ten seconds. */
const RECOVERY_PER_SECOND = 0.05;
/** Requests in flight when Meta refuses the first are refused as well: together they are one sign. */
const ONE_SIGN_MS = 1_000;
/** However often Meta refuses, a number goes on trying at this share of what it was granted. */
const LEAST_SHARE = 1 / 64;

/**
 * Token bucket of one phone number: it fills at the granted rate, at half of it after a refusal for pace, and recovers step
 * by step. Times are wall-clock milliseconds at the edges (the state is stored) and only differences inside.
 */
export class NumberPace {
  private tokens: number;
  private refilledAtMs: number;
  private currentRate: number;
  private slowedAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    /** What Meta grants. */
    readonly granted: number,
    state: { rate?: number; tokens: number; refilledAt: Date },
    nowMs: number,
  ) {
    this.tokens = state.tokens;
    this.currentRate = Math.min(state.rate ?? granted, granted);
    // A clock that went back must not freeze the number until it catches up.
    this.refilledAtMs = Math.min(state.refilledAt.getTime(), nowMs);
  }

  get rate(): number {
    return this.currentRate;
  }

  available(nowMs: number): number {
    return this.room(nowMs).all;
  }

  room(nowMs: number): Room {
    this.refill(nowMs);
    return { all: whole(this.tokens), ordinary: whole(this.tokens - this.urgentReserve) };
  }

  take(count: number): void {
    this.tokens -= count;
  }

  /** Gives back what was claimed but not written. */
  giveBack(count: number): void {
    this.tokens = Math.min(this.tokens + count, this.capacity);
  }

  /** Meta said that the number is too fast: half the rate, and nothing saved up. */
  slowDown(nowMs: number): void {
    this.refill(nowMs);
    this.tokens = Math.min(this.tokens, 0);
    if (nowMs - this.slowedAtMs < ONE_SIGN_MS) return;
    this.slowedAtMs = nowMs;
    this.currentRate = Math.max(this.currentRate / 2, this.granted * LEAST_SHARE);
  }

  /** Until the next ordinary message may leave; an urgent one may leave sooner. */
  millisecondsUntilNext(nowMs: number): number {
    this.refill(nowMs);
    const missing = 1 - (this.tokens - this.urgentReserve);
    return missing <= 0 ? 0 : Math.ceil((missing / this.currentRate) * 1000);
  }

  state(nowMs: number): PaceState {
    this.refill(nowMs);
    return { rate: this.currentRate, tokens: this.tokens, refilledAt: new Date(this.refilledAtMs) };
  }

  private get capacity(): number {
    return Math.max(1, this.currentRate * BURST_SECONDS);
  }

  /** A slow number holds too few tokens to keep any back. */
  private get urgentReserve(): number {
    return Math.floor(this.capacity * URGENT_SHARE);
  }

  private refill(nowMs: number): void {
    const elapsed = Math.max(0, nowMs - this.refilledAtMs) / 1000;
    this.tokens = Math.min(this.tokens + elapsed * this.currentRate, this.capacity);
    this.currentRate = Math.min(this.currentRate + elapsed * RECOVERY_PER_SECOND * this.granted, this.granted);
    this.refilledAtMs = Math.max(this.refilledAtMs, nowMs);
  }
}

/** A sum of parts that should make up a whole token may fall short of it by a rounding error. */
function whole(tokens: number): number {
  return Math.max(0, Math.floor(tokens + 1e-9));
}
