import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { KeywordsService } from '#libs/consent';
import { ContactsService } from '#libs/contacts';
import { FieldSealer, KeyRing } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { EventPublisher } from '#libs/events';
import { type AgencyContext, Clock, newId, type Uuid } from '#libs/kernel';
import { InboundMediaService } from '#libs/media';
import type { SendingNumber } from '#libs/phone-numbers';
import type { InboundMessage, WebhookContact } from '#libs/whatsapp';
import { bodyPlace } from './body-place.js';
import { serialiseBody } from './message-content.js';
import { MessageEventsRepository } from './message-events.repository.js';
import { MessagesRepository } from './messages.repository.js';
import { NumberTurnsRepository } from './number-turns.repository.js';
import { ProviderIdsRepository } from './provider-ids.repository.js';
import { type ReceivedMessage, readInbound } from './received-message.js';
import { CONTACT_STARTED, CONTACT_STOPPED } from './sending.events.js';

interface Placed extends ReceivedMessage {
  readonly id: Uuid;
  readonly contactId: Uuid;
}

/** Places of the lines in a message's history; each can happen to it once. */
const ACT_SEQ: Readonly<Record<'revoked' | 'edited', number>> = { revoked: 90, edited: 91 };

/**
 * What citizens write: kept, counted for the 24-hour window, and STOP acted on, in one transaction. The provider's id is
 * the key, so a webhook that comes twice changes nothing.
 */
@Injectable()
export class InboundMessagesService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly contacts: ContactsService,
    private readonly keywords: KeywordsService,
    private readonly messages: MessagesRepository,
    private readonly providerIds: ProviderIdsRepository,
    private readonly media: InboundMediaService,
    private readonly turns: NumberTurnsRepository,
    private readonly events: MessageEventsRepository,
    private readonly publisher: EventPublisher,
    private readonly audit: AuditService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly clock: Clock,
  ) {}

  async record(
    ctx: AgencyContext,
    { number, receivedAt }: { readonly number: SendingNumber; readonly receivedAt: Date },
    inbound: readonly InboundMessage[],
    senders: readonly WebhookContact[],
  ): Promise<void> {
    if (inbound.length === 0) return;
    const now = this.clock.now();
    const received = inbound.map((message) => readInbound(message, senders, now));
    await this.database.agencyTransaction(ctx, async (tx) => {
      const fresh = await this.keepNew(tx, number, received, now);
      if (fresh.length === 0) return;
      await this.turns.recordWebhooks(tx, number.id, fresh.length, receivedAt);
      const placed = await this.placeSenders(tx, number, await this.tieToOthers(tx, fresh));
      await this.store(tx, number, placed);
      await this.keepFiles(tx, number, placed);
      await this.recordActs(tx, placed, now);
      await this.actOnKeywords(tx, number, placed);
      await this.applyChanges(tx, number, placed);
    });
  }

  private async keepNew(
    tx: AgencyTx,
    number: SendingNumber,
    received: readonly ReceivedMessage[],
    now: Date,
  ): Promise<(ReceivedMessage & { id: Uuid })[]> {
    // Of a message that is told twice the first telling counts: a call that is answered is told again when it ends.
    const distinct = new Map(received.toReversed().map((message) => [message.wamid, message]));
    const first = received.filter((message) => distinct.get(message.wamid) === message);
    const withIds = first.map((message) => ({ ...message, id: newId() }));
    const added = await this.providerIds.add(
      tx,
      number.id,
      withIds.map(({ wamid, id }) => ({ wamid, messageId: id, attempt: 0 })),
      now,
    );
    return withIds.filter(({ wamid }) => added.has(wamid));
  }

  /** Answers, reactions and corrections name the other message by WhatsApp's id; here it has one of ours. */
  private async tieToOthers<T extends ReceivedMessage>(tx: AgencyTx, fresh: readonly T[]): Promise<T[]> {
    const wamids = fresh.flatMap(({ about }) => about ?? []);
    const known = await this.providerIds.find(tx, [...new Set(wamids)]);
    return fresh.map((message) => {
      const about = message.about === undefined ? undefined : known.get(message.about)?.messageId;
      return about ? { ...message, content: { ...message.content, about } } : message;
    });
  }

  private async placeSenders(
    tx: AgencyTx,
    number: SendingNumber,
    fresh: readonly (ReceivedMessage & { id: Uuid })[],
  ): Promise<Placed[]> {
    const contacts = await this.contacts.recordInbound(tx, { number, senders: fresh.map(({ sender }) => sender) });
    return fresh.flatMap((message, index) => {
      const contact = contacts[index];
      return contact ? [{ ...message, contactId: contact.id }] : [];
    });
  }

  private async store(tx: AgencyTx, number: SendingNumber, placed: readonly Placed[]): Promise<void> {
    const keys = await this.keyRing.load(tx.agencyId);
    const addressees = await this.contacts.addressees(tx, [...new Set(placed.map(({ contactId }) => contactId))]);
    const rows = placed.flatMap(({ id, contactId, content, kind, sender }) => {
      const salt = addressees.get(contactId)?.salt;
      if (!salt) return [];
      const bodySealed = this.sealer.sealForPerson(keys, salt, bodyPlace(tx.agencyId, id), serialiseBody({ content }));
      const { mode, id: phoneNumberId } = number;
      return [{ id, mode, phoneNumberId, contactId, kind, bodySealed, receivedAt: sender.at }];
    });
    await this.messages.insertInbound(tx, rows, this.clock.now());
    await this.audit.record(
      tx,
      rows.map(({ id, contactId }) => ({
        type: 'message.received' as const,
        actor: { kind: 'citizen' as const, id: contactId },
        target: { kind: 'message', id },
        subjectId: contactId,
      })),
    );
  }

  /** Files are fetched by jobs of their own: WhatsApp keeps them for days, and a slow one must not hold up what was said. */
  private async keepFiles(tx: AgencyTx, number: SendingNumber, placed: readonly Placed[]): Promise<void> {
    await this.media.receiveIn(
      tx,
      placed.flatMap(({ id, file }) => (file ? [{ ...file, messageId: id, numberId: number.id }] : [])),
    );
  }

  /** A message that its sender took back or corrected says so; nobody can do that to somebody else's. */
  private async recordActs(tx: AgencyTx, placed: readonly Placed[], now: Date): Promise<void> {
    const acts = placed.flatMap(({ act, content: { about }, contactId, sender }) =>
      act && about ? [{ act, about, contactId, at: sender.at }] : [],
    );
    const senders = await this.messages.listSenders(tx, [...new Set(acts.map(({ about }) => about))]);
    const own = acts.filter(({ about, contactId }) => senders.get(about) === contactId);
    await this.events.add(
      tx,
      own.map(({ act, about, at }) => {
        const line = { messageId: about, attempt: 0, kind: 'move', recordedAt: now, providerTs: at } as const;
        return { ...line, seq: ACT_SEQ[act], status: act };
      }),
    );
  }

  /** After everything else, so that what the citizen said under the old number stands under their contact. */
  private async applyChanges(tx: AgencyTx, number: SendingNumber, placed: readonly Placed[]): Promise<void> {
    for (const { change } of placed) {
      if (change) await this.contacts.applyChange(tx, { ...change, portfolioId: number.portfolioId });
    }
  }

  /** STOP always wins and takes effect here, with the citizen's own message as its evidence. */
  private async actOnKeywords(tx: AgencyTx, number: SendingNumber, placed: readonly Placed[]): Promise<void> {
    // On the sandbox number anybody can write as any citizen; that must not change what live messages may do.
    if (number.mode === 'sandbox') return;
    const spoken = placed.flatMap(({ id, contactId, text, sender, wamid, isInGroup }) =>
      text === undefined || isInGroup ? [] : [{ contactId, text, at: sender.at, wamid, messageId: id }],
    );
    const acted = await this.keywords.applyKeywords(tx, number, spoken);
    await this.publisher.publish(
      tx,
      acted
        .filter(({ changed }) => changed)
        .map(({ contactId, keyword }) => ({
          type: keyword === 'stop' ? CONTACT_STOPPED : CONTACT_STARTED,
          payload: { contactId, numberId: number.id },
        })),
    );
  }
}
