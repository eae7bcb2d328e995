import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditService } from '#libs/audit';
import { ContactsService } from '#libs/contacts';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, type Uuid } from '#libs/kernel';
import { LiveEvents } from '#libs/live';
import type { SendingNumber } from '#libs/phone-numbers';
import type { SendAccepted, SendOutcome } from '#libs/whatsapp';
import type { SettledAttempt } from './attempt.js';
import { CircuitBreaker } from './circuit-breaker.service.js';
import { type Consequence, consequenceOf } from './consequence.js';
import { InDoubtWindows } from './in-doubt-windows.js';
import { MessageEventsRepository } from './message-events.repository.js';
import type { LockedMessage } from './message-row.js';
import { MOVES, mayMove, merge } from './message-state.js';
import { MessageStatusService } from './message-status.service.js';
import { MessagesRepository, type StateChange } from './messages.repository.js';
import { OutboxRepository } from './outbox.repository.js';
import { type ProviderId, ProviderIdsRepository } from './provider-ids.repository.js';
import { SendingMetrics } from './sending-metrics.js';
import { SideEffects } from './side-effects.service.js';

/** What evidence is merged with. */
type Standing = Pick<LockedMessage, 'id' | 'state' | 'attemptNo'>;

interface Settling extends SettledAttempt {
  readonly message: LockedMessage;
  readonly consequence: Consequence;
}

/**
 * Writes down what became of attempts, in batches. Only rows still leased under the attempt's own token are touched: a
 * worker that was thought dead changes nothing, and its late answer is kept as evidence only.
 */
@Injectable()
export class SettleService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly outbox: OutboxRepository,
    private readonly messages: MessagesRepository,
    private readonly events: MessageEventsRepository,
    private readonly providerIds: ProviderIdsRepository,
    private readonly statuses: MessageStatusService,
    private readonly contacts: ContactsService,
    private readonly effects: SideEffects,
    private readonly circuit: CircuitBreaker,
    private readonly windows: InDoubtWindows,
    private readonly audit: AuditService,
    private readonly live: LiveEvents,
    private readonly metrics: SendingMetrics,
    private readonly clock: Clock,
  ) {}

  async settle(ctx: AgencyContext, number: SendingNumber, settled: readonly SettledAttempt[]): Promise<void> {
    if (settled.length === 0) return;
    const now = this.clock.now();
    const duplicates = await this.database.agencyTransaction(ctx, async (tx) => {
      // In the order of locks: outbox rows first.
      const fenced = await this.outbox.lockLeased(
        tx,
        settled.map(({ attempt }) => attempt),
      );
      const isPlain = (one: SettledAttempt) => fenced.has(one.attempt.messageId) && isPlainAcceptance(one.outcome);
      const locked = await this.lock(
        tx,
        settled.filter((one) => !isPlain(one)),
      );
      const states = new Map<Uuid, Standing>([...settled.filter(isPlain).map(asClaimed), ...locked]);
      const acceptances = await this.keepEvidence(tx, number, settled, states, now);
      const settling = settled.flatMap((one) => {
        const message = locked.get(one.attempt.messageId);
        if (!message || !fenced.has(message.id)) return [];
        return [{ ...one, message, consequence: this.circuit.budgeted(number.id, consequenceOf(one, now), now) }];
      });
      await this.applyConsequences(tx, settling, now);
      await this.effects.apply(tx, number, settling, now);
      await this.statuses.joinOrphansOf(tx, number.id, acceptances, now);
      return this.countRepeated(tx, acceptances);
    });
    this.metrics.countOutcomes(settled.map(({ outcome }) => outcome.kind));
    this.metrics.countDuplicates(ctx.agencyId, duplicates);
    await this.circuit.observe(ctx, number, settled, now);
  }

  /**
   * A message whose outbox row is still leased under the attempt's token is as the claim left it: whoever changes it locks
   * that row first, and evidence removes it. Only the others are looked at.
   */
  private async lock(tx: AgencyTx, settled: readonly SettledAttempt[]): Promise<Map<Uuid, LockedMessage>> {
    if (settled.length === 0) return new Map();
    return this.messages.lock(
      tx,
      settled.map(({ attempt }) => attempt.messageId),
    );
  }

  /**
   * What was seen is true whoever saw it: answers and provider ids are kept even from a fenced worker. A plain acceptance
   * is told by its provider id alone.
   */
  private async keepEvidence(
    tx: AgencyTx,
    number: SendingNumber,
    settled: readonly SettledAttempt[],
    states: ReadonlyMap<Uuid, Standing>,
    now: Date,
  ): Promise<ProviderId[]> {
    const notable = settled.filter(({ outcome }) => !isPlainAcceptance(outcome));
    const accepted = settled.flatMap((one) => {
      const { outcome } = one;
      return outcome.kind === 'accepted' ? [{ ...one, outcome }] : [];
    });
    const acceptances = accepted.map(({ attempt: { messageId, attempt }, outcome: { wamid } }) => {
      return { wamid, messageId, attempt };
    });
    const changes = accepted.flatMap(({ attempt }) => sentChange(states.get(attempt.messageId), attempt.attempt));
    await Promise.all([
      this.events.add(
        tx,
        notable.map((one) => outcomeEvent(one, now)),
      ),
      this.providerIds.keep(tx, number.id, acceptances, now),
      this.messages.markSent(
        tx,
        changes.filter(isPlainlySent).map(({ id }) => id),
        now,
      ),
      this.messages.changeStates(
        tx,
        changes.filter((change) => !isPlainlySent(change)),
        now,
      ),
      this.live.tell(tx, [{ topic: 'messages', ids: changes.map(({ id }) => id) }]),
      this.outbox.remove(
        tx,
        acceptances.map(({ messageId }) => messageId),
      ),
    ]);
    await this.contacts.addIdentities(tx, identitiesOf(number, accepted));
    return acceptances;
  }

  /** Of later attempts, how many messages the provider accepted before: each went out twice, and that is disclosed. */
  private async countRepeated(tx: AgencyTx, acceptances: readonly ProviderId[]): Promise<number> {
    const repeated = acceptances.filter(({ attempt }) => attempt > 1).map(({ messageId }) => messageId);
    return repeated.length === 0 ? 0 : this.providerIds.countAcceptedTwice(tx, repeated);
  }

  private async applyConsequences(tx: AgencyTx, settling: readonly Settling[], now: Date): Promise<void> {
    const moving = settling.filter(
      ({ message, consequence }) => consequence.move && mayMove(message.state, consequence.move),
    );
    const changes = moving.flatMap(({ message, consequence }): StateChange[] =>
      consequence.move
        ? [{ id: message.id, state: MOVES[consequence.move].to, failureCode: consequence.failureCode }]
        : [],
    );
    await this.messages.changeStates(tx, changes, now);
    await this.outbox.remove(
      tx,
      moving.filter(({ consequence }) => consequence.move === 'fail').map(({ message }) => message.id),
    );
    await this.outbox.requeue(
      tx,
      moving.flatMap(({ message, consequence }) =>
        consequence.requeue ? [{ messageId: message.id, ...consequence.requeue }] : [],
      ),
    );
    await this.outbox.putInDoubt(
      tx,
      moving
        .filter(({ consequence }) => consequence.move === 'doubt')
        .map(({ attempt }) => ({ messageId: attempt.messageId, decideAt: this.windows.decideAt(attempt) })),
    );
    await this.audit.record(tx, moving.flatMap(auditOf));
  }
}

function isPlainAcceptance(outcome: SendOutcome): boolean {
  return outcome.kind === 'accepted' && outcome.messageStatus !== 'held_for_quality_assessment';
}

function asClaimed({ attempt }: SettledAttempt): [Uuid, Standing] {
  return [attempt.messageId, { id: attempt.messageId, state: MOVES.claim.to, attemptNo: attempt.attempt }];
}

function sentChange(message: Standing | undefined, attempt: number): StateChange[] {
  if (!message) return [];
  const merged = merge(message, 'sent', attempt);
  return merged.state === message.state ? [] : [{ id: message.id, state: merged.state, isAnomaly: merged.isAnomaly }];
}

function isPlainlySent({ state, isAnomaly }: StateChange): boolean {
  return state === 'sent' && !isAnomaly;
}

/** Meta may deliver under another form of the number than the one written to (Brazil, Mexico), or tell a user id. */
function identitiesOf(number: SendingNumber, accepted: readonly (SettledAttempt & { outcome: SendAccepted })[]) {
  return accepted
    .filter(({ attempt, outcome }) => outcome.userId !== undefined || isOtherForm(attempt.body.to, outcome.waId))
    .map(({ attempt, outcome }) => ({
      contactId: attempt.contactId,
      waId: isOtherForm(attempt.body.to, outcome.waId) ? outcome.waId : undefined,
      userId: outcome.userId,
      portfolioId: number.portfolioId,
    }));
}

function isOtherForm(to: string | undefined, waId: string | undefined): boolean {
  return to !== undefined && waId !== undefined && to.replace('+', '') !== waId;
}

function outcomeEvent({ attempt, outcome }: SettledAttempt, now: Date) {
  const refusal = outcome.kind === 'refused' ? outcome.error : undefined;
  const reason = outcome.kind === 'unknown' || outcome.kind === 'not_written' ? outcome.reason : undefined;
  return {
    messageId: attempt.messageId,
    attempt: attempt.attempt,
    kind: 'outcome' as const,
    seq: 0,
    status: outcome.kind,
    recordedAt: now,
    httpStatus: 'httpStatus' in outcome ? outcome.httpStatus : null,
    providerCode: refusal?.code ?? null,
    detail: detailOf(outcome.kind === 'accepted' ? outcome.messageStatus : undefined, reason),
  };
}

function detailOf(messageStatus: string | undefined, reason: string | undefined): Record<string, string> | null {
  if (messageStatus === 'held_for_quality_assessment') return { held: messageStatus };
  return reason ? { reason } : null;
}

function auditOf({ message, consequence }: Settling): AuditAction[] {
  const target = { kind: 'message', id: message.id };
  if (consequence.move === 'fail') {
    return [
      { type: 'message.failed', target, subjectId: message.contactId, reason: consequence.failureCode ?? undefined },
    ];
  }
  return consequence.move === 'doubt' ? [{ type: 'message.in_doubt', target, subjectId: message.contactId }] : [];
}
