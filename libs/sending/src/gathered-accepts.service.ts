import { Injectable } from '@nestjs/common';
import { AgencyDatabase, isRowRefused } from '#libs/database';
import { IdempotencyService, type IdempotentRequest, type Outcome } from '#libs/idempotency';
import { type AgencyContext, DomainError, notFound } from '#libs/kernel';
import { type Acceptance, AcceptService } from './accept.service.js';
import { Gathering } from './gathering.js';
import { Refusals } from './refusals.service.js';
import type { AcceptedMessage, SendRequest } from './send-request.js';
import { SendingWakeUps } from './sending-wake-ups.service.js';

export interface Idempotent<T> {
  readonly body: T;
  readonly status: number;
  readonly replayed: boolean;
}

/** The `Idempotency-Key` of a request (undefined where it is optional and absent), its route and body. */
export type Once = IdempotentRequest;

export type ToAnswer<T> = (message: AcceptedMessage) => T;

/** A message to accept, and how its caller is answered. */
export interface Asked<T> {
  readonly request: SendRequest;
  readonly once: Once;
  readonly toAnswer: ToAnswer<T>;
}

interface AskedBy extends Asked<unknown> {
  readonly ctx: AgencyContext;
}

type Answer = Idempotent<unknown> | Error;

export const ACCEPTED = 202;

/**
 * A transaction costs a flush of the disk and some ten round trips, whether it accepts one message or a hundred. A second
 * group beside the first would halve both, and flush twice for the same messages.
 */
const LIMITS = { size: 100, groups: 1 };

/** Accepts messages that are asked for one by one, but at the same time by the same actor, in one transaction. */
@Injectable()
export class GatheredAccepts {
  private readonly gathering = new Gathering<AskedBy, Answer>((group) => this.acceptGroup(group), LIMITS);

  constructor(
    private readonly database: AgencyDatabase,
    private readonly acceptance: AcceptService,
    private readonly idempotency: IdempotencyService,
    private readonly refusals: Refusals,
    private readonly wakeUps: SendingWakeUps,
  ) {}

  /** Answers after commit. @throws DomainError with the refusal's code; it concerns this message alone */
  async accept<T>(ctx: AgencyContext, asked: Asked<T>): Promise<Idempotent<T>> {
    const { agencyId, actor, mode, requestId, ip } = ctx;
    const request = { ...asked.request, origin: { requestId, ip } };
    const answer = await this.gathering.add(`${agencyId}:${actor.id}:${mode}`, { ...asked, ctx, request });
    if (answer instanceof Error) throw answer;
    return answer as Idempotent<T>;
  }

  private async acceptGroup(group: readonly AskedBy[]): Promise<Answer[]> {
    try {
      return await this.acceptTogether(group);
    } catch (error) {
      // What one message brought about must not be the others' misfortune, so each is tried alone.
      if (group.length > 1 && isOfOne(error)) return Promise.all(group.map((one) => this.alone(one)));
      throw error;
    }
  }

  private async alone(one: AskedBy): Promise<Answer> {
    const [answer] = await this.acceptTogether([one]).catch((error: unknown) => [asError(error)]);
    return answer ?? notFound();
  }

  private async acceptTogether(group: readonly AskedBy[]): Promise<Answer[]> {
    const ctx = contextOf(group);
    let accepted: Acceptance[] = [];
    const answers = await this.database.agencyTransaction(ctx, (tx) =>
      this.idempotency.withinAll<unknown>(
        tx,
        group.map(({ once }) => once),
        async (places) => {
          const asked = places.flatMap((place) => group[place] ?? []);
          const outcomes = await this.acceptance.acceptAll(
            tx,
            asked.map(({ request }) => request),
          );
          accepted = outcomes.flatMap((one) => (one instanceof DomainError ? [] : [one]));
          return outcomes.map((outcome, index) => toOutcome(outcome, asked[index]));
        },
      ),
    );
    this.wakeUps.wakeFor(ctx, accepted);
    const refused = answers.flatMap((error, index) => {
      const origin = group[index]?.ctx;
      return error instanceof DomainError && origin ? [{ error, origin }] : [];
    });
    await this.refusals.record(ctx, refused);
    return answers;
  }
}

function contextOf([first]: readonly AskedBy[]): AgencyContext {
  if (!first) throw new Error('a group has at least one message');
  return first.ctx;
}

function toOutcome(outcome: Acceptance | DomainError, asked: AskedBy | undefined): Outcome<unknown> {
  if (outcome instanceof DomainError || !asked) return outcome instanceof DomainError ? outcome : notFound();
  return { status: ACCEPTED, body: asked.toAnswer(outcome.message) };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** A repeated key that came up meanwhile, or a row that PostgreSQL does not take; anything else would strike each again. */
function isOfOne(error: unknown): boolean {
  return error instanceof DomainError || isRowRefused(error);
}
