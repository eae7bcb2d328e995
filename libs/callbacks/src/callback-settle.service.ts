import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditService } from '#libs/audit';
import { FieldSealer, KeyRing } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { Clock, newId, systemContext, type Uuid } from '#libs/kernel';
import { LiveEvents } from '#libs/live';
import { MailRequests } from '#libs/mail';
import type { AttemptResult } from './attempt-result.js';
import { CallbackAttemptsRepository, type NewAttempt } from './callback-attempts.repository.js';
import { answerPlace } from './callback-attempts.service.js';
import {
  CallbackDeliveriesRepository,
  type ClaimedDelivery,
  type SettledDelivery,
} from './callback-deliveries.repository.js';
import { CallbackEndpointsRepository, type EndpointRow } from './callback-endpoints.repository.js';
import { CallbackEndpointsService, target } from './callback-endpoints.service.js';
import { CallbackMails, type CallbackNotice } from './callback-mails.service.js';
import { TEST_TYPE } from './callback-types.js';
import { afterRound, type EndpointHealth, isWarningDue, type Round } from './endpoint-health.js';
import { pauseAfter } from './retry-schedule.js';

/** One call that was made. */
export interface MadeCall {
  readonly delivery: ClaimedDelivery;
  readonly result: AttemptResult;
  readonly signature: string;
  readonly startedAt: Date;
}

interface Judged extends MadeCall {
  readonly next: SettledDelivery;
}

/** Writes down what a round of calls to one endpoint came to: deliveries, attempts and how the endpoint does. */
@Injectable()
export class CallbackSettle {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly endpoints: CallbackEndpointsRepository,
    private readonly endpointsService: CallbackEndpointsService,
    private readonly deliveries: CallbackDeliveriesRepository,
    private readonly attempts: CallbackAttemptsRepository,
    private readonly notices: CallbackMails,
    private readonly mails: MailRequests,
    private readonly live: LiveEvents,
    private readonly audit: AuditService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly clock: Clock,
  ) {}

  /** @returns whether the endpoint may be called again at once */
  async settle(agencyId: Uuid, endpointId: Uuid, calls: readonly MadeCall[]): Promise<boolean> {
    const now = this.clock.now();
    const judged = calls.map((call) => ({ ...call, next: nextOf(call, now) }));
    const rows = await this.toAttempts(agencyId, judged);
    const changed = await this.database.agencyTransaction(systemContext(agencyId), async (tx) => {
      const endpoint = await this.endpoints.lock(tx, endpointId);
      // Removed while it was called: nothing is left to write about.
      if (!endpoint) return null;
      await this.deliveries.settle(
        tx,
        endpointId,
        judged.map(({ next }) => next),
      );
      await this.attempts.insert(tx, endpointId, rows);
      return { before: endpoint, after: await this.updateHealth(tx, endpoint, judged, now) };
    });
    if (!changed) return false;
    await this.notify(agencyId, changed.before, changed.after, now);
    return changed.after.state !== 'off' && changed.after.circuitUntil === null;
  }

  private async updateHealth(
    tx: AgencyTx,
    before: EndpointRow,
    judged: readonly Judged[],
    now: Date,
  ): Promise<EndpointHealth> {
    const round = roundOf(judged);
    const after = afterRound(before, round, now);
    await this.endpoints.saveHealth(tx, before.id, after, now, round.succeeded > 0);
    await this.audit.record(tx, auditOf(before, after, judged));
    if (after.state === 'off' && before.state !== 'off') await this.endpointsService.tellInterests(tx);
    // The checklist of going live shows whether a call was answered.
    const isNew = after.state !== before.state || (round.succeeded > 0 && !before.hasSucceeded);
    if (isNew) await this.live.tell(tx, [{ topic: 'agency', ids: [tx.agencyId] }]);
    return after;
  }

  private async toAttempts(agencyId: Uuid, judged: readonly Judged[]): Promise<NewAttempt[]> {
    const keys = await this.keyRing.load(agencyId);
    return judged.map(({ delivery, result, signature, startedAt, next }) => {
      const id = newId();
      const { answer, answerType, isSuccess, httpStatus, fault, durationMs } = result;
      const answerSealed = answer && this.sealer.sealForAgency(keys, answerPlace(agencyId, id), answer);
      const attempt = delivery.attempts + 1;
      const nextAt = next.state === 'waiting' ? next.runAt : null;
      return {
        id,
        eventId: delivery.id,
        attempt,
        startedAt,
        durationMs,
        isSuccess,
        httpStatus,
        fault,
        nextAt,
        signature,
        answerSealed,
        answerType,
      };
    });
  }

  /** In a transaction of its own, because the readers are looked up; the first worker to note it sends the mails. */
  private async notify(agencyId: Uuid, before: EndpointRow, after: EndpointHealth, now: Date): Promise<void> {
    const notice = noticeOf(before, after, now);
    if (!notice) return;
    const ctx = systemContext(agencyId);
    const endpoint = { ...before, failingSince: after.failingSince ?? before.failingSince };
    const requests = await this.notices.about(ctx, notice, endpoint, now);
    await this.database.agencyTransaction(ctx, async (tx) => {
      const current = await this.endpoints.lock(tx, before.id);
      if (!current) return;
      if (notice === 'callback-failing') {
        if (!isWarningDue(current, now)) return;
        await this.endpoints.saveHealth(tx, before.id, { ...current, warnedAt: now }, now, false);
      }
      await this.mails.add(tx, requests);
    });
  }
}

function nextOf({ delivery, result }: MadeCall, now: Date): SettledDelivery {
  const held = { eventId: delivery.id, leaseToken: delivery.leaseToken };
  if (result.isSuccess) return { ...held, state: 'delivered', runAt: now };
  // A test that nobody took is an answer in itself.
  const pause = delivery.type === TEST_TYPE ? null : pauseAfter(delivery.attempts + 1, Math.random());
  if (pause === null) return { ...held, state: 'given-up', runAt: now };
  return { ...held, state: 'waiting', runAt: new Date(now.getTime() + pause) };
}

/** A test that failed says nothing about how the endpoint does; one that succeeded does. */
function roundOf(judged: readonly Judged[]): Round {
  const counted = judged.filter(({ delivery, result }) => result.isSuccess || delivery.type !== TEST_TYPE);
  const succeeded = counted.filter(({ result }) => result.isSuccess).length;
  return { succeeded, failed: counted.length - succeeded, isGone: counted.some(({ result }) => result.isGone) };
}

function auditOf(before: EndpointRow, after: EndpointHealth, judged: readonly Judged[]): AuditAction[] {
  const isBlocked = judged.some(({ result }) => result.fault === 'address-not-allowed');
  const actions: AuditAction[] = [];
  // Once for each time that it begins to fail, and not at each attempt.
  if (isBlocked && before.state === 'active')
    actions.push({ type: 'webhook_out.ssrf_blocked', target: target(before.id) });
  if (after.state === 'off' && before.state !== 'off') {
    actions.push({ type: 'webhook_out.disabled', target: target(before.id), reason: after.offReason ?? undefined });
  }
  return actions;
}

function noticeOf(before: EndpointRow, after: EndpointHealth, now: Date): CallbackNotice | null {
  if (after.state === 'off') return before.state === 'off' ? null : 'callback-off';
  return isWarningDue(after, now) ? 'callback-failing' : null;
}
