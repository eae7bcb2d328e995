import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, type Uuid } from '#libs/kernel';
import { InDoubtWindows } from './in-doubt-windows.js';
import { MessageEventsRepository } from './message-events.repository.js';
import type { LockedMessage } from './message-row.js';
import { MOVES, type Move } from './message-state.js';
import { MessagesRepository } from './messages.repository.js';
import { NumberTurnsRepository } from './number-turns.repository.js';
import { type InDoubtRow, OutboxRepository } from './outbox.repository.js';
import { SendingMetrics } from './sending-metrics.js';

const BATCH = 200;
/** Webhooks are understood within a second; a longer wait is a backlog. */
const TOLERATED_LAG_MS = 3_000;

/**
 * An automatic new attempt is safe as long as the way back from Meta is alive. After this many the doubt itself is the
 * problem, and a person decides.
 */
const MAX_AUTOMATIC_RESENDS = 2;

type Decision = 'resend' | 'unconfirm' | 'later';

interface Undecided {
  readonly row: InDoubtRow;
  readonly message: LockedMessage;
  readonly resends: number;
}

/** Attempts whose outcome is unknown: found after a worker died, and settled by echo, by time, or by a person. */
@Injectable()
export class InDoubtService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly outbox: OutboxRepository,
    private readonly messages: MessagesRepository,
    private readonly events: MessageEventsRepository,
    private readonly turns: NumberTurnsRepository,
    private readonly windows: InDoubtWindows,
    private readonly audit: AuditService,
    private readonly metrics: SendingMetrics,
    private readonly clock: Clock,
  ) {}

  /** Messages whose lease ran out: their intent was committed, so they may have been sent. @returns how many */
  async recoverExpired(ctx: AgencyContext, numberId: Uuid): Promise<number> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const now = this.clock.now();
      const rows = await this.outbox.lockExpired(tx, numberId, now, BATCH);
      if (rows.length === 0) return 0;
      const locked = await this.messages.lock(
        tx,
        rows.map((row) => row.messageId),
      );
      const doubtful = pairs(rows, locked).filter(({ message }) => message.state === 'sending');
      await this.outbox.putInDoubt(
        tx,
        rows.map(({ messageId, attemptedAt }) => {
          const inDoubtPolicy = locked.get(messageId)?.inDoubtPolicy ?? 'hold';
          return { messageId, decideAt: this.windows.decideAt({ attemptedAt, inDoubtPolicy }) };
        }),
      );
      await this.move(
        tx,
        doubtful.map(({ message }) => message),
        'doubt',
        now,
      );
      return rows.length;
    });
  }

  /** Decides what has waited long enough. @returns how many attempts were looked at */
  async decideDue(ctx: AgencyContext, numberId: Uuid): Promise<number> {
    // The echo may be among the webhooks that came in and were not understood yet, after an outage of all workers say.
    if (await this.isBehindOnWebhooks()) return 0;
    return this.database.agencyTransaction(ctx, async (tx) => {
      const now = this.clock.now();
      const rows = await this.outbox.lockUndecided(tx, numberId, now, BATCH);
      if (rows.length === 0) return 0;
      const ids = rows.map((row) => row.messageId);
      const locked = await this.messages.lock(tx, ids);
      const resends = await this.events.countResends(tx, ids);
      const undecided = pairs(rows, locked).map((pair) => ({ ...pair, resends: resends.get(pair.message.id) ?? 0 }));
      await this.carryOut(tx, numberId, undecided, now);
      return rows.length;
    });
  }

  private async isBehindOnWebhooks(): Promise<boolean> {
    const [waiting] = await this.database.acrossAgencies<{ received_at: Date }>('oldest_waiting_webhook');
    return waiting !== undefined && this.clock.now().getTime() - waiting.received_at.getTime() > TOLERATED_LAG_MS;
  }

  private async carryOut(tx: AgencyTx, numberId: Uuid, undecided: readonly Undecided[], now: Date): Promise<void> {
    const isAlive = await this.aliveChecks(tx, numberId, undecided, now);
    const decided = undecided.map((one) => ({ ...one, decision: this.decide(one, isAlive, now) }));
    const having = (decision: Decision) =>
      decided.filter((one) => one.decision === decision).map(({ message }) => message);
    const resend = having('resend');
    const unconfirm = having('unconfirm');
    this.metrics.countDecisions('resend', resend.length);
    this.metrics.countDecisions('unconfirm', unconfirm.length);
    await this.outbox.requeue(
      tx,
      resend.map(({ id }) => ({ messageId: id, runAt: now, isAttempt: false, isWait: false })),
    );
    await this.move(tx, resend, 'resend', now);
    await this.outbox.remove(
      tx,
      unconfirm.map(({ id }) => id),
    );
    await this.move(tx, unconfirm, 'unconfirm', now);
    const later = having('later');
    const policy = later[0]?.inDoubtPolicy ?? 'resend_checked';
    await this.outbox.decideLater(
      tx,
      later.map(({ id }) => id),
      this.windows.recheckAt(now, policy),
    );
  }

  private decide({ row, message, resends }: Undecided, isAlive: (since: Date) => boolean, now: Date): Decision {
    const policy = message.inDoubtPolicy ?? 'hold';
    const isOver = message.expiresAt !== null && message.expiresAt <= now;
    if (policy === 'hold' || isOver || resends >= MAX_AUTOMATIC_RESENDS) return 'unconfirm';
    if (isAlive(this.windowEnd({ row, message }))) return 'resend';
    return now >= this.windows.givesUpAt(row.attemptedAt, policy) ? 'unconfirm' : 'later';
  }

  /**
   * Enough webhooks came for this number after the window, so the way back was open when the echo had long been due. Those
   * that came within the window prove nothing: an outage may have begun behind them. One query for each second in which
   * windows ended; a dead worker leaves a few.
   */
  private async aliveChecks(
    tx: AgencyTx,
    numberId: Uuid,
    undecided: readonly Undecided[],
    now: Date,
  ): Promise<(since: Date) => boolean> {
    const ends = undecided.map((one) => nextStep(this.windowEnd(one)));
    const steps = [...new Set(ends)].filter((step) => step <= now.getTime());
    const alive = new Map<number, boolean>();
    for (const step of steps) {
      const webhooks = await this.turns.webhooksSince(tx, numberId, new Date(step));
      alive.set(step, webhooks >= this.windows.minimumWebhooks);
    }
    return (since) => alive.get(nextStep(since)) ?? false;
  }

  private windowEnd({ row, message }: Pick<Undecided, 'row' | 'message'>): Date {
    const inDoubtPolicy = message.inDoubtPolicy ?? 'hold';
    return this.windows.decideAt({ attemptedAt: row.attemptedAt, inDoubtPolicy });
  }

  private async move(tx: AgencyTx, moved: readonly LockedMessage[], move: Move, now: Date): Promise<void> {
    await this.messages.changeStates(
      tx,
      moved.map(({ id }) => ({ id, state: MOVES[move].to })),
      now,
    );
    await this.events.add(
      tx,
      moved.map(({ id, attemptNo }) => ({
        messageId: id,
        attempt: attemptNo,
        kind: 'move' as const,
        seq: MOVE_SEQ[move] ?? 0,
        status: move,
        recordedAt: now,
      })),
    );
    await this.audit.record(
      tx,
      moved.flatMap((message) => auditOf(message, move)),
    );
  }
}

const MOVE_SEQ: Partial<Record<Move, number>> = { doubt: 1, resend: 2, unconfirm: 3, cancel: 4 };

const STEP_MS = 1_000;

/** Webhooks are counted by the second; those of the moment's own second may be older than it and do not count. */
function nextStep(at: Date): number {
  return (Math.floor(at.getTime() / STEP_MS) + 1) * STEP_MS;
}

function pairs(
  rows: readonly InDoubtRow[],
  locked: ReadonlyMap<Uuid, LockedMessage>,
): { row: InDoubtRow; message: LockedMessage }[] {
  return rows.flatMap((row) => {
    const message = locked.get(row.messageId);
    return message ? [{ row, message }] : [];
  });
}

function auditOf({ id, contactId }: LockedMessage, move: Move): AuditAction[] {
  const target = { kind: 'message', id };
  if (move === 'doubt') return [{ type: 'message.in_doubt', target, subjectId: contactId, reason: 'lease-expired' }];
  if (move === 'resend') return [{ type: 'message.resent_by_policy', target, subjectId: contactId }];
  return [{ type: 'message.in_doubt_resolved', target, subjectId: contactId, outcome: 'unknown', reason: 'no-echo' }];
}
