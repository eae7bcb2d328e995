import { Injectable } from '@nestjs/common';
import { AgencyDatabase } from '#libs/database';
import { Clock, systemContext, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { JOBS } from '#libs/queue';
import { InDoubtService } from './in-doubt.service.js';
import { isUrgent } from './lanes.js';
import { MessageStatusService } from './message-status.service.js';
import { NumberPump, type TurnResult } from './number-pump.service.js';
import { SendingMetrics } from './sending-metrics.js';

const SWEEP_EVERY_MS = 1_000;

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
  private readonly timers: NodeJS.Timeout[] = [];
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

  /** Gives the number a turn unless it has one here already or the slots of its urgency are taken. */
  offer(agencyId: Uuid, numberId: Uuid, lane: number): void {
    const running = this.running.get(numberId);
    if (running) {
      // The turn may just be ending because it found nothing; what came since must not wait for the next sweep.
      running.isAskedAgain = true;
      return;
    }
    if (this.isStopping || this.isFull(isUrgent(lane))) return;
    const started: RunningNumber = { isUrgent: isUrgent(lane), isAskedAgain: false, done: Promise.resolve() };
    this.running.set(numberId, started);
    started.done = this.runTurns(agencyId, numberId, started).finally(() => this.running.delete(numberId));
  }

  private isFull(urgent: boolean): boolean {
    const limit = urgent ? JOBS.sendUrgent.concurrency : JOBS.sendBulk.concurrency;
    return [...this.running.values()].filter(({ isUrgent }) => isUrgent === urgent).length >= limit;
  }

  /** A number goes on while it has work and no other number waits for the slot. */
  private async runTurns(agencyId: Uuid, numberId: Uuid, running: RunningNumber): Promise<void> {
    try {
      let result: TurnResult;
      do {
        running.isAskedAgain = false;
        result = await this.pump.takeTurn(agencyId, numberId);
      } while (this.mayGoOn(result, running));
    } catch (error) {
      this.logger.failure('turn failed', error, { agencyId, numberId });
    }
  }

  private mayGoOn(result: TurnResult, { isAskedAgain }: RunningNumber): boolean {
    if (this.isStopping || this.isFull(false)) return false;
    return result === 'more' || (result === 'idle' && isAskedAgain);
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
    this.metrics.showOldestDue(oldestByLane(due, this.clock.now()));
    for (const { agency_id, phone_number_id, lane } of due) this.offer(agency_id, phone_number_id, lane);
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

function oldestByLane(due: readonly DueNumber[], now: Date): Map<number, number> {
  const ages = new Map<number, number>();
  for (const { lane, due_since } of due) {
    const age = (now.getTime() - due_since.getTime()) / 1000;
    ages.set(lane, Math.max(ages.get(lane) ?? 0, age));
  }
  return ages;
}
