import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { IdempotencyService } from '#libs/idempotency';
import { type AgencyContext, Clock, DomainError, notFound, type Uuid } from '#libs/kernel';
import type { Idempotent, Once } from './gathered-accepts.service.js';
import type { LockedMessage } from './message-row.js';
import { mayMove } from './message-state.js';
import { MessagesRepository } from './messages.repository.js';
import { OutboxRepository } from './outbox.repository.js';
import { notCancellable } from './sending.errors.js';

/** What became of one message that was to be cancelled, at its place: null when it is cancelled now. */
export interface Cancellation {
  readonly id: Uuid;
  readonly refusal: DomainError | null;
}

type ToAnswer<T> = (results: readonly Cancellation[]) => T;

const OK = 200;

/** Stops messages that were not claimed yet. One that is cancelled already stays so, and that is no refusal. */
@Injectable()
export class MessageCancellations {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly messages: MessagesRepository,
    private readonly outbox: OutboxRepository,
    private readonly idempotency: IdempotencyService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async cancel(ctx: AgencyContext, id: Uuid): Promise<void> {
    const refusals = await this.database.agencyTransaction(ctx, (tx) => this.cancelIn(tx, [id]));
    const refusal = refusals.get(id);
    if (refusal) throw refusal;
  }

  /**
   * Many in one transaction, each by itself; what cannot be cancelled any more keeps no other from being cancelled.
   * @param toAnswer shapes the stored answer, so that a repeated request gets the very same one
   */
  cancelAll<T>(ctx: AgencyContext, ids: readonly Uuid[], once: Once, toAnswer: ToAnswer<T>): Promise<Idempotent<T>> {
    return this.database.agencyTransaction(ctx, (tx) =>
      this.idempotency.within(tx, once, async () => {
        const refusals = await this.cancelIn(tx, [...new Set(ids)]);
        const results = ids.map((id) => ({ id, refusal: refusals.get(id) ?? null }));
        return { status: OK, body: toAnswer(results) };
      }),
    );
  }

  /** The number of statements is the same for one and for a thousand. @returns why some of them are not cancelled */
  private async cancelIn(tx: AgencyTx, ids: readonly Uuid[]): Promise<Map<Uuid, DomainError>> {
    // Given in the order of locks: outbox rows first.
    const [, locked, visible] = await Promise.all([
      this.outbox.lock(tx, ids),
      this.messages.lock(tx, ids),
      this.messages.visible(tx, ids),
    ]);
    const refusals = new Map<Uuid, DomainError>();
    const going: LockedMessage[] = [];
    for (const id of ids) {
      const message = visible.has(id) ? locked.get(id) : undefined;
      if (!message) refusals.set(id, notFound());
      else if (mayMove(message.state, 'cancel')) going.push(message);
      else if (message.state !== 'cancelled') refusals.set(id, notCancellable(message.state));
    }
    if (going.length > 0) await this.stop(tx, going);
    return refusals;
  }

  private async stop(tx: AgencyTx, going: readonly LockedMessage[]): Promise<void> {
    await Promise.all([
      this.outbox.remove(
        tx,
        going.map(({ id }) => id),
      ),
      this.messages.changeStates(
        tx,
        going.map(({ id }) => ({ id, state: 'cancelled' as const })),
        this.clock.now(),
      ),
    ]);
    await this.audit.record(
      tx,
      going.map(({ id, contactId }) => {
        return { type: 'message.cancelled' as const, target: { kind: 'message', id }, subjectId: contactId };
      }),
    );
  }
}
