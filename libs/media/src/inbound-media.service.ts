import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { AgencyKeys } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { Clock, newId, type Uuid } from '#libs/kernel';
import type { MessageMedia } from './media.js';
import { MediaRepository, type ReceivedMedia } from './media.repository.js';
import { MediaJobsRepository } from './media-jobs.repository.js';
import { cleanName } from './media-names.js';
import { MediaSeals } from './media-seals.service.js';
import { readSha256 } from './sha256-text.js';

/** A file that a message from a citizen names. */
export interface InboundItem {
  readonly messageId: Uuid;
  readonly numberId: Uuid;
  readonly providerMediaId: string;
  readonly mimeType?: string;
  /** Base64 in webhooks, hexadecimal elsewhere. */
  readonly sha256?: string;
  readonly fileName?: string;
  readonly isVoice?: boolean;
}

/** What citizens send: written down with the message, then fetched by a job of its own. */
@Injectable()
export class InboundMediaService {
  constructor(
    private readonly media: MediaRepository,
    private readonly jobs: MediaJobsRepository,
    private readonly seals: MediaSeals,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** In the transaction that stores the messages. Constant statements; the same item again changes nothing. */
  async receiveIn(tx: AgencyTx, items: readonly InboundItem[]): Promise<void> {
    if (items.length === 0) return;
    const keys = await this.seals.keys(tx.agencyId);
    const now = this.clock.now();
    const added = await this.media.insertReceived(
      tx,
      items.map((item) => this.toRow(keys, item)),
      now,
    );
    if (added.length === 0) return;
    await Promise.all([
      this.jobs.add(
        tx,
        added.map((mediaId) => ({ mediaId, task: 'download' })),
        now,
      ),
      this.audit.record(
        tx,
        added.map((id) => ({ type: 'media.received', target: { kind: 'media', id } })),
      ),
    ]);
  }

  /** The files of these messages, for showing them there. One statement. */
  async ofMessages(tx: AgencyTx, messageIds: readonly Uuid[]): Promise<Map<Uuid, MessageMedia[]>> {
    if (messageIds.length === 0) return new Map();
    const rows = await this.media.ofMessages(tx, messageIds);
    const found = new Map<Uuid, MessageMedia[]>();
    for (const { messageId, id, state, refusal, kind, mimeType, sizeBytes, isVoice } of rows) {
      if (messageId === null) continue;
      const shown = { id, state, refusal, kind, mimeType, sizeBytes, isVoice };
      found.set(messageId, [...(found.get(messageId) ?? []), shown]);
    }
    return found;
  }

  private toRow(keys: AgencyKeys, item: InboundItem): ReceivedMedia {
    const id = newId();
    const { keySealed } = this.seals.newKey(keys, id);
    const name = item.fileName === undefined ? null : cleanName(item.fileName);
    return {
      id,
      messageId: item.messageId,
      numberId: item.numberId,
      providerMediaId: item.providerMediaId,
      declaredType: item.mimeType?.slice(0, 200) ?? null,
      declaredSha256: readSha256(item.sha256),
      isVoice: item.isVoice ?? false,
      nameSealed: this.seals.sealText(keys, id, 'name_sealed', name),
      keySealed,
    };
  }
}
