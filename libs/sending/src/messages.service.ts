import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { ContactsService } from '#libs/contacts';
import { type AgencyKeys, blindIndex, KeyRing } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { IdempotencyService } from '#libs/idempotency';
import { type AgencyContext, DomainError, notFound, type Page, type Uuid } from '#libs/kernel';
import { type Acceptance, AcceptService, REFERENCE_LABEL } from './accept.service.js';
import { GatheredAccepts, type Idempotent, type Once, type ToAnswer } from './gathered-accepts.service.js';
import { type MessageEvent, MessageEventsRepository } from './message-events.repository.js';
import type { MessageState } from './message-state.js';
import { type MessageSummary, MessageViews } from './message-views.service.js';
import { MessagesRepository } from './messages.repository.js';
import { ProviderIdsRepository } from './provider-ids.repository.js';
import { Refusals } from './refusals.service.js';
import { repetitionOf } from './repetition.js';
import type { SendRequest } from './send-request.js';
import { alreadyResent } from './sending.errors.js';
import { SendingWakeUps } from './sending-wake-ups.service.js';

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

const ACCEPTED = 202;

/** What the API asks: send, get, list, send again. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly acceptance: AcceptService,
    private readonly messages: MessagesRepository,
    private readonly events: MessageEventsRepository,
    private readonly providerIds: ProviderIdsRepository,
    private readonly views: MessageViews,
    private readonly idempotency: IdempotencyService,
    private readonly audit: AuditService,
    private readonly gathered: GatheredAccepts,
    private readonly refusals: Refusals,
    private readonly wakeUps: SendingWakeUps,
    private readonly keyRing: KeyRing,
    private readonly contacts: ContactsService,
  ) {}

  /**
   * Accepts one message. Answers after commit; the wake-up for the worker follows on its own and may fail.
   * @param toAnswer shapes the stored answer, so that a repeated request gets the very same one
   */
  send<T>(ctx: AgencyContext, request: SendRequest, once: Once, toAnswer: ToAnswer<T>): Promise<Idempotent<T>> {
    return this.gathered.accept(ctx, { request, once, toAnswer });
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
      if (woken) this.wakeUps.wakeFor(ctx, [woken]);
      return answer;
    } catch (error) {
      if (error instanceof DomainError) await this.refusals.record(ctx, [{ error, origin: ctx }]);
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

  async list(
    ctx: AgencyContext,
    { reference, limit, contactId, ...filter }: MessageQuery,
  ): Promise<Page<MessageSummary>> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const keys = await this.keyRing.load(tx.agencyId);
      // One more than asked for tells whether there is another page.
      const rows = await this.messages.list(tx, {
        ...filter,
        contactIds: contactId === undefined ? undefined : await this.contacts.membersOf(tx, contactId),
        limit: limit + 1,
        referenceBidx: reference === undefined ? undefined : referenceIndexes(keys, reference),
      });
      const shown = rows.slice(0, limit);
      const data = await this.views.of(tx, shown);
      await this.recordViewed(tx);
      return { data, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
    });
  }

  /** Who read what was said to a citizen is on the record. Programs read all day; their key's scopes are the record. */
  private async recordViewed(tx: AgencyTx, target?: { kind: string; id: Uuid }): Promise<void> {
    if (tx.actor.kind === 'user') await this.audit.record(tx, { type: 'message.content.viewed', target });
  }
}

function referenceIndexes(keys: AgencyKeys, reference: string): Buffer[] {
  return keys.all('index').map(({ key }) => blindIndex(key, REFERENCE_LABEL, reference));
}
