import { Injectable } from '@nestjs/common';
import { type AuditEntryType, AuditService, type JsonObject } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, newId, type Uuid } from '#libs/kernel';
import type { AccountsClient, GraphSubject } from '#libs/whatsapp';
import { AccountsClients } from './accounts-clients.service.js';
import { type GraphFailureMeaning, meaningOf } from './graph-failure.js';
import { NumberAttemptsRepository } from './number-attempts.repository.js';
import type { NumberDetails } from './number-details.js';
import { NumberOnboardingRepository } from './number-onboarding.repository.js';
import type { NumberForSending } from './phone-number.js';
import { numberBusy } from './phone-numbers.errors.js';
import { PhoneNumbersService } from './phone-numbers.service.js';

/** One thing that is asked of Meta about a number. */
export interface NumberStep<T> {
  readonly name: string;
  readonly entryType: AuditEntryType;
  /** Throws when the step comes too early; false when there is nothing left to do. */
  readonly isDue: (number: NumberDetails, now: Date) => boolean;
  /** In the transaction before the call. */
  readonly prepare?: (tx: AgencyTx) => Promise<void>;
  readonly ask: (client: AccountsClient, subject: GraphSubject, access: NumberForSending) => Promise<T>;
  /** What of the answer belongs in the log; nothing about people. */
  readonly detail?: (answer: T) => JsonObject;
  /** In the transaction after a call that went through. */
  readonly record?: (tx: AgencyTx, answer: T, now: Date) => Promise<void>;
  /** In the transaction after a call that Meta refused or that never left. */
  readonly undo?: (tx: AgencyTx) => Promise<void>;
}

interface Begun {
  readonly attemptId: Uuid;
  readonly access: NumberForSending;
}

/** Longer than a call to Meta takes; a process that died in the middle of one holds nobody up any longer than this. */
const CALL_ENDS_MS = 30_000;

/**
 * Takes a step in three parts: noted in one transaction, asked of Meta outside any, recorded in another. Whatever dies in
 * between leaves a pending attempt, which counts against Meta's limits, and a refresh brings the truth.
 */
@Injectable()
export class NumberStepsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly numbers: PhoneNumbersService,
    private readonly repository: NumberOnboardingRepository,
    private readonly attempts: NumberAttemptsRepository,
    private readonly clients: AccountsClients,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @returns false when the step had nothing left to do, so that Meta was not asked */
  async take<T>(ctx: AgencyContext, numberId: Uuid, step: NumberStep<T>): Promise<boolean> {
    const begun = await this.database.agencyTransaction(ctx, (tx) => this.begin(tx, numberId, step));
    if (!begun) return false;
    const { baseUrl, phoneNumberId: id, accessToken } = begun.access;
    let answer: T;
    try {
      answer = await this.clients.with(baseUrl, (client) => step.ask(client, { id, accessToken }, begun.access));
    } catch (error) {
      const meaning = meaningOf(step.name, error);
      await this.database.agencyTransaction(ctx, (tx) => this.recordFailure(tx, begun, step, meaning));
      throw meaning.error;
    }
    await this.database.agencyTransaction(ctx, (tx) => this.recordSuccess(tx, begun, step, answer));
    return true;
  }

  /** Asks Meta something that changes nothing, so that no attempt is noted. */
  async read<T>(
    ctx: AgencyContext,
    numberId: Uuid,
    name: string,
    ask: (client: AccountsClient, subject: GraphSubject) => Promise<T>,
  ): Promise<T> {
    const access = await this.database.agencyTransaction(ctx, (tx) => this.numbers.forSending(tx, numberId));
    const { baseUrl, phoneNumberId: id, accessToken } = access;
    try {
      return await this.clients.with(baseUrl, (client) => ask(client, { id, accessToken }));
    } catch (error) {
      const { error: refusal, tokenState } = meaningOf(name, error);
      if (tokenState) {
        await this.database.agencyTransaction(ctx, (tx) =>
          this.repository.setToken(tx, numberId, tokenState, this.clock.now()),
        );
      }
      throw refusal;
    }
  }

  private async begin<T>(tx: AgencyTx, numberId: Uuid, step: NumberStep<T>): Promise<Begun | null> {
    const now = this.clock.now();
    const number = await this.repository.getLocked(tx, numberId, now);
    if (isBeingAsked(number, now)) throw numberBusy();
    if (!step.isDue(number, now)) return null;
    const access = await this.numbers.forSending(tx, numberId);
    await step.prepare?.(tx);
    const attemptId = newId();
    await this.attempts.start(tx, { id: attemptId, numberId, step: step.name, at: now });
    return { attemptId, access };
  }

  private async recordSuccess<T>(tx: AgencyTx, begun: Begun, step: NumberStep<T>, answer: T): Promise<void> {
    const { id } = begun.access;
    const now = this.clock.now();
    await this.attempts.finish(tx, begun.attemptId, { outcome: 'succeeded', code: null, metaCode: null });
    await this.repository.setToken(tx, id, 'valid', now);
    await step.record?.(tx, answer, now);
    const detail = step.detail?.(answer);
    await this.audit.record(tx, {
      type: step.entryType,
      target: { kind: 'phoneNumber', id },
      ...(detail && { detail }),
    });
  }

  private async recordFailure<T>(
    tx: AgencyTx,
    { attemptId, access: { id } }: Begun,
    step: NumberStep<T>,
    { end, tokenState, error }: GraphFailureMeaning,
  ): Promise<void> {
    await this.attempts.finish(tx, attemptId, end);
    if (tokenState) await this.repository.setToken(tx, id, tokenState, this.clock.now());
    if (end.outcome !== 'unknown') await step.undo?.(tx);
    const outcome = end.outcome === 'unknown' ? 'unknown' : 'failure';
    await this.audit.record(tx, {
      type: step.entryType,
      outcome,
      target: { kind: 'phoneNumber', id },
      reason: error.code,
    });
  }
}

function isBeingAsked({ lastAttempt }: NumberDetails, now: Date): boolean {
  return lastAttempt?.outcome === 'pending' && now.getTime() - lastAttempt.at.getTime() < CALL_ENDS_MS;
}
