import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type AuditAction, AuditService } from '#libs/audit';
import { AgencyDatabase } from '#libs/database';
import { type AgencyContext, Clock, type Uuid } from '#libs/kernel';
import { CIRCUIT_OPEN, PhoneNumbersService, type SendingNumber } from '#libs/phone-numbers';
import type { SettledAttempt } from './attempt.js';
import { CallWindow } from './call-window.js';
import type { Consequence } from './consequence.js';
import type { Room } from './pacing.js';

/** A circuit that is open lets one call through after each of these. */
const PROBE_EVERY_MS = 10_000;
/** A retry beyond the budget waits until the calls that used it up are forgotten. */
const OVER_BUDGET_MS = 30_000;
const MOST_NUMBERS = 10_000;

interface Watched {
  readonly window: CallWindow;
  /** Nothing is claimed before. */
  openUntil: number;
  probedAt: number;
}

/**
 * Stops a number when its calls go wrong, so that a provider in trouble is left alone and messages do not come into doubt
 * by the thousand. That it is open stands in the number's row and outlives the worker; what led to it is counted anew by
 * whoever holds the number next.
 */
@Injectable()
export class CircuitBreaker {
  private readonly watched = new LRUCache<Uuid, Watched>({ max: MOST_NUMBERS });

  constructor(
    private readonly database: AgencyDatabase,
    private readonly numbers: PhoneNumbersService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** How much of the room may be used now: all, none, or one message to see whether it works again. */
  room(number: SendingNumber, { all, ordinary }: Room): Room {
    const most = this.most(number);
    return { all: Math.min(all, most), ordinary: Math.min(ordinary, most) };
  }

  private most(number: SendingNumber): number {
    const now = this.clock.now().getTime();
    const one = this.of(number.id);
    if (one.openUntil > now) return 0;
    if (number.heldReason !== CIRCUIT_OPEN) return Number.POSITIVE_INFINITY;
    if (now - one.probedAt < PROBE_EVERY_MS) return 0;
    one.probedAt = now;
    return 1;
  }

  /** A retry keeps its time while retries are a tenth of all calls; later ones wait for room in that budget. */
  budgeted(numberId: Uuid, consequence: Consequence, now: Date): Consequence {
    const { move, requeue } = consequence;
    if (move !== 'retry' || !requeue?.runAt) return consequence;
    const { window } = this.of(numberId);
    const isWithin = window.mayRetry(now.getTime());
    if (isWithin) window.count(now.getTime(), { retries: 1 });
    const earliest = new Date(now.getTime() + (isWithin ? 0 : OVER_BUDGET_MS));
    return requeue.runAt >= earliest ? consequence : { ...consequence, requeue: { ...requeue, runAt: earliest } };
  }

  /** Counts what became of calls, and opens or closes the circuit. After the settling, in a transaction of its own. */
  async observe(
    ctx: AgencyContext,
    number: SendingNumber,
    settled: readonly SettledAttempt[],
    now: Date,
  ): Promise<void> {
    const calls = settled.filter(({ outcome }) => outcome.kind !== 'not_written');
    if (calls.length === 0) return;
    const probes = number.heldReason === CIRCUIT_OPEN ? calls.filter((one) => isProbe(number, one)) : [];
    if (probes.length > 0) {
      if (probes.some(isBad)) await this.open(ctx, number, now);
      else await this.close(ctx, number);
      return;
    }
    const { window, openUntil } = this.of(number.id);
    window.count(now.getTime(), { calls: calls.length, bad: calls.filter(isBad).length });
    if (openUntil <= now.getTime() && window.isBroken(now.getTime())) await this.open(ctx, number, now);
  }

  private async open(ctx: AgencyContext, number: SendingNumber, now: Date): Promise<void> {
    const until = new Date(now.getTime() + PROBE_EVERY_MS);
    const one = this.of(number.id);
    one.openUntil = until.getTime();
    one.window.clear();
    const isNew = number.heldReason !== CIRCUIT_OPEN;
    await this.database.agencyTransaction(ctx, async (tx) => {
      await this.numbers.renewHold(tx, number.id, { reason: CIRCUIT_OPEN, until });
      if (isNew) await this.audit.record(tx, entryOf('control.circuit.opened', number.id));
    });
  }

  private async close(ctx: AgencyContext, number: SendingNumber): Promise<void> {
    const one = this.of(number.id);
    one.openUntil = 0;
    one.window.clear();
    await this.database.agencyTransaction(ctx, async (tx) => {
      const isClosed = await this.numbers.releaseHold(tx, number.id, CIRCUIT_OPEN);
      if (isClosed) await this.audit.record(tx, entryOf('control.circuit.closed', number.id));
    });
  }

  private of(numberId: Uuid): Watched {
    const known = this.watched.get(numberId);
    if (known) return known;
    const one = { window: new CallWindow(), openUntil: 0, probedAt: 0 };
    this.watched.set(numberId, one);
    return one;
  }
}

/** A fault of the provider, or an answer that nobody understood. */
function isBad({ outcome }: SettledAttempt): boolean {
  return outcome.kind === 'unknown' || (outcome.kind === 'refused' && outcome.errorClass === 'T');
}

/** Answers to calls that were made before the circuit opened say nothing about how it is now. */
function isProbe({ heldUntil }: SendingNumber, { attempt }: SettledAttempt): boolean {
  return heldUntil !== null && attempt.attemptedAt >= heldUntil;
}

function entryOf(type: 'control.circuit.opened' | 'control.circuit.closed', id: Uuid): AuditAction {
  return { type, target: { kind: 'phoneNumber', id } };
}
