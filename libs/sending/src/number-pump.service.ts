import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock, newId, systemContext, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { type NumberForSending, PhoneNumbersService } from '#libs/phone-numbers';
import { CircuitBreaker } from './circuit-breaker.service.js';
import { ClaimService } from './claim.service.js';
import { CloudApiClients } from './cloud-api-clients.service.js';
import { NumberTurnsRepository, type Turn } from './number-turns.repository.js';
import { OutboxRepository } from './outbox.repository.js';
import { NumberPace } from './pacing.js';
import { SettleService } from './settle.service.js';
import { TurnRun } from './turn-run.js';

/** `taken`: another worker holds the number. `more`: the slice ended with work left. */
export type TurnResult = 'taken' | 'held' | 'idle' | 'more';

const RENEW_EVERY_MS = 1_000;
/** A withdrawal stops messages that are claimed but not written within this. */
const EPOCH_EVERY_MS = 500;

/** What the worker asks: take one number's turn and send what is due. */
@Injectable()
export class NumberPump {
  /** This process, among all holders of turns. */
  readonly holder: Uuid = newId();
  private readonly stragglers = new Set<Promise<void>>();

  constructor(
    private readonly database: AgencyDatabase,
    private readonly turns: NumberTurnsRepository,
    private readonly numbers: PhoneNumbersService,
    private readonly outbox: OutboxRepository,
    private readonly claims: ClaimService,
    private readonly settlement: SettleService,
    private readonly clients: CloudApiClients,
    private readonly circuit: CircuitBreaker,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly logger: Logger,
  ) {}

  async takeTurn(agencyId: Uuid, numberId: Uuid): Promise<TurnResult> {
    const ctx = systemContext(agencyId);
    const now = this.clock.now();
    const taken = await this.database.agencyTransaction(ctx, async (tx) => {
      const number = await this.numbers.forSending(tx, numberId);
      if (number.heldUntil && number.heldUntil > now) return 'held';
      const turn = await this.turns.take(tx, numberId, this.holder, number.messagesPerSecond, now);
      return turn ? { number, turn } : 'taken';
    });
    return typeof taken === 'string' ? taken : this.work(ctx, taken.number, taken.turn);
  }

  private async work(ctx: AgencyContext, number: NumberForSending, turn: Turn): Promise<TurnResult> {
    const pace = new NumberPace(number.messagesPerSecond, turn, this.clock.now().getTime());
    const watch = { isCurrent: true };
    const run = new TurnRun({
      ctx,
      number,
      pace,
      client: this.clients.for(number.baseUrl),
      clock: this.clock,
      concurrency: this.env.SENDING_CONCURRENCY,
      leaseMs: this.env.SENDING_LEASE_MS,
      claim: (limit) => this.claims.claim(ctx, number, this.circuit.room(number, limit)),
      settle: (settled) => this.settlement.settle(ctx, number, settled),
      isCurrent: () => watch.isCurrent,
    });
    const held = { ctx, number, turn, pace, run, watch };
    const renewal = this.keepRenewing(held);
    try {
      const hasMore = await run.until(this.clock.monotonicMs() + this.env.SENDING_TURN_MS);
      return hasMore ? 'more' : 'idle';
    } finally {
      // From here on nothing more is written under this turn; what was written is still waited for and settled.
      watch.isCurrent = false;
      await this.release(ctx, number.id, turn, pace);
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

  /** Ends the turn when it was lost, or when a withdrawal came in: what is claimed then goes through the gate again. */
  private async checkTurn({ ctx, number, turn, pace, run, watch }: HeldTurn, isRenewal: boolean): Promise<void> {
    if (!watch.isCurrent && !isRenewal) return;
    const now = this.clock.now();
    const epoch = await this.database.agencyTransaction(ctx, async (tx) => {
      if (isRenewal) await this.renewLeases(tx, run, now);
      if (!watch.isCurrent) return null;
      if (!isRenewal) return this.turns.suppressionEpoch(tx);
      return this.turns.renew(tx, number.id, turn.token, pace.state(now.getTime()));
    });
    if (epoch !== turn.suppressionEpoch) watch.isCurrent = false;
  }

  /** Only attempts that wait long for their answer need it; most are settled before. */
  private async renewLeases(tx: Parameters<OutboxRepository['renew']>[0], run: TurnRun, now: Date): Promise<void> {
    const lease = this.env.SENDING_LEASE_MS;
    const old = run.openAttempts().filter(({ attemptedAt }) => now.getTime() - attemptedAt.getTime() > lease / 3);
    if (old.length > 0) await this.outbox.renew(tx, old, new Date(now.getTime() + lease));
  }

  private async release(ctx: AgencyContext, numberId: Uuid, turn: Turn, pace: NumberPace): Promise<void> {
    const state = pace.state(this.clock.now().getTime());
    await this.database
      .agencyTransaction(ctx, (tx) => this.turns.release(tx, numberId, turn.token, state))
      .catch((error: unknown) => this.logger.failure('turn not released', error, { agencyId: ctx.agencyId, numberId }));
  }
}

interface HeldTurn {
  readonly ctx: AgencyContext;
  readonly number: NumberForSending;
  readonly turn: Turn;
  readonly pace: NumberPace;
  readonly run: TurnRun;
  readonly watch: { isCurrent: boolean };
}
