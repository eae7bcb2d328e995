import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { PurposesService } from '#libs/consent';
import { ContactsService } from '#libs/contacts';
import { type AgencyKeys, blindIndex, FieldSealer, KeyRing, kidOf } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { IdempotencyService } from '#libs/idempotency';
import { type AgencyContext, Clock, DomainError, notFound, type Page, type Uuid } from '#libs/kernel';
import { Logger } from '#libs/observability';
import { WakeUps } from '#libs/queue';
import { AcceptService, REFERENCE_LABEL } from './accept.service.js';
import { bodyPlace } from './body-place.js';
import { hintOf, isUrgent } from './lanes.js';
import { type MessageBody, parseBody } from './message-content.js';
import { type MessageEvent, MessageEventsRepository } from './message-events.repository.js';
import type { MessageRow } from './message-row.js';
import { type MessageState, mayMove } from './message-state.js';
import { MessagesRepository } from './messages.repository.js';
import { OutboxRepository } from './outbox.repository.js';
import { ProviderIdsRepository } from './provider-ids.repository.js';
import type { AcceptedMessage, SendRequest } from './send-request.js';
import { alreadyResent, notCancellable, notResendable } from './sending.errors.js';

/** A message as lists show it. */
export type MessageSummary = Omit<MessageView, 'events' | 'acceptances'>;

export interface MessageView {
  readonly message: MessageRow;
  /** Null once the person was erased. */
  readonly body: MessageBody | null;
  /** Code of its purpose; null for what came in. */
  readonly purpose: string | null;
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
    private readonly contacts: ContactsService,
    private readonly purposes: PurposesService,
    private readonly idempotency: IdempotencyService,
    private readonly audit: AuditService,
    private readonly wakeUps: WakeUps,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly clock: Clock,
    private readonly logger: Logger,
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
    let woken: { numberId: Uuid; lane: number } | undefined;
    try {
      const answer = await this.database.agencyTransaction(ctx, (tx) =>
        this.idempotency.within(tx, once, async () => {
          woken = undefined;
          const accepted = await this.acceptance.accept(tx, await toRequest(tx));
          woken = accepted;
          return { status: ACCEPTED, body: toAnswer(accepted.message) };
        }),
      );
      if (woken) this.wake(ctx, woken.numberId, woken.lane);
      return answer;
    } catch (error) {
      if (error instanceof DomainError && error.httpStatus === 422) await this.recordRefusal(ctx, error);
      throw error;
    }
  }

  /** The row is locked, so that two clicks at once make one new message. */
  private async repetitionOf(tx: AgencyTx, id: Uuid): Promise<SendRequest> {
    await this.messages.lock(tx, [id]);
    const message = await this.messages.find(tx, id);
    const [view] = message ? await this.toViews(tx, [message]) : [];
    if (!view) throw notFound();
    if (await this.messages.isRepeated(tx, id)) throw alreadyResent();
    return repetitionOf(view);
  }

  async get(ctx: AgencyContext, id: Uuid): Promise<MessageView> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const message = await this.messages.find(tx, id);
      if (!message) throw notFound();
      const [view] = await this.toViews(tx, [message]);
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
      const data = await this.toViews(tx, shown);
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

  private async toViews(tx: AgencyTx, messages: readonly MessageRow[]): Promise<MessageSummary[]> {
    const bodies = await this.openBodies(tx, messages);
    const purposes = await this.purposes.byVersion(
      tx,
      messages.flatMap(({ purposeId: id, purposeVersion: version }) => (id && version ? [{ id, version }] : [])),
    );
    return messages.map((message, index) => ({
      message,
      body: bodies[index] ?? null,
      purpose: purposes.get(`${message.purposeId}/${message.purposeVersion}`)?.code ?? null,
    }));
  }

  private async openBodies(tx: AgencyTx, messages: readonly MessageRow[]): Promise<(MessageBody | null)[]> {
    if (messages.length === 0) return [];
    const addressees = await this.contacts.addressees(tx, [...new Set(messages.map(({ contactId }) => contactId))]);
    const keys = await this.keyRing.load(
      tx.agencyId,
      messages.flatMap(({ bodySealed }) => (bodySealed ? [kidOf(bodySealed)] : [])),
    );
    return messages.map(({ id, contactId, bodySealed }) => {
      const salt = addressees.get(contactId)?.salt;
      if (!salt || !bodySealed) return null;
      return this.readable(keys, salt, id, bodySealed);
    });
  }

  /** A body that does not open (a damaged row) is missing from the answer; it must not take the rest of a list with it. */
  private readable(keys: AgencyKeys, salt: Buffer, id: Uuid, sealed: Buffer): MessageBody | null {
    try {
      return parseBody(this.sealer.openForPerson(keys, salt, bodyPlace(keys.agencyId, id), sealed).toString('utf8'));
    } catch (error) {
      this.logger.failure('message body does not open', error, { agencyId: keys.agencyId, messageId: id });
      return null;
    }
  }

  /** Not awaited: the answer does not wait for Redis, and the worker's own sweep finds the message within a second. */
  private wake({ agencyId }: AgencyContext, phoneNumberId: Uuid, lane: number): void {
    const job = isUrgent(lane) ? 'sendUrgent' : 'sendBulk';
    void this.wakeUps.wake(job, `${phoneNumberId}:${hintOf(lane)}`, { agencyId, phoneNumberId });
  }

  /** A refusal leaves no message, but it is on the record, in a transaction of its own. */
  private async recordRefusal(ctx: AgencyContext, error: DomainError): Promise<void> {
    await this.database.agencyTransaction(ctx, (tx) =>
      this.audit.record(tx, { type: 'message.rejected', outcome: 'denied', reason: error.code }),
    );
  }
}

const RESENDABLE: ReadonlySet<MessageState> = new Set(['failed', 'unconfirmed', 'expired', 'cancelled', 'suppressed']);

function repetitionOf({ message, body, purpose }: MessageSummary): SendRequest {
  const content = body?.content;
  const isSendable = content && content.type !== 'inbound' && purpose !== null;
  if (!isSendable || !RESENDABLE.has(message.state)) throw notResendable(message.state);
  return {
    recipient: { contactId: message.contactId },
    purpose,
    ...(content.type === 'text' ? { text: content.text } : { template: content.template }),
    reference: body.reference,
    metadata: body.metadata,
    numberId: message.phoneNumberId,
    departmentId: message.departmentId ?? undefined,
    resendOf: message.id,
  };
}

function referenceIndexes(keys: AgencyKeys, reference: string): Buffer[] {
  return keys.all('index').map(({ key }) => blindIndex(key, REFERENCE_LABEL, reference));
}
