import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditService } from '#libs/audit';
import { ConsentsService } from '#libs/consent';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, type Uuid } from '#libs/kernel';
import { LiveEvents } from '#libs/live';
import type { MessageStatus } from '#libs/whatsapp';
import { CODE_STOPPED_MARKETING } from './error-actions.js';
import { MessageEventsRepository } from './message-events.repository.js';
import type { LockedMessage } from './message-row.js';
import { isEvidence, type MessageState, merge, rankOf } from './message-state.js';
import { MessagesRepository, type StateChange } from './messages.repository.js';
import { NumberTurnsRepository } from './number-turns.repository.js';
import { OutboxRepository } from './outbox.repository.js';
import {
  type MessageAttempt,
  type ProviderId,
  ProviderIdsRepository,
  type WaitingStatus,
} from './provider-ids.repository.js';
import { type KnownStatus, type ReceivedStatus, readStatus, statusEvent } from './received-status.js';
import { ResendOnce } from './resend-once.service.js';
import { SendingMetrics } from './sending-metrics.js';

/**
 * Applies provider statuses. Every part is idempotent and a maximum, so duplicates and any order give one result; locks are
 * taken in the order outbox rows, then messages, each by id.
 */
@Injectable()
export class MessageStatusService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly outbox: OutboxRepository,
    private readonly messages: MessagesRepository,
    private readonly events: MessageEventsRepository,
    private readonly providerIds: ProviderIdsRepository,
    private readonly turns: NumberTurnsRepository,
    private readonly consents: ConsentsService,
    private readonly resends: ResendOnce,
    private readonly audit: AuditService,
    private readonly live: LiveEvents,
    private readonly metrics: SendingMetrics,
    private readonly clock: Clock,
  ) {}

  /** Statuses of one phone number, from any number of webhooks; `receivedAt` is when the oldest of them came in. */
  async apply(
    ctx: AgencyContext,
    { numberId, receivedAt }: { readonly numberId: Uuid; readonly receivedAt: Date },
    statuses: readonly MessageStatus[],
  ): Promise<void> {
    if (statuses.length === 0) return;
    const now = this.clock.now();
    const received = statuses.map((status) => readStatus(status, now));
    await this.database.agencyTransaction(ctx, async (tx) => {
      const known = await this.identify(tx, numberId, received, now);
      await this.applyKnown(tx, numberId, known, now);
      await this.turns.recordWebhooks(tx, numberId, statuses.length, receivedAt);
    });
  }

  /** Statuses of a number that still wait for their message. */
  async joinWaiting(ctx: AgencyContext, numberId: Uuid): Promise<void> {
    const now = this.clock.now();
    await this.database.agencyTransaction(ctx, async (tx) => {
      const joined = await this.providerIds.takeJoinable(tx, numberId, now);
      await this.applyKnown(tx, numberId, joined.map(fromOrphan), now);
    });
  }

  /** Statuses that came before these messages' provider ids were known here. */
  async joinOrphansOf(tx: AgencyTx, numberId: Uuid, ids: readonly ProviderId[], now: Date): Promise<void> {
    const joined = await this.providerIds.takeOrphansOf(tx, ids);
    await this.applyKnown(tx, numberId, joined.map(fromOrphan), now);
  }

  /** By the echo of our own callback data, else by the provider's id; what nobody knows yet is kept for later. */
  private async identify(
    tx: AgencyTx,
    numberId: Uuid,
    received: readonly ReceivedStatus[],
    now: Date,
  ): Promise<KnownStatus[]> {
    const byWamid = await this.providerIds.find(
      tx,
      received.filter(({ echo }) => !echo).map(({ wamid }) => wamid),
    );
    const known: KnownStatus[] = [];
    const orphans: ReceivedStatus[] = [];
    for (const status of received) {
      const origin = status.echo ?? byWamid.get(status.wamid);
      if (origin) known.push({ ...status, messageId: origin.messageId, attempt: origin.attempt });
      else orphans.push(status);
    }
    await this.providerIds.keepOrphans(tx, numberId, orphans, now);
    return known;
  }

  private async applyKnown(tx: AgencyTx, numberId: Uuid, known: readonly KnownStatus[], now: Date): Promise<void> {
    if (known.length === 0) return;
    const ids = [...new Set(known.map(({ messageId }) => messageId))];
    await this.outbox.lock(tx, ids);
    const locked = await this.messages.lock(tx, ids);
    // An echo that names a message of another agency, or none, finds no row behind the fence and changes nothing.
    const own = known.filter(({ messageId, attempt }) => attempt <= (locked.get(messageId)?.attemptNo ?? -1));
    const echoed = own.flatMap(({ wamid, ...known }) => (wamid === undefined ? [] : [{ ...known, wamid }]));
    const added = await this.providerIds.add(tx, numberId, echoed, now);
    await this.countRepeated(
      tx,
      echoed.filter(({ wamid, messageId }) => added.has(wamid) && (locked.get(messageId)?.attemptNo ?? 0) > 1),
    );
    await this.events.add(
      tx,
      own.map((status) => statusEvent(status, now)),
    );
    const changes = changesOf(locked, own);
    await Promise.all([
      this.messages.changeStates(tx, changes, now),
      this.live.tell(tx, [{ topic: 'messages', ids: changes.map(({ id }) => id) }]),
    ]);
    await this.outbox.remove(
      tx,
      changes.filter(({ state }) => rankOf(state) >= rankOf('sent')).map(({ id }) => id),
    );
    await this.audit.record(
      tx,
      changes.flatMap((change) => auditOf(change, locked)),
    );
    await this.recordOptOuts(tx, own, locked, now);
    await this.resends.apply(
      tx,
      changes.filter(({ state }) => state === 'failed'),
    );
  }

  /** A late echo of an attempt after which another was accepted: the message went out twice, and that is disclosed. */
  private async countRepeated(tx: AgencyTx, echoed: readonly MessageAttempt[]): Promise<void> {
    if (echoed.length === 0) return;
    const ids = [...new Set(echoed.map(({ messageId }) => messageId))];
    this.metrics.countDuplicates(tx.agencyId, await this.providerIds.countAcceptedTwice(tx, ids));
  }

  private async recordOptOuts(
    tx: AgencyTx,
    statuses: readonly KnownStatus[],
    locked: ReadonlyMap<Uuid, LockedMessage>,
    now: Date,
  ): Promise<void> {
    for (const { code, messageId } of statuses) {
      const message = locked.get(messageId);
      if (code === CODE_STOPPED_MARKETING && message) {
        await this.consents.recordProviderStopIn(tx, { contactId: message.contactId, at: now });
      }
    }
  }
}

function fromOrphan(orphan: WaitingStatus & MessageAttempt): KnownStatus {
  const code = orphan.detail?.['code'];
  return { ...orphan, code: typeof code === 'number' ? code : null };
}

/** Folds all statuses of a message into at most one change. */
function changesOf(locked: ReadonlyMap<Uuid, LockedMessage>, statuses: readonly KnownStatus[]): StateChange[] {
  const changes = new Map<Uuid, StateChange & { state: MessageState }>();
  for (const { messageId, attempt, status, code } of statuses) {
    const message = locked.get(messageId);
    if (!message || !isEvidence(status)) continue;
    const before = changes.get(messageId);
    const merged = merge({ state: before?.state ?? message.state, attemptNo: message.attemptNo }, status, attempt);
    if (merged.state === (before?.state ?? message.state)) continue;
    changes.set(messageId, {
      id: messageId,
      state: merged.state,
      failureCode: merged.state === 'failed' ? String(code ?? '') : null,
      isAnomaly: merged.isAnomaly || before?.isAnomaly,
    });
  }
  return [...changes.values()];
}

/** Statuses are no actions and get no entry each; that a message failed, or that a doubt was resolved, is on the record. */
function auditOf(change: StateChange, locked: ReadonlyMap<Uuid, LockedMessage>): AuditAction[] {
  const message = locked.get(change.id);
  const target = { kind: 'message', id: change.id };
  const subjectId = message?.contactId;
  if (change.state === 'failed')
    return [{ type: 'message.failed', target, subjectId, reason: change.failureCode ?? undefined }];
  const wasInDoubt = message?.state === 'in_doubt' || message?.state === 'unconfirmed';
  return wasInDoubt ? [{ type: 'message.in_doubt_resolved', target, subjectId, reason: 'echo' }] : [];
}
