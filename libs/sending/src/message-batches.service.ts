import { Injectable } from '@nestjs/common';
import { DenialsService } from '#libs/access';
import { type AuditAction, AuditService, type JsonObject } from '#libs/audit';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { IdempotencyService } from '#libs/idempotency';
import { type AgencyContext, DomainError, toWireId } from '#libs/kernel';
import { type Acceptance, AcceptService } from './accept.service.js';
import type { Idempotent, Once } from './gathered-accepts.service.js';
import { repeatsIn } from './repeats-in.js';
import type { AcceptedMessage, SendRequest } from './send-request.js';
import { LANE_RESERVED } from './sending.errors.js';
import { SendingWakeUps } from './sending-wake-ups.service.js';

/** What became of one item of a batch, at its place. */
export type BatchResult =
  | {
      readonly message: AcceptedMessage /** An earlier item that says the same to the same person. */;
      readonly repeats?: number;
    }
  | { readonly refusal: DomainError };

type ToAnswer<T> = (results: readonly BatchResult[]) => T;

const ACCEPTED = 202;

/** Many messages in one request and one transaction: each is accepted or refused by itself, and all or none are stored. */
@Injectable()
export class MessageBatches {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly acceptance: AcceptService,
    private readonly idempotency: IdempotencyService,
    private readonly audit: AuditService,
    private readonly denials: DenialsService,
    private readonly wakeUps: SendingWakeUps,
  ) {}

  /**
   * @param items requests, and in their places the refusals of those that could not be read
   * @param toAnswer shapes the stored answer, so that a repeated request gets the very same one
   */
  async send<T>(
    ctx: AgencyContext,
    items: readonly (SendRequest | DomainError)[],
    once: Once,
    toAnswer: ToAnswer<T>,
  ): Promise<Idempotent<T>> {
    let accepted: readonly (Acceptance | DomainError)[] = [];
    const answer = await this.database.agencyTransaction(ctx, (tx) =>
      this.idempotency.within(tx, once, async () => {
        accepted = await this.acceptItems(tx, items);
        const repeats = repeatsIn(items);
        const results = accepted.map((one, place) => toResult(one, repeats.get(place)));
        return { status: ACCEPTED, body: toAnswer(results) };
      }),
    );
    if (!answer.replayed) await this.follow(ctx, accepted);
    return answer;
  }

  /** The record of a batch is one entry, or one for each 250 of its messages, which commits to what became of each. */
  private async acceptItems(
    tx: AgencyTx,
    items: readonly (SendRequest | DomainError)[],
  ): Promise<(Acceptance | DomainError)[]> {
    const readable = items.filter((item): item is SendRequest => !(item instanceof DomainError));
    const outcomes = await this.acceptance.acceptAll(tx, readable, { isRecordedByCaller: true });
    const forAll = outcomes.find(concernsAll);
    if (forAll) throw forAll;
    let next = 0;
    const all = items.map((item) =>
      item instanceof DomainError ? item : (outcomes[next++] as Acceptance | DomainError),
    );
    await this.audit.record(tx, entriesOf(all));
    return all;
  }

  private async follow(ctx: AgencyContext, outcomes: readonly (Acceptance | DomainError)[]): Promise<void> {
    this.wakeUps.wakeFor(
      ctx,
      outcomes.flatMap((one) => (one instanceof DomainError ? [] : [one])),
    );
    if (outcomes.some((one) => one instanceof DomainError && one.code === LANE_RESERVED))
      await this.denials.record(ctx, { type: 'access.denied', reason: LANE_RESERVED });
  }
}

/** No message of this agency could be accepted now. Thrown, so that the key works once the cause is mended. */
function concernsAll(one: Acceptance | DomainError): one is DomainError {
  return one instanceof DomainError && (one.code === 'agency-suspended' || one.httpStatus === 503);
}

function toResult(one: Acceptance | DomainError, repeats: number | undefined): BatchResult {
  if (one instanceof DomainError) return { refusal: one };
  return { message: one.message, ...(repeats !== undefined && { repeats }) };
}

/** An entry takes 60,000 bytes of detail, and a message 150 of them. */
const PER_ENTRY = 250;

function entriesOf(outcomes: readonly (Acceptance | DomainError)[]): AuditAction[] {
  const entries: AuditAction[] = [];
  for (let from = 0; from < outcomes.length; from += PER_ENTRY) {
    entries.push(entryOf(outcomes.slice(from, from + PER_ENTRY), from));
  }
  return entries;
}

function entryOf(outcomes: readonly (Acceptance | DomainError)[], from: number): AuditAction {
  const accepted: JsonObject[] = [];
  const rejected: JsonObject[] = [];
  for (const [place, one] of outcomes.entries()) {
    const index = from + place;
    if (one instanceof DomainError) rejected.push({ index, code: one.code });
    else
      accepted.push({
        index,
        message: toWireId('message', one.message.id),
        contact: toWireId('contact', one.contactId),
        basis: one.basis,
      });
  }
  const outcome = accepted.length > 0 ? 'success' : 'denied';
  return { type: 'message.batch_accepted', outcome, detail: { accepted, rejected } };
}
