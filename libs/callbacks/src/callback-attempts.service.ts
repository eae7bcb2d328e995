import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { FieldSealer, KeyRing, kidOf, type SealPlace } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, notFound, type Page, type Uuid } from '#libs/kernel';
import { MessageLookUp } from '#libs/sending';
import {
  type AttemptFilter,
  type CallbackAttempt,
  CallbackAttemptsRepository,
} from './callback-attempts.repository.js';
import { callbackBody } from './callback-body.js';
import { CallbackDeliveriesRepository } from './callback-deliveries.repository.js';
import { CallbackEndpointsRepository } from './callback-endpoints.repository.js';

export interface AttemptDetails extends CallbackAttempt {
  readonly url: string;
  /** As it was sent, unless the person was erased since. */
  readonly body: string;
  readonly signature: string;
  readonly answer: string | null;
  readonly answerType: string | null;
  /** Every attempt to tell this endpoint of this event, newest first. */
  readonly others: readonly CallbackAttempt[];
}

/** An event goes to an endpoint ten times at most, and ten more for each replay. */
const MAX_OTHERS = 50;

/** What was told to whom, and what they answered. */
@Injectable()
export class CallbackAttemptsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly endpoints: CallbackEndpointsRepository,
    private readonly deliveries: CallbackDeliveriesRepository,
    private readonly attempts: CallbackAttemptsRepository,
    private readonly messages: MessageLookUp,
    private readonly audit: AuditService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
  ) {}

  /** Newest first. */
  async list(ctx: AgencyContext, endpointId: Uuid, filter: AttemptFilter): Promise<Page<CallbackAttempt>> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      if (!(await this.endpoints.find(tx, endpointId))) throw notFound();
      // One more than asked for tells whether there is another page.
      const found = await this.attempts.list(tx, endpointId, { ...filter, limit: filter.limit + 1 });
      const data = found.slice(0, filter.limit);
      return { data, next: found.length > filter.limit ? (data.at(-1)?.id ?? null) : null };
    });
  }

  async get(ctx: AgencyContext, endpointId: Uuid, id: Uuid): Promise<AttemptDetails> {
    return this.database.agencyTransaction(ctx, async (tx) => {
      const [endpoint, attempt] = await Promise.all([
        this.endpoints.find(tx, endpointId),
        this.attempts.find(tx, endpointId, id),
      ]);
      if (!endpoint || !attempt) throw notFound();
      const { eventId, signature, answerSealed, answerType, ...facts } = attempt;
      const others = await this.attempts.list(tx, endpointId, { eventId, limit: MAX_OTHERS });
      return {
        ...facts,
        eventId,
        url: endpoint.url,
        body: await this.bodyOf(tx, endpointId, eventId),
        signature,
        answer: answerSealed && (await this.openAnswer(tx.agencyId, id, answerSealed)),
        answerType,
        others,
      };
    });
  }

  private async bodyOf(tx: AgencyTx, endpointId: Uuid, eventId: Uuid): Promise<string> {
    const event = await this.deliveries.findEvent(tx, endpointId, eventId);
    if (!event) throw notFound();
    const { messageId } = event;
    const summaries = await this.messages.byIds(tx, messageId ? [messageId] : []);
    if (messageId) {
      // A citizen's words may stand in it: who read them is on the record, as everywhere.
      await this.audit.record(tx, { type: 'message.content.viewed', target: { kind: 'message', id: messageId } });
    }
    return callbackBody(event, (messageId && summaries.get(messageId)) || null, { endpointId });
  }

  private async openAnswer(agencyId: Uuid, id: Uuid, sealed: Buffer): Promise<string> {
    const keys = await this.keyRing.load(agencyId, [kidOf(sealed)]);
    return this.sealer.openForAgency(keys, answerPlace(agencyId, id), sealed).toString('utf8');
  }
}

export function answerPlace(agencyId: Uuid, id: Uuid): SealPlace {
  return { table: 'callback_attempts', column: 'answer_sealed', rowId: id, agencyId };
}
