import { Injectable } from '@nestjs/common';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { type MessageSummary, MessageViews } from './message-views.service.js';
import { MessagesRepository } from './messages.repository.js';

/** Messages by id for other libs, in a number of statements that does not depend on theirs. */
@Injectable()
export class MessageLookUp {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly views: MessageViews,
  ) {}

  /** Those that are there. */
  async byIds(tx: AgencyTx, ids: readonly Uuid[]): Promise<Map<Uuid, MessageSummary>> {
    if (ids.length === 0) return new Map();
    const rows = await this.messages.listByIds(tx, [...new Set(ids)]);
    const views = await this.views.of(tx, rows);
    return new Map(views.map((view) => [view.message.id, view]));
  }
}
