import { setTimeout as pause } from 'node:timers/promises';
import type { AgencyContext, Clock } from '#libs/kernel';
import type { NumberForSending } from '#libs/phone-numbers';
import type { CloudApiClient, SendOutcome } from '#libs/whatsapp';
import type { Attempt, SettledAttempt } from './attempt.js';
import type { NumberPace } from './pacing.js';

export interface TurnRunParts {
  readonly ctx: AgencyContext;
  readonly number: NumberForSending;
  readonly client: CloudApiClient;
  readonly pace: NumberPace;
  readonly clock: Clock;
  readonly concurrency: number;
  readonly leaseMs: number;
  readonly claim: (limit: number) => Promise<{ attempts: Attempt[]; found: number }>;
  readonly settle: (settled: readonly SettledAttempt[]) => Promise<void>;
  /** False once the turn is lost or something that stops people has changed. */
  readonly isCurrent: () => boolean;
}

/** Between intent and write nothing may lie long: what was true at the claim must still be true. */
const FRESH_MS = 2_000;
/** Answers wait this long for company, so that one settling transaction carries many of them. */
const SETTLE_AFTER_MS = 25;
const SETTLE_BATCH = 256;
const SETTLE_TRIES = 20;
const SETTLE_RETRY_MS = 500;
const SHORT_PAUSE_MS = 5;
/** With nothing due and answers outstanding, Postgres is asked this often at least, so that an alert never waits for them. */
const LONGEST_PAUSE_MS = 80;
/** This share of the requests may outlast their turn; when more do, the provider itself is slow and is waited for. */
const STRAGGLERS = 0.25;
/** Small claims are spaced by this: a claim costs a dozen statements however few messages it brings. */
const CLAIM_EVERY_MS = 25;

/**
 * One turn of one phone number: claims, posts and settles at the same time. Posts never exceed the number's rate nor the
 * connections, so a claimed message is written at once and no request waits in memory.
 */
export class TurnRun {
  private inFlight = 0;
  /** What claims under way may bring. */
  private reserved = 0;
  private hasMore = false;
  private isOver = false;
  private failure: unknown;
  private readonly held = new Map<string, Attempt>();
  private readonly settled: SettledAttempt[] = [];
  private settling: Promise<void> = Promise.resolve();
  private settleTimer: NodeJS.Timeout | undefined;
  private isPaced = false;
  private emptyClaims = 0;
  private lastClaimMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: TurnRunParts) {}

  /**
   * Works until the time slice ends or nothing is due. A few slow requests do not hold the number up: they are left to
   * `finish`. @returns whether more is due
   */
  async until(deadlineMs: number): Promise<boolean> {
    const second = this.claimBesides(deadlineMs);
    await this.claimOn(deadlineMs);
    this.isOver = true;
    await second;
    await this.drainTo(this.parts.concurrency * STRAGGLERS);
    if (this.failure) throw this.failure;
    return (this.hasMore || !this.parts.isCurrent()) && !this.isPaced;
  }

  /**
   * Waits for the last answers and settles them. When Postgres is away for a moment it is tried again: an answer that is
   * not written down would have to be guessed from its echo.
   */
  async finish(): Promise<void> {
    await this.drainTo(0);
    for (let tries = 1; ; tries++) {
      this.flush();
      await this.settling;
      if (this.settled.length === 0) return;
      if (tries === SETTLE_TRIES) throw this.failure;
      await pause(SETTLE_RETRY_MS);
    }
  }

  /** Attempts that are still open, for their leases to be renewed. */
  openAttempts(): Attempt[] {
    return [...this.held.values()];
  }

  private async claimOn(deadlineMs: number): Promise<void> {
    while (this.mayGoOn(deadlineMs)) {
      const room = this.room();
      if (room === 0) {
        await pause(this.pauseMs());
        continue;
      }
      const found = await this.claimAndPost(room);
      this.hasMore = found >= room;
      if (found === 0 && this.inFlight + this.reserved === 0) break;
      if (found < room) await pause(this.idlePauseMs(found));
    }
  }

  /** While claims come back full, a second one runs besides the first: Postgres then works while answers are read. */
  private async claimBesides(deadlineMs: number): Promise<void> {
    while (!this.isOver && this.mayGoOn(deadlineMs)) {
      const room = this.hasMore ? this.room() : 0;
      if (room === 0) await pause(this.hasMore ? this.pauseMs() : LONGEST_PAUSE_MS);
      else this.hasMore = (await this.claimAndPost(room)) >= room;
    }
  }

  private mayGoOn(deadlineMs: number): boolean {
    const { clock, isCurrent } = this.parts;
    return clock.monotonicMs() < deadlineMs && isCurrent() && !this.failure && !this.isPaced;
  }

  /** How many messages may be claimed now. */
  private room(): number {
    const { concurrency, pace, clock } = this.parts;
    const free = Math.min(concurrency - this.inFlight, pace.available(clock.now().getTime())) - this.reserved;
    if (free <= 0) return 0;
    const isSmall = free < concurrency / 2;
    const isSoon = clock.monotonicMs() - this.lastClaimMs < CLAIM_EVERY_MS;
    return isSmall && isSoon ? 0 : free;
  }

  private pauseMs(): number {
    const untilToken = this.parts.pace.millisecondsUntilNext(this.parts.clock.now().getTime());
    return Math.min(Math.max(this.inFlight > 0 ? 1 : SHORT_PAUSE_MS, untilToken), LONGEST_PAUSE_MS);
  }

  private idlePauseMs(found: number): number {
    this.emptyClaims = found > 0 ? 0 : this.emptyClaims + 1;
    return Math.min(SHORT_PAUSE_MS * 2 ** this.emptyClaims, LONGEST_PAUSE_MS);
  }

  private async claimAndPost(room: number): Promise<number> {
    // Counted from before the claim, as its lease is: a process that slept while Postgres committed must not write.
    const claimedAt = this.parts.clock.monotonicMs();
    this.lastClaimMs = claimedAt;
    this.reserved += room;
    const { attempts, found } = await this.parts.claim(room).finally(() => {
      this.reserved -= room;
    });
    this.post(attempts, claimedAt);
    return found;
  }

  private post(attempts: readonly Attempt[], claimedAt: number): void {
    this.parts.pace.take(attempts.length);
    for (const attempt of attempts) {
      this.inFlight++;
      this.held.set(attempt.messageId, attempt);
      void this.postOne(attempt, claimedAt).then((outcome) => this.receive(attempt, outcome));
    }
  }

  private postOne(attempt: Attempt, claimedAt: number): Promise<SendOutcome> {
    const { client, number, clock, leaseMs, isCurrent } = this.parts;
    const writeBefore = claimedAt + Math.min(FRESH_MS, leaseMs / 2);
    return client.sendMessage({
      phoneNumberId: number.phoneNumberId,
      accessToken: number.accessToken,
      body: attempt.body,
      mayStillWrite: () => clock.monotonicMs() < writeBefore && isCurrent(),
    });
  }

  private receive(attempt: Attempt, outcome: SendOutcome): void {
    this.inFlight--;
    if (outcome.kind === 'not_written') this.parts.pace.giveBack(1);
    if (outcome.kind === 'refused' && outcome.errorClass === 'P') this.slowDown();
    this.settled.push({ attempt, outcome });
    if (this.settled.length >= SETTLE_BATCH) this.flush();
    else this.settleTimer ??= setTimeout(() => this.flush(), SETTLE_AFTER_MS);
  }

  /** Meta said that the number is too fast: this turn ends, and the stored pace keeps the next holder from rushing on. */
  private slowDown(): void {
    this.isPaced = true;
    this.parts.pace.pause(1000, this.parts.clock.now().getTime());
  }

  /** One settling transaction at a time; answers that come meanwhile make up the next one. */
  private flush(): void {
    clearTimeout(this.settleTimer);
    this.settleTimer = undefined;
    this.settling = this.settling
      .then(() => this.settleWaiting())
      .catch((error: unknown) => {
        this.failure ??= error;
      });
  }

  private async settleWaiting(): Promise<void> {
    const batch = this.settled.splice(0, this.settled.length);
    if (batch.length === 0) return;
    try {
      await this.parts.settle(batch);
    } catch (error) {
      this.settled.unshift(...batch);
      throw error;
    }
    for (const { attempt } of batch) this.held.delete(attempt.messageId);
  }

  private async drainTo(count: number): Promise<void> {
    while (this.inFlight > count) await pause(SHORT_PAUSE_MS);
  }
}
