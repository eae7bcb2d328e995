import { Injectable } from '@nestjs/common';
import { ContactsService, type Recipient } from '#libs/contacts';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, newId, notFound, type Uuid } from '#libs/kernel';
import { purposeUnknown } from './consent.errors.js';
import type { ConsentMethod, OptIn, RecordedEvent } from './consent-event.js';
import { ConsentRecorder, type Evidence } from './consent-recorder.js';
import { checkedTime } from './consent-time.js';
import type { ConsentStateName } from './gate.js';
import type { Choice } from './opt-out-plan.js';
import { OptOutsService } from './opt-outs.service.js';
import { PurposesService } from './purposes.service.js';

/** A choice of a citizen about one purpose, as an agency records it. */
export interface ConsentRequest {
  readonly purpose: string;
  readonly event: RecordedEvent;
  /** Default: `api`. */
  readonly method?: ConsentMethod;
  /** When the citizen said it; default: now. */
  readonly at?: Date;
  /** What proves it: a form, a recording, the wording that was shown. Kept sealed under the person's key. */
  readonly evidence?: string;
}

export interface OptInRequest {
  readonly method: ConsentMethod;
  readonly at: Date;
  readonly evidence?: string;
}

/** What was recorded, and where the person stands now: an older event does not change that. */
export interface ConsentRecord {
  readonly eventId: Uuid;
  readonly contactId: Uuid;
  readonly purpose: string;
  readonly state: ConsentStateName;
  readonly since: Date;
}

/** What citizens agreed to, withdrew and objected to. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: AgencyDatabase,
    private readonly contacts: ContactsService,
    private readonly purposes: PurposesService,
    private readonly recorder: ConsentRecorder,
    private readonly optOuts: OptOutsService,
    private readonly clock: Clock,
  ) {}

  async record(ctx: AgencyContext, recipient: Recipient, request: ConsentRequest): Promise<ConsentRecord> {
    return this.database.agencyTransaction(ctx, (tx) => this.recordFor(tx, recipient, request));
  }

  /** Somebody named by phone or user id becomes a contact: their choice must be kept, above all a refusal. */
  async recordFor(tx: AgencyTx, recipient: Recipient, request: ConsentRequest): Promise<ConsentRecord> {
    const [known] = await this.contacts.resolve(tx, [recipient]);
    const { id } = known ?? (await this.contacts.create(tx, recipient));
    return this.recordIn(tx, id, request);
  }

  async recordIn(tx: AgencyTx, contactId: Uuid, request: ConsentRequest): Promise<ConsentRecord> {
    const { event, method = 'api' } = request;
    const at = checkedTime('at', request.at, this.clock.now());
    const purpose = (await this.purposes.findActive(tx, [request.purpose])).get(request.purpose);
    if (!purpose) throw purposeUnknown(request.purpose);
    const { id, version, basis } = purpose;
    const evidence = await this.evidenceOf(tx, contactId, request.evidence);
    const eventId = newId();
    await this.contacts.lock(tx, [contactId]);
    await this.recorder.append(tx, [
      { id: eventId, contactId, purpose: { id, version }, event, method, at, actor: tx.actor, basis, evidence },
    ]);
    const states = await this.recorder.listStates(tx, [contactId]);
    const current = states.find(({ purposeId }) => purposeId === id);
    if (!current) throw new Error('a consent event left no state');
    return { eventId, contactId, purpose: purpose.code, state: current.state, since: current.since };
  }

  /** Evidence that the person agreed to be messaged on WhatsApp at all. It does not undo a STOP. */
  async recordOptInIn(tx: AgencyTx, contactId: Uuid, optIn: OptInRequest, field = 'optIn.at'): Promise<OptIn> {
    const at = checkedTime(field, optIn.at, this.clock.now());
    const evidence = await this.evidenceOf(tx, contactId, optIn.evidence);
    const { method } = optIn;
    const id = newId();
    const draft = { id, contactId, purpose: null, event: 'granted', method, at, actor: tx.actor, evidence } as const;
    const same = await this.recorder.findSameOptIn(tx, draft);
    if (same) return same;
    await this.recorder.append(tx, [draft]);
    return (await this.recorder.findOptIn(tx, contactId)) ?? { method, at, eventId: id };
  }

  async findOptIn(tx: AgencyTx, contactId: Uuid): Promise<OptIn | null> {
    return this.recorder.findOptIn(tx, contactId);
  }

  /** The citizen wants no more messages. */
  async stopIn(tx: AgencyTx, choice: Choice): Promise<{ changed: boolean }> {
    return { changed: (await this.optOuts.stop(tx, [choice])).size > 0 };
  }

  /** Meta refused a message because the citizen stopped marketing inside WhatsApp. */
  async recordProviderStopIn(
    tx: AgencyTx,
    { contactId, at }: { contactId: Uuid; at: Date },
  ): Promise<{ changed: boolean }> {
    return { changed: await this.optOuts.stopMarketing(tx, { contactId, at, method: 'whatsapp_button' }) };
  }

  /** The citizen wants marketing again and said so inside WhatsApp. */
  async recordProviderResumeIn(
    tx: AgencyTx,
    { contactId, at }: { contactId: Uuid; at: Date },
  ): Promise<{ changed: boolean }> {
    return { changed: await this.optOuts.resumeMarketing(tx, { contactId, at, method: 'whatsapp_button' }) };
  }

  /** Fails with 404 for a contact of another agency, and for an erased one, whose key is gone. */
  private async evidenceOf(tx: AgencyTx, contactId: Uuid, text: string | undefined): Promise<Evidence | undefined> {
    const addressee = (await this.contacts.addressees(tx, [contactId])).get(contactId);
    if (!addressee) throw notFound();
    return text === undefined ? undefined : { text, salt: addressee.salt };
  }
}
