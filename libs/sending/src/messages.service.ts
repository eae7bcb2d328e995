import { Injectable } from '@nestjs/common';
import { DenialsService } from '#libs/access';
import { AuditService } from '#libs/audit';
import { type AgencyKeys, blindIndex, KeyRing } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { IdempotencyService } from '#libs/idempotency';
import { type AgencyContext, Clock, DomainError, notFound, type Page, type Uuid } from '#libs/kernel';
import { LiveSoon } from '#libs/live';
import { WakeUps } from '#libs/queue';
import { type Acceptance, AcceptService, REFERENCE_LABEL } from './accept.service.js';
import { hintOf, isUrgent } from './lanes.js';
import { type MessageEvent, MessageEventsRepository } from './message-events.repository.js';
import { type MessageState, mayMove } from './message-state.js';
import { type MessageSummary, MessageViews } from './message-views.service.js';
import { MessagesRepository } from './messages.repository.js';
import { OutboxRepository } from './outbox.repository.js';
import { ProviderIdsRepository } from './provider-ids.repository.js';
import { repetitionOf } from './repetition.js';
import type { AcceptedMessage, SendRequest } from './send-request.js';
import { alreadyResent, LANE_RESERVED, notCancellable } from './sending.errors.js';

export interface MessageView extends MessageSummary {
  readonly events: readonly MessageEvent[];
  /** When the provider accepted which attempt. */
  readonly acceptances: readonly { readonly attempt: number; readonly recordedAt: Date }[];
}

export interface MessageQuery {
  readonly limit: number;
  readonly after?: Uuid;
  readonly state?: MessageState;
  readonly direction?: 'outbound' | 'inbound';
  readonly contactId?: Uuid;
  readonly reference?: string;
}

export interface Idempotent<T> {
  readonly body: T;
  readonly status: number;
  readonly replayed: boolean;
}

export interface Once {
  /** The `Idempotency-Key`, or undefined where it is optional and absent. */
  readonly key: string | undefined;
  readonly route: string;
  readonly body: unknown;
}

type ToAnswer<T> = (message: AcceptedMessage) => T;

const ACCEPTED = 202;

/** What the API asks: send, get, list, cancel. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly acceptance: AcceptService,
    private readonly messages: MessagesRepository,
    private readonly events: MessageEventsRepository,
    private readonly outbox: OutboxRepository,
    private readonly providerIds: ProviderIdsRepository,
    private readonly views: MessageViews,
    private readonly idempotency: IdempotencyService,
    private readonly audit: AuditService,
    private readonly denials: DenialsService,
    private readonly wakeUps: WakeUps,
    private readonly live: LiveSoon,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
  ) {}

  /**
   * Accepts one message. Answers after commit; the wake-up for the worker follows on its own and may fail.
   * @param toAnswer shapes the stored answer, so that a repeated request gets the very same one
   */
  send<T>(ctx: AgencyContext, request: SendRequest, once: Once, toAnswer: ToAnswer<T>): Promise<Idempotent<T>> {
    return this.acceptOnce(ctx, once, async () => request, toAnswer);
  }

  /**
   * Sends a message that did not arrive again, as a new message that names the old one. Every check is made anew.
   * @throws DomainError `not-resendable` while the old one may still arrive, or when it was sent again already
   */
  resend<T>(ctx: AgencyContext, id: Uuid, once: Once, toAnswer: ToAnswer<T>): Promise<Idempotent<T>> {
    return this.acceptOnce(ctx, once, (tx) => this.repetitionOf(tx, id), toAnswer);
  }

  private async acceptOnce<T>(
    ctx: AgencyContext,
    once: Once,
    toRequest: (tx: AgencyTx) => Promise<SendRequest>,
    toAnswer: ToAnswer<T>,
  ): Promise<Idempotent<T>> {
    let woken: Acceptance | undefined;
    try {
      const answer = await this.database.agencyTransaction(ctx, (tx) =>
        this.idempotency.within(tx, once, async () => {
          woken = undefined;
          const accepted = await this.acceptance.accept(tx, await toRequest(tx));
          woken = accepted;
          return { status: ACCEPTED, body: toAnswer(accepted.message) };
        }),
      );
      if (woken) this.announce(ctx, woken);
      return answer;
    } catch (error) {
      if (error instanceof DomainError) await this.recordRefusal(ctx, error);
      throw error;
    }
  }

  /** The row is locked, so that two clicks at once make one new message. */
  private async repetitionOf(tx: AgencyTx, id: Uuid): Promise<SendRequest> {
    await this.messages.lock(tx, [id]);
    const message = await this.messages.find(tx, id);
    const [view] = message ? await this.views.of(tx, [message]) : [];
    if (!view) throw notFound();
    if (await this.messages.isRepeated(tx, id)) throw alreadyResent();
    return repetitionOf(view);
  }

  async get(ctx: AgencyContext, id: Uuid): Promise<MessageView> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const message = await this.messages.find(tx, id);
      if (!message) throw notFound();
      const [view] = await this.views.of(tx, [message]);
      if (!view) throw notFound();
      await this.recordViewed(tx, { kind: 'message', id });
      const acceptances = await this.providerIds.ofMessage(tx, id);
      return { ...view, events: await this.events.ofMessage(tx, id), acceptances };
    });
  }

  async list(ctx: AgencyContext, { reference, limit, ...filter }: MessageQuery): Promise<Page<MessageSummary>> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const keys = await this.keyRing.load(tx.agencyId);
      // One more than asked for tells whether there is another page.
      const rows = await this.messages.list(tx, {
        ...filter,
        limit: limit + 1,
        referenceBidx: reference === undefined ? undefined : referenceIndexes(keys, reference),
      });
      const shown = rows.slice(0, limit);
      const data = await this.views.of(tx, shown);
      await this.recordViewed(tx);
      return { data, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
    });
  }

  /** Stops a message that was not claimed yet. */
  async cancel(ctx: AgencyContext, id: Uuid): Promise<void> {
    await this.database.agencyTransaction(ctx, async (tx) => {
      if (!(await this.messages.find(tx, id))) throw notFound();
      await this.outbox.lock(tx, [id]);
      const message = (await this.messages.lock(tx, [id])).get(id);
      if (!message) throw notFound();
      if (message.state === 'cancelled') return;
      if (!mayMove(message.state, 'cancel')) throw notCancellable(message.state);
      await this.outbox.remove(tx, [id]);
      await this.messages.changeStates(tx, [{ id, state: 'cancelled' }], this.clock.now());
      await this.audit.record(tx, {
        type: 'message.cancelled',
        target: { kind: 'message', id },
        subjectId: message.contactId,
      });
    });
  }

  /** Who read what was said to a citizen is on the record. Programs read all day; their key's scopes are the record. */
  private async recordViewed(tx: AgencyTx, target?: { kind: string; id: Uuid }): Promise<void> {
    if (tx.actor.kind === 'user') await this.audit.record(tx, { type: 'message.content.viewed', target });
  }

  /** Not awaited: the answer does not wait for Redis, and the worker's own sweep finds the message within a second. */
  private announce({ agencyId }: AgencyContext, { message, numberId: phoneNumberId, lane }: Acceptance): void {
    this.live.tell(agencyId, { topic: 'messages', ids: [message.id] });
    const job = isUrgent(lane) ? 'sendUrgent' : 'sendBulk';
    void this.wakeUps.wake(job, `${phoneNumberId}:${hintOf(lane)}`, { agencyId, phoneNumberId });
  }

  /** A refusal leaves no message, but it is on the record, in a transaction of its own. */
  private async recordRefusal(ctx: AgencyContext, error: DomainError): Promise<void> {
    if (error.code === LANE_RESERVED) await this.denials.record(ctx, { type: 'access.denied', reason: error.code });
    // Whoever is out of quota tries again at once, as programs do: the first few of a minute say all there is to say.
    if (error.httpStatus === 429) await this.denials.record(ctx, { type: 'message.rejected', reason: error.code });
    if (error.httpStatus !== 422) return;
    await this.database.agencyTransaction(ctx, (tx) =>
      this.audit.record(tx, { type: 'message.rejected', outcome: 'denied', reason: error.code }),
    );
  }
}

function referenceIndexes(keys: AgencyKeys, reference: string): Buffer[] {
  return keys.all('index').map(({ key }) => blindIndex(key, REFERENCE_LABEL, reference));
}
