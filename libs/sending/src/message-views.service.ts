import { Injectable } from '@nestjs/common';
import { PurposesService } from '#libs/consent';
import { ContactsService } from '#libs/contacts';
import { type AgencyKeys, FieldSealer, KeyRing, kidOf } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { InboundMediaService, type MessageMedia } from '#libs/media';
import { Logger } from '#libs/observability';
import { INBOUND_MEDIA_KINDS } from '#libs/whatsapp';
import { bodyPlace } from './body-place.js';
import { type MessageBody, parseBody } from './message-content.js';
import type { MessageRow } from './message-row.js';

/** A message as lists show it. */
export interface MessageSummary {
  readonly message: MessageRow;
  /** Null once the person was erased. */
  readonly body: MessageBody | null;
  /** Code of its purpose; null for what came in. */
  readonly purpose: string | null;
  /** What came in with it, and how far it is on its way here. */
  readonly files: readonly MessageMedia[];
}

const FILE_KINDS: ReadonlySet<string> = new Set(INBOUND_MEDIA_KINDS);

/** Opens what messages say, with a number of statements that does not depend on theirs. */
@Injectable()
export class MessageViews {
  constructor(
    private readonly contacts: ContactsService,
    private readonly purposes: PurposesService,
    private readonly media: InboundMediaService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly logger: Logger,
  ) {}

  async of(tx: AgencyTx, messages: readonly MessageRow[]): Promise<MessageSummary[]> {
    const bodies = await this.openBodies(tx, messages);
    const inbound = messages.filter(({ kind, direction }) => direction === 'inbound' && FILE_KINDS.has(kind));
    const files = await this.media.ofMessages(
      tx,
      inbound.map(({ id }) => id),
    );
    const purposes = await this.purposes.byVersion(
      tx,
      messages.flatMap(({ purposeId: id, purposeVersion: version }) => (id && version ? [{ id, version }] : [])),
    );
    return messages.map((message, index) => ({
      message,
      body: bodies[index] ?? null,
      files: files.get(message.id) ?? [],
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
}
