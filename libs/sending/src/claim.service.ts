import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Env } from '#libs/config';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock } from '#libs/kernel';
import type { SendingNumber } from '#libs/phone-numbers';
import type { Attempt } from './attempt.js';
import { DispatchCheck, type DispatchVerdict } from './dispatch-check.service.js';
import { LANES } from './lanes.js';
import { MessageEventsRepository } from './message-events.repository.js';
import type { DueMessage } from './message-row.js';
import { MOVES, mayMove } from './message-state.js';
import { MessagesRepository } from './messages.repository.js';
import { type ClaimedRow, OutboxRepository } from './outbox.repository.js';
import { restrained } from './quality-restraint.js';

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
    private readonly events: MessageEventsRepository,
    private readonly check: DispatchCheck,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** @returns the attempts to make now, and whether anything was due at all */
  async claim(
    ctx: AgencyContext,
    number: SendingNumber,
    limit: number,
  ): Promise<{ attempts: Attempt[]; found: number }> {
    const now = this.clock.now();
    const leaseUntil = new Date(now.getTime() + this.env.SENDING_LEASE_MS);
    return this.database.agencyTransaction(ctx, async (tx) => {
      const lanes = restrained(
        Object.values(LANES).map((lane) => ({ lane, most: limit })),
        number,
        now,
      );
      const rows = await this.outbox.claim(tx, { numberId: number.id, limit, lanes, now, leaseUntil });
      if (rows.length === 0) return { attempts: [], found: 0 };
      const decided = await this.decide(tx, number, rows, now);
      await this.setAside(tx, decided, now);
      return { attempts: await this.intend(tx, decided, now), found: rows.length };
    });
  }

  private async decide(
    tx: AgencyTx,
    number: SendingNumber,
    rows: readonly ClaimedRow[],
    now: Date,
  ): Promise<Decided[]> {
    const locked = await this.messages.lockDue(
      tx,
      rows.map((row) => row.messageId),
    );
    const claimed = rows.flatMap((row) => {
      const message = locked.get(row.messageId);
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

  private async intend(tx: AgencyTx, decided: readonly Decided[], now: Date): Promise<Attempt[]> {
    const attempts = decided.flatMap(({ row, message, verdict }) =>
      verdict.kind === 'send' && mayMove(message.state, 'claim') ? [toAttempt(row, message, verdict, now)] : [],
    );
    if (attempts.length === 0) return [];
    await Promise.all([
      this.messages.changeStates(
        tx,
        attempts.map(({ messageId, attempt }) => ({ id: messageId, state: MOVES.claim.to, attemptNo: attempt })),
        now,
      ),
      this.events.add(
        tx,
        attempts.map(({ messageId, attempt }) => ({
          messageId,
          attempt,
          kind: 'attempt' as const,
          seq: 0,
          status: 'sending',
          recordedAt: now,
        })),
      ),
      this.audit.record(
        tx,
        attempts.map(({ messageId, contactId }) => ({
          type: 'message.dispatched' as const,
          target: { kind: 'message', id: messageId },
          subjectId: contactId,
        })),
      ),
    ]);
    return attempts;
  }
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
