import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { Clock, systemContext, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { AgencyRounds } from './agency-rounds.js';
import { InDoubtService } from './in-doubt.service.js';
import { isUrgent, LANES } from './lanes.js';
import { MessageStatusService } from './message-status.service.js';
import { NumberPump, type TurnResult } from './number-pump.service.js';
import { SendingMetrics } from './sending-metrics.js';
import { TURN_SLOTS } from './turn-slots.js';

const SWEEP_EVERY_MS = 1_000;
/** Ages are looked at by people and alarms: they need not be younger than this. */
const AGES_EVERY_MS = 5_000;

interface RunningNumber {
  readonly isUrgent: boolean;
  /** Somebody hinted at work after this turn had begun. */
  isAskedAgain: boolean;
  done: Promise<void>;
}

interface DueNumber {
  readonly agency_id: Uuid;
  readonly phone_number_id: Uuid;
  readonly lane: number;
  readonly due_since: Date;
  readonly weight: number;
}

interface OldestDue {
  readonly agency_id: Uuid;
  readonly lane: number;
  readonly due_since: Date;
}

/** A number that found no free slot. */
interface WaitingNumber {
  readonly agencyId: Uuid;
  readonly weight: number;
  readonly isUrgent: boolean;
}

interface LeftBehind {
  readonly agency_id: Uuid;
  readonly phone_number_id: Uuid;
  readonly what: 'lease' | 'in_doubt' | 'orphan';
}

/**
 * Gives numbers their turns in this process. Hints from Redis only make it quicker: every second it looks into Postgres
 * itself, so a lost Redis costs a second and no message.
 */
@Injectable()
export class SendingSweeper {
  /** Numbers with a turn in this process, and whether it began for something urgent. */
  private readonly running = new Map<Uuid, RunningNumber>();
  private readonly waiting = new Map<Uuid, WaitingNumber>();
  private readonly rounds = { urgent: new AgencyRounds(), ordinary: new AgencyRounds() };
  private readonly weights = new Map<Uuid, number>();
  private readonly timers: NodeJS.Timeout[] = [];
  private agesShownMs = Number.NEGATIVE_INFINITY;
  private isStopping = false;
  private isSweeping = false;

  constructor(
    private readonly database: AgencyDatabase,
    private readonly pump: NumberPump,
    private readonly inDoubt: InDoubtService,
    private readonly statuses: MessageStatusService,
    private readonly metrics: SendingMetrics,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.timers.push(setInterval(() => void this.sweep(), SWEEP_EVERY_MS));
  }

  /** Begins nothing more and waits for the turns that run: what is claimed is sent and settled. */
  async stop(): Promise<void> {
    this.isStopping = true;
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all([...this.running.values()].map(({ done }) => done));
    await this.pump.finish();
  }

  /** Gives the number a turn unless it has one here already; where the slots of its urgency are taken, it waits for one. */
  offer(agencyId: Uuid, numberId: Uuid, lane: number): void {
    const running = this.running.get(numberId);
    if (running) {
      // The turn may just be ending because it found nothing; what came since must not wait for the next sweep.
      running.isAskedAgain = true;
      return;
    }
    if (this.isStopping) return;
    const urgent = isUrgent(lane);
    const isKnownUrgent = this.waiting.get(numberId)?.isUrgent === true;
    const weight = this.weights.get(agencyId) ?? 1;
    this.waiting.set(numberId, { agencyId, weight, isUrgent: urgent || isKnownUrgent });
    this.fillSlots(urgent);
  }

  /** Numbers of all agencies wait for the slots; agencies take turns by what they had, within one by who came first. */
  private fillSlots(urgent: boolean): void {
    while (!this.isStopping && !this.isFull(urgent)) {
      const waiting = [...this.waiting].filter(([, number]) => number.isUrgent === urgent);
      const weights = new Map(waiting.map(([, { agencyId, weight }]) => [agencyId, weight]));
      const next = this.roundsOf(urgent).next(weights);
      const [numberId] = waiting.find(([, { agencyId }]) => agencyId === next) ?? [];
      if (next === undefined || numberId === undefined) return;
      this.waiting.delete(numberId);
      this.begin(next, numberId, urgent);
    }
  }

  private begin(agencyId: Uuid, numberId: Uuid, urgent: boolean): void {
    const started: RunningNumber = { isUrgent: urgent, isAskedAgain: false, done: Promise.resolve() };
    this.running.set(numberId, started);
    started.done = this.runToEnd(agencyId, numberId, started);
  }

  private async runToEnd(agencyId: Uuid, numberId: Uuid, running: RunningNumber): Promise<void> {
    const isLeft = await this.runTurns(agencyId, numberId, running);
    this.running.delete(numberId);
    // Behind the others that wait; the next sweep sees whether what is left is urgent.
    if (isLeft) this.offer(agencyId, numberId, LANES.bulk);
    this.fillSlots(running.isUrgent);
  }

  private roundsOf(urgent: boolean): AgencyRounds {
    return urgent ? this.rounds.urgent : this.rounds.ordinary;
  }

  private isFull(urgent: boolean): boolean {
    const limit = urgent ? TURN_SLOTS.urgent : TURN_SLOTS.ordinary;
    return [...this.running.values()].filter(({ isUrgent }) => isUrgent === urgent).length >= limit;
  }

  /** A number goes on while it has work and no other number waits for the slot. @returns whether it left work behind */
  private async runTurns(agencyId: Uuid, numberId: Uuid, running: RunningNumber): Promise<boolean> {
    try {
      let result: TurnResult;
      do {
        running.isAskedAgain = false;
        const begunMs = this.clock.monotonicMs();
        result = await this.pump.takeTurn(agencyId, numberId);
        this.roundsOf(running.isUrgent).charge(agencyId, this.clock.monotonicMs() - begunMs);
      } while (this.mayGoOn(result, running));
      return result === 'more' && !this.isStopping;
    } catch (error) {
      this.logger.failure('turn failed', error, { agencyId, numberId });
      return false;
    }
  }

  private mayGoOn(result: TurnResult, { isAskedAgain, isUrgent: urgent }: RunningNumber): boolean {
    if (this.isStopping || this.isWaitedFor(urgent)) return false;
    return result === 'more' || (result === 'idle' && isAskedAgain);
  }

  private isWaitedFor(urgent: boolean): boolean {
    return [...this.waiting.values()].some((number) => number.isUrgent === urgent);
  }

  private async sweep(): Promise<void> {
    if (this.isSweeping) return;
    this.isSweeping = true;
    try {
      await this.sweepDue();
      await this.sweepLeftBehind();
    } catch (error) {
      this.logger.failure('sweep failed', error);
    } finally {
      this.isSweeping = false;
    }
  }

  private async sweepDue(): Promise<void> {
    const due = await this.database.acrossAgencies<DueNumber>('due_numbers', [this.clock.now()]);
    this.weights.clear();
    for (const { agency_id, weight } of due) this.weights.set(agency_id, weight);
    for (const { agency_id, phone_number_id, lane } of due) this.offer(agency_id, phone_number_id, lane);
    await this.showAges();
  }

  private async showAges(): Promise<void> {
    if (this.clock.monotonicMs() - this.agesShownMs < AGES_EVERY_MS) return;
    this.agesShownMs = this.clock.monotonicMs();
    const now = this.clock.now();
    const oldest = await this.database.acrossAgencies<OldestDue>('oldest_due', [now]);
    this.metrics.showOldestDue(
      oldest.map(({ agency_id: agencyId, lane, due_since }) => ({
        agencyId,
        lane,
        seconds: Math.max(0, (now.getTime() - due_since.getTime()) / 1000),
      })),
    );
  }

  private async sweepLeftBehind(): Promise<void> {
    const numbers = await this.database.acrossAgencies<LeftBehind>('expired_leases', [this.clock.now()]);
    for (const number of numbers) {
      // One number's fault must not keep the others from being looked after.
      await this.lookAfter(number).catch((error: unknown) => {
        const { agency_id: agencyId, phone_number_id: numberId, what } = number;
        this.logger.failure('number not looked after', error, { agencyId, numberId, what });
      });
    }
  }

  private async lookAfter({ agency_id, phone_number_id, what }: LeftBehind): Promise<void> {
    const ctx = systemContext(agency_id);
    if (what === 'lease') await this.inDoubt.recoverExpired(ctx, phone_number_id);
    else if (what === 'in_doubt') await this.inDoubt.decideDue(ctx, phone_number_id);
    else await this.statuses.joinWaiting(ctx, phone_number_id);
  }
}
