import { setTimeout as pause } from 'node:timers/promises';
import type { AgencyContext, Clock } from '#libs/kernel';
import type { NumberForSending } from '#libs/phone-numbers';
import type { CloudApiClient, SendOutcome } from '#libs/whatsapp';
import type { Attempt, SettledAttempt } from './attempt.js';
import { ERROR_ACTIONS } from './error-actions.js';
import type { NumberPace, Room } from './pacing.js';

/** What a claim brought: how many due messages it saw, and whether there may be more that could have left now. */
export interface Claimed {
  readonly attempts: Attempt[];
  readonly found: number;
  readonly isFull: boolean;
}

export interface TurnRunParts {
  readonly ctx: AgencyContext;
  readonly number: NumberForSending;
  readonly client: CloudApiClient;
  readonly pace: NumberPace;
  readonly clock: Clock;
  readonly concurrency: number;
  readonly leaseMs: number;
  /** Small claims are spaced by this. */
  readonly claimEveryMs: () => number;
  readonly claim: (room: Room) => Promise<Claimed>;
  readonly settle: (settled: readonly SettledAttempt[]) => Promise<void>;
  /** False once the turn is lost or something that stops people has changed. */
  readonly isCurrent: () => boolean;
}

/** Between intent and write nothing may lie long: what was true at the claim must still be true. */
const FRESH_MS = 2_000;
/** Answers wait this long for company, so that one settling transaction carries many of them. */
const SETTLE_AFTER_MS = 40;
const SETTLE_BATCH = 256;
const SETTLE_TRIES = 20;
const SETTLE_RETRY_MS = 500;
const SHORT_PAUSE_MS = 5;
/** With nothing due and answers outstanding, Postgres is asked this often at least, so that an alert never waits for them. */
const LONGEST_PAUSE_MS = 80;
/** This share of the requests may outlast their turn; when more do, the provider itself is slow and is waited for. */
const STRAGGLERS = 0.25;
/** Ordinary messages leave so much of the connections alone: a slow provider must not make an alert wait for its answers. */
const URGENT_CONNECTIONS = 0.2;

/**
 * One turn of one phone number: claims, posts and settles at the same time. Posts never exceed the number's rate nor the
 * connections, so a claimed message is written at once and no request waits in memory.
 */
export class TurnRun {
  private inFlight = 0;
  /** What claims under way may bring. */
  private reserved = 0;
  /** Nothing is known before the first claim; whoever found no room at all must come again. */
  private hasMore = true;
  private isOver = false;
  private failure: unknown;
  private readonly held = new Map<string, Attempt>();
  private readonly settled: SettledAttempt[] = [];
  private settling: Promise<void> = Promise.resolve();
  private settleTimer: NodeJS.Timeout | undefined;
  private emptyClaims = 0;
  private lastClaimMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: TurnRunParts) {}

  /**
   * Works until the time slice ends or nothing is due. A few slow requests do not hold the number up: they are left to
   * `finish`. @returns whether more is due
   */
  async until(deadlineMs: number): Promise<boolean> {
    const first = this.claimOn(deadlineMs).finally(() => {
      this.isOver = true;
    });
    // Both have ended before either's fault is told: nothing may be claimed when the turn is over.
    const ends = await Promise.allSettled([first, this.claimBesides(deadlineMs)]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    await this.drainTo(this.parts.concurrency * STRAGGLERS);
    if (this.failure) throw this.failure;
    return this.hasMore || !this.parts.isCurrent();
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
      if (!room) {
        await pause(this.pauseMs());
        continue;
      }
      const { found, isFull } = await this.claimAndPost(room);
      // With room for urgent messages alone, a claim says nothing about the others.
      if (room.ordinary > 0) this.hasMore = isFull;
      else if (!isFull) await pause(this.pauseMs());
      if (found === 0 && room.ordinary > 0 && this.inFlight + this.reserved === 0) break;
      if (!isFull && room.ordinary > 0) await pause(this.idlePauseMs(found));
    }
  }

  /** While claims come back full, a second one runs besides the first: Postgres then works while answers are read. */
  private async claimBesides(deadlineMs: number): Promise<void> {
    while (!this.isOver && this.mayGoOn(deadlineMs)) {
      const room = this.hasMore ? this.room() : null;
      if (!room?.ordinary) await pause(this.hasMore ? this.pauseMs() : LONGEST_PAUSE_MS);
      else this.hasMore = (await this.claimAndPost(room)).isFull;
    }
  }

  private mayGoOn(deadlineMs: number): boolean {
    const { clock, isCurrent } = this.parts;
    return clock.monotonicMs() < deadlineMs && isCurrent() && !this.failure;
  }

  /** How many messages may be claimed now, or null when it is not worth a claim. */
  private room(): Room | null {
    const { concurrency, pace, clock } = this.parts;
    const tokens = pace.room(clock.now().getTime());
    const busy = this.inFlight + this.reserved;
    const all = Math.min(concurrency - busy, tokens.all - this.reserved);
    const connections = Math.ceil(concurrency * (1 - URGENT_CONNECTIONS)) - busy;
    const ordinary = Math.max(0, Math.min(connections, tokens.ordinary - this.reserved));
    const isSoon = this.untilClaimMs() > 0;
    return all <= 0 || (this.isSmall(ordinary) && isSoon) ? null : { all, ordinary };
  }

  private isSmall(ordinary: number): boolean {
    return ordinary < this.parts.concurrency / 2;
  }

  private untilClaimMs(): number {
    return this.parts.claimEveryMs() - (this.parts.clock.monotonicMs() - this.lastClaimMs);
  }

  private pauseMs(): number {
    const { pace, clock } = this.parts;
    const nowMs = clock.now().getTime();
    // Held up by its rate, a number claims little at a time; held up by its connections, it goes on as soon as some are free.
    const untilClaim = this.isSmall(pace.room(nowMs).ordinary) ? this.untilClaimMs() : 0;
    const least = this.inFlight > 0 ? 1 : SHORT_PAUSE_MS;
    return Math.min(Math.max(least, pace.millisecondsUntilNext(nowMs), untilClaim), LONGEST_PAUSE_MS);
  }

  private idlePauseMs(found: number): number {
    this.emptyClaims = found > 0 ? 0 : this.emptyClaims + 1;
    return Math.min(SHORT_PAUSE_MS * 2 ** this.emptyClaims, LONGEST_PAUSE_MS);
  }

  private async claimAndPost(room: Room): Promise<Claimed> {
    // Counted from before the claim, as its lease is: a process that slept while Postgres committed must not write.
    const claimedAt = this.parts.clock.monotonicMs();
    this.lastClaimMs = claimedAt;
    this.reserved += room.all;
    const claimed = await this.parts.claim(room).finally(() => {
      this.reserved -= room.all;
    });
    this.post(claimed.attempts, claimedAt);
    return claimed;
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
    if (outcome.kind === 'refused' && ERROR_ACTIONS[outcome.errorClass].slowsNumber) this.slowDown();
    this.settled.push({ attempt, outcome });
    if (this.settled.length >= SETTLE_BATCH) this.flush();
    else this.settleTimer ??= setTimeout(() => this.flush(), SETTLE_AFTER_MS);
  }

  /** Meta said that the number is too fast. The turn goes on, at the slower pace: what is urgent must not wait for the next. */
  private slowDown(): void {
    this.parts.pace.slowDown(this.parts.clock.now().getTime());
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
