import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import { AgencyDatabase, type AgencyTx, Presence } from '#libs/database';
import { type AgencyContext, Clock, newId, systemContext, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { type NumberForSending, PhoneNumbersService } from '#libs/phone-numbers';
import { CircuitBreaker } from './circuit-breaker.service.js';
import { ClaimService, type NumberMemory } from './claim.service.js';
import { CloudApiClients } from './cloud-api-clients.service.js';
import { LaneShares } from './lane-shares.js';
import { NumberTurnsRepository, type Turn } from './number-turns.repository.js';
import { OutboxRepository } from './outbox.repository.js';
import { NumberPace } from './pacing.js';
import { PAIR_MEMORY_MS, PairPacing, type PairState } from './pair-pacing.js';
import { SettleService } from './settle.service.js';
import { TurnRun } from './turn-run.js';
import { claimEveryMs, connectionsFor } from './turn-slots.js';

/** `taken`: another worker holds the number. `more`: the slice ended with work left. */
export type TurnResult = 'taken' | 'held' | 'idle' | 'more';

const RENEW_EVERY_MS = 1_000;
/** A withdrawal or a switch stops messages that are claimed but not written within this. */
const EPOCH_EVERY_MS = 500;

/** Numbers of which this process keeps what it knows; the others' busy pairs are read from where they were written down. */
const MOST_REMEMBERED = 500;

/** What the worker asks: take one number's turn and send what is due. */
@Injectable()
export class NumberPump {
  /** This process, among all holders of turns. */
  readonly holder: Uuid = newId();
  private readonly stragglers = new Set<Promise<void>>();
  private turnsRunning = 0;
  /** Of numbers whose last turn was had here, with its token: it holds as long as nobody had one in between. */
  private readonly memories = new Map<Uuid, NumberMemory & { readonly token: string }>();

  constructor(
    private readonly database: AgencyDatabase,
    private readonly turns: NumberTurnsRepository,
    private readonly numbers: PhoneNumbersService,
    private readonly outbox: OutboxRepository,
    private readonly claims: ClaimService,
    private readonly settlement: SettleService,
    private readonly clients: CloudApiClients,
    private readonly circuit: CircuitBreaker,
    private readonly presence: Presence,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly logger: Logger,
  ) {}

  async takeTurn(agencyId: Uuid, numberId: Uuid): Promise<TurnResult> {
    const ctx = systemContext(agencyId);
    await this.presence.announce(this.holder);
    const now = this.clock.now();
    const taken = await this.database.agencyTransaction(ctx, async (tx) => {
      const number = await this.numbers.forSending(tx, numberId);
      if (number.heldUntil && number.heldUntil > now) return 'held';
      const turn = await this.turns.take(tx, numberId, this.holder, number.messagesPerSecond, now);
      return turn ? { number, turn, memory: await this.memoryOf(tx, numberId, turn, now) } : 'taken';
    });
    return typeof taken === 'string' ? taken : this.work(ctx, taken);
  }

  /** What this process knows of the number, when it had the turn before this one too; else what was written down. */
  private async memoryOf(tx: AgencyTx, numberId: Uuid, { token }: Turn, now: Date): Promise<NumberMemory> {
    const known = this.memories.get(numberId);
    if (known && BigInt(known.token) + 1n === BigInt(token)) return known;
    const since = new Date(now.getTime() - PAIR_MEMORY_MS);
    const pairs = new PairPacing(await this.turns.pairs(tx, numberId, since));
    return { shares: known?.shares ?? new LaneShares(), pairs };
  }

  private remember(numberId: Uuid, memory: NumberMemory & { readonly token: string }): void {
    this.memories.delete(numberId);
    this.memories.set(numberId, memory);
    const [longestAgo] = this.memories.keys();
    if (this.memories.size > MOST_REMEMBERED && longestAgo) this.memories.delete(longestAgo);
  }

  private async work(ctx: AgencyContext, { number, turn, memory }: TakenTurn): Promise<TurnResult> {
    this.remember(number.id, { ...memory, token: turn.token });
    const pace = new NumberPace(number.messagesPerSecond, turn, this.clock.now().getTime());
    const watch = { isCurrent: true };
    const run = new TurnRun({
      ctx,
      number,
      pace,
      client: this.clients.for(number.baseUrl),
      clock: this.clock,
      concurrency: connectionsFor(number.messagesPerSecond, this.env.SENDING_CONCURRENCY),
      leaseMs: this.env.SENDING_LEASE_MS,
      claimEveryMs: () => claimEveryMs(this.turnsRunning),
      claim: (room) => this.claims.claim(ctx, number, this.circuit.room(number, room), memory),
      settle: (settled) => this.settlement.settle(ctx, number, settled),
      isCurrent: () => watch.isCurrent,
    });
    const held = { ctx, number, turn, memory, pace, run, watch };
    const renewal = this.keepRenewing(held);
    this.turnsRunning++;
    try {
      const hasMore = await run.until(this.clock.monotonicMs() + this.env.SENDING_TURN_MS);
      return hasMore ? 'more' : 'idle';
    } finally {
      // From here on nothing more is written under this turn; what was written is still waited for and settled.
      watch.isCurrent = false;
      this.turnsRunning--;
      await this.release(held);
      this.leaveStragglers(held, renewal);
    }
  }

  /** Waits for requests that outlasted their turns. */
  async finish(): Promise<void> {
    await Promise.all(this.stragglers);
  }

  private leaveStragglers({ ctx, number, run }: HeldTurn, renewal: NodeJS.Timeout): void {
    const finished = run
      .finish()
      .catch((error: unknown) => {
        this.logger.failure('turn not settled', error, { agencyId: ctx.agencyId, numberId: number.id });
      })
      .finally(() => {
        clearInterval(renewal);
        this.stragglers.delete(finished);
      });
    this.stragglers.add(finished);
  }

  private keepRenewing(held: HeldTurn): NodeJS.Timeout {
    let ticks = 0;
    return setInterval(() => {
      const isRenewal = ++ticks % (RENEW_EVERY_MS / EPOCH_EVERY_MS) === 0;
      this.checkTurn(held, isRenewal).catch((error: unknown) => {
        // Nothing is known about the turn any more, so nothing more is written under it.
        held.watch.isCurrent = false;
        this.logger.failure('turn not renewed', error, { agencyId: held.ctx.agencyId, numberId: held.number.id });
      });
    }, EPOCH_EVERY_MS);
  }

  /** Ends the turn when it was lost, or when a withdrawal or a switch came in: what is claimed then goes through the gate again. */
  private async checkTurn(
    { ctx, number, turn, memory, pace, run, watch }: HeldTurn,
    isRenewal: boolean,
  ): Promise<void> {
    if (!watch.isCurrent && !isRenewal) return;
    const now = this.clock.now();
    const pairs = isRenewal ? memory.pairs.toStore(now.getTime(), 'within') : [];
    const epoch = await this.database.agencyTransaction(ctx, async (tx) => {
      if (isRenewal) await this.renewLeases(tx, run, now);
      if (!watch.isCurrent) return null;
      if (!isRenewal) return this.turns.epoch(tx);
      await this.storePairs(tx, number.id, pairs, now);
      return this.turns.renew(tx, number.id, turn.token, pace.state(now.getTime()));
    });
    if (epoch !== turn.epoch) watch.isCurrent = false;
  }

  /** Only attempts that wait long for their answer need it; most are settled before. */
  private async renewLeases(tx: Parameters<OutboxRepository['renew']>[0], run: TurnRun, now: Date): Promise<void> {
    const lease = this.env.SENDING_LEASE_MS;
    const old = run.openAttempts().filter(({ attemptedAt }) => now.getTime() - attemptedAt.getTime() > lease / 3);
    if (old.length > 0) await this.outbox.renew(tx, old, new Date(now.getTime() + lease));
  }

  private storePairs(tx: AgencyTx, numberId: Uuid, pairs: readonly PairState[], now: Date): Promise<void> {
    return this.turns.storePairs(tx, numberId, pairs, new Date(now.getTime() - PAIR_MEMORY_MS));
  }

  private async release({ ctx, number, turn, memory, pace }: HeldTurn): Promise<void> {
    const now = this.clock.now();
    const state = pace.state(now.getTime());
    const pairs = memory.pairs.toStore(now.getTime(), 'atEnd');
    await this.database
      .agencyTransaction(ctx, async (tx) => {
        await this.storePairs(tx, number.id, pairs, now);
        await this.turns.release(tx, number.id, turn.token, state);
      })
      .catch((error: unknown) => {
        this.logger.failure('turn not released', error, { agencyId: ctx.agencyId, numberId: number.id });
      });
  }
}

interface TakenTurn {
  readonly number: NumberForSending;
  readonly turn: Turn;
  readonly memory: NumberMemory;
}

interface HeldTurn {
  readonly ctx: AgencyContext;
  readonly number: NumberForSending;
  readonly turn: Turn;
  readonly memory: NumberMemory;
  readonly pace: NumberPace;
  readonly run: TurnRun;
  readonly watch: { isCurrent: boolean };
}
