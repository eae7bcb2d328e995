import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Env } from '#libs/config';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, type Uuid } from '#libs/kernel';
import type { SendingNumber } from '#libs/phone-numbers';
import type { Attempt } from './attempt.js';
import { DispatchCheck, type DispatchVerdict } from './dispatch-check.service.js';
import { DispatchRecord } from './dispatch-record.service.js';
import type { LaneShares } from './lane-shares.js';
import { isUrgent, LANES } from './lanes.js';
import type { DueMessage } from './message-row.js';
import { MOVES, mayMove } from './message-state.js';
import { MessagesRepository } from './messages.repository.js';
import { type ClaimedRow, OutboxRepository } from './outbox.repository.js';
import type { Room } from './pacing.js';
import type { PairPacing } from './pair-pacing.js';
import { type Leaving, PortfolioLimit } from './portfolio-limit.service.js';
import { restrained } from './quality-restraint.js';
import { SpendLimit } from './spend-limit.service.js';
import type { Claimed } from './turn-run.js';

/** What the holder of a turn remembers of its number between claims. */
export interface NumberMemory {
  readonly shares: LaneShares;
  readonly pairs: PairPacing;
}

interface Decided {
  readonly row: ClaimedRow;
  readonly message: DueMessage;
  readonly verdict: DispatchVerdict;
}

/**
 * Claims due messages of one number and commits the intent to send them, all in one transaction: the lease, the gate asked
 * again, the state, the attempt and the audit entry. A batch costs a handful of statements, however large it is.
 */
@Injectable()
export class ClaimService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly outbox: OutboxRepository,
    private readonly messages: MessagesRepository,
    private readonly record: DispatchRecord,
    private readonly check: DispatchCheck,
    private readonly portfolio: PortfolioLimit,
    private readonly spend: SpendLimit,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  async claim(ctx: AgencyContext, number: SendingNumber, room: Room, memory: NumberMemory): Promise<Claimed> {
    const now = this.clock.now();
    const plan = {
      numberId: number.id,
      room,
      lanes: restrained(memory.shares.plan(room), number, now),
      now,
      leaseUntil: new Date(now.getTime() + this.env.SENDING_LEASE_MS),
    };
    const taken = new TakenPairs(memory.pairs);
    try {
      const { rows, attempts } = await this.database.agencyTransaction(ctx, async (tx) => {
        taken.undo();
        const rows = await this.outbox.claim(tx, plan);
        const leased = rows.filter(({ isStopped }) => !isStopped);
        if (leased.length === 0) return { rows, attempts: [] };
        const checked = paced(await this.decide(tx, number, leased, now), taken, now);
        const decided = await this.withinLimit(tx, number, checked, now);
        await this.setAside(tx, decided, now);
        return { rows, attempts: await this.intend(tx, number, decided, now) };
      });
      memory.shares.count({ transactional: countOf(rows, LANES.transactional), bulk: countOf(rows, LANES.bulk) });
      return { attempts, found: rows.length, isFull: isFull(rows, room) };
    } catch (error) {
      taken.undo();
      throw error;
    }
  }

  private async decide(
    tx: AgencyTx,
    number: SendingNumber,
    rows: readonly ClaimedRow[],
    now: Date,
  ): Promise<Decided[]> {
    const due = await this.messages.listDue(
      tx,
      rows.map((row) => row.messageId),
    );
    const claimed = rows.flatMap((row) => {
      const message = due.get(row.messageId);
      return message ? [{ row, message }] : [];
    });
    const verdicts = await this.check.assess(
      tx,
      number,
      claimed.map(({ message }) => message),
      now,
    );
    return claimed.map((pair, index) => ({ ...pair, verdict: verdicts[index] ?? { kind: 'settled' } }));
  }

  private async withinLimit(
    tx: AgencyTx,
    number: SendingNumber,
    decided: readonly Decided[],
    now: Date,
  ): Promise<Decided[]> {
    const spending = waiting(decided, await this.spend.holdBack(tx, number, decided.flatMap(leaving), now));
    return waiting(spending, await this.portfolio.holdBack(tx, number, spending.flatMap(leaving), now));
  }

  /** What may not be sent now: suppressed, expired, already settled, or waiting for its template. */
  private async setAside(tx: AgencyTx, decided: readonly Decided[], now: Date): Promise<void> {
    const stopped = decided.flatMap(({ message, verdict }) => (verdict.kind === 'stop' ? [{ message, verdict }] : []));
    const postponed = decided.flatMap(({ message, verdict }) =>
      verdict.kind === 'wait' ? [{ message, verdict }] : [],
    );
    const done = decided.filter(({ verdict }) => verdict.kind === 'stop' || verdict.kind === 'settled');
    await this.outbox.remove(
      tx,
      done.map(({ message }) => message.id),
    );
    await this.outbox.requeue(
      tx,
      postponed.map(({ message, verdict }) => ({
        messageId: message.id,
        runAt: verdict.until,
        isAttempt: false,
        isWait: true,
      })),
    );
    const changes = stopped.map(({ message, verdict }) => ({
      id: message.id,
      state: MOVES[verdict.move].to,
      failureCode: verdict.code,
    }));
    await this.messages.changeStates(tx, changes, now);
    await this.audit.record(
      tx,
      stopped.map(({ message, verdict }) => ({
        type: verdict.move === 'expire' ? ('message.expired' as const) : ('message.suppressed' as const),
        target: { kind: 'message', id: message.id },
        subjectId: message.contactId,
        reason: verdict.code,
      })),
    );
  }

  private async intend(
    tx: AgencyTx,
    number: SendingNumber,
    decided: readonly Decided[],
    now: Date,
  ): Promise<Attempt[]> {
    const attempts = decided.flatMap(({ row, message, verdict }) =>
      verdict.kind === 'send' && mayMove(message.state, 'claim') ? [toAttempt(row, message, verdict, now)] : [],
    );
    if (attempts.length === 0) return [];
    await Promise.all([
      this.messages.openAttempts(
        tx,
        attempts.map(({ messageId }) => messageId),
        now,
      ),
      this.record.open(tx, number.id, attempts, now),
    ]);
    return attempts;
  }
}

/** What this claim took of the pair rule, to be given back when its transaction is run again or fails. */
class TakenPairs {
  private contactIds: Uuid[] = [];

  constructor(private readonly pairs: PairPacing) {}

  /** @returns when the message may leave, or null for now */
  take(contactId: Uuid, now: Date, urgent: boolean): Date | null {
    const until = this.pairs.take(contactId, now.getTime(), urgent);
    if (!until) this.contactIds.push(contactId);
    return until;
  }

  undo(): void {
    for (const contactId of this.contactIds) this.pairs.giveBack(contactId);
    this.contactIds = [];
  }
}

/** Meta lets a number write to one citizen only so often: the rest waits its turn, which is not an attempt. */
function paced(decided: readonly Decided[], pairs: TakenPairs, now: Date): Decided[] {
  return decided.map((one) => {
    const until = one.verdict.kind === 'send' ? pairs.take(one.message.contactId, now, isUrgent(one.row.lane)) : null;
    return until ? { ...one, verdict: { kind: 'wait', until } } : one;
  });
}

function leaving({ row, message, verdict }: Decided): Leaving[] {
  if (verdict.kind !== 'send') return [];
  const { id: messageId, contactId, kind } = message;
  return [
    {
      messageId,
      contactId,
      lane: row.lane,
      kind,
      category: verdict.category,
      body: () => verdict.toBody(message.attemptNo + 1),
    },
  ];
}

function waiting(decided: readonly Decided[], waits: ReadonlyMap<Uuid, Date>): Decided[] {
  return decided.map((one) => {
    const until = waits.get(one.message.id);
    return until ? { ...one, verdict: { kind: 'wait', until } } : one;
  });
}

function countOf(rows: readonly ClaimedRow[], lane: number): number {
  return rows.filter((row) => row.lane === lane).length;
}

function isFull(rows: readonly ClaimedRow[], { all, ordinary }: Room): boolean {
  const found = rows.filter(({ lane }) => lane > LANES.reply).length;
  return rows.length >= all || (ordinary > 0 && found >= ordinary);
}

function toAttempt(
  row: ClaimedRow,
  message: DueMessage,
  verdict: Extract<DispatchVerdict, { kind: 'send' }>,
  now: Date,
): Attempt {
  const attempt = message.attemptNo + 1;
  return {
    messageId: message.id,
    leaseToken: row.leaseToken,
    attempt,
    contactId: message.contactId,
    templateId: message.templateId,
    inDoubtPolicy: message.inDoubtPolicy ?? 'hold',
    tries: row.attempts,
    waits: row.waits,
    attemptedAt: now,
    body: verdict.toBody(attempt),
  };
}
