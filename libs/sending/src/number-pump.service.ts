import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock, newId, systemContext, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { type NumberForSending, PhoneNumbersService } from '#libs/phone-numbers';
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

  constructor(
    private readonly database: AgencyDatabase,
    private readonly turns: NumberTurnsRepository,
    private readonly numbers: PhoneNumbersService,
    private readonly outbox: OutboxRepository,
    private readonly claims: ClaimService,
    private readonly settlement: SettleService,
    private readonly clients: CloudApiClients,
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
      claim: (limit) => this.claims.claim(ctx, number, limit),
      settle: (settled) => this.settlement.settle(ctx, number, settled),
      isCurrent: () => watch.isCurrent,
    });
    const renewal = this.keepRenewing({ ctx, number, turn, pace, run, watch });
    try {
      const { hasMore } = await run.until(this.clock.monotonicMs() + this.env.SENDING_TURN_MS);
      return hasMore ? 'more' : 'idle';
    } finally {
      clearInterval(renewal);
      await this.release(ctx, number.id, turn, pace);
    }
  }

  private keepRenewing(held: HeldTurn): NodeJS.Timeout {
    let sinceRenewal = 0;
    return setInterval(() => {
      sinceRenewal += EPOCH_EVERY_MS;
      const isRenewal = sinceRenewal >= RENEW_EVERY_MS;
      if (isRenewal) sinceRenewal = 0;
      this.checkTurn(held, isRenewal).catch((error: unknown) => {
        // Nothing is known about the turn any more, so nothing more is written under it.
        held.watch.isCurrent = false;
        this.logger.failure('turn not renewed', error, { agencyId: held.ctx.agencyId, numberId: held.number.id });
      });
    }, EPOCH_EVERY_MS);
  }

  /** Ends the turn when it was lost, or when a withdrawal came in: what is claimed then goes through the gate again. */
  private async checkTurn({ ctx, number, turn, pace, run, watch }: HeldTurn, isRenewal: boolean): Promise<void> {
    const now = this.clock.now();
    const epoch = await this.database.agencyTransaction(ctx, async (tx) => {
      if (!isRenewal) return this.turns.suppressionEpoch(tx);
      await this.renewLeases(tx, run, now);
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
