import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { ConsentGate, type GateRequest, type Purpose, PurposesService, type Right } from '#libs/consent';
import { type Addressee, ContactsService, type KnownContact } from '#libs/contacts';
import { blindIndex, FieldSealer, KeyRing } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { Clock, newId, notFound } from '#libs/kernel';
import { PhoneNumbersService, type SendingNumber } from '#libs/phone-numbers';
import { checkVariables, type SendableTemplate, TemplatesService, templateParameters } from '#libs/templates';
import { bodyPlace } from './body-place.js';
import { LANES } from './lanes.js';
import { type MessageContent, serialiseBody } from './message-content.js';
import type { NewMessage } from './message-row.js';
import { MessagesRepository } from './messages.repository.js';
import { scheduleOf } from './schedule.js';
import type { AcceptedMessage, SendRequest } from './send-request.js';
import { laneReserved, purposeUnknown } from './sending.errors.js';

export const REFERENCE_LABEL = 'message-reference-v1';
const DEFAULT_LANGUAGE = 'en';

interface Checked {
  readonly request: SendRequest;
  readonly purpose: Purpose;
  readonly number: SendingNumber;
  readonly contact: KnownContact | null;
  readonly template: SendableTemplate | null;
}

/**
 * Accepts a message inside the caller's transaction: it is answered 202 only after that transaction commits, and a refusal
 * leaves nothing behind.
 */
@Injectable()
export class AcceptService {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly purposes: PurposesService,
    private readonly gate: ConsentGate,
    private readonly contacts: ContactsService,
    private readonly numbers: PhoneNumbersService,
    private readonly templates: TemplatesService,
    private readonly audit: AuditService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError with the refusal's code */
  async accept(tx: AgencyTx, request: SendRequest): Promise<AcceptedMessage & { number: SendingNumber; lane: number }> {
    const now = this.clock.now();
    const checked = await this.check(tx, request);
    const right = await this.gate.assertMaySend(tx, gateRequest(checked, now));
    const contact = checked.contact ?? (await this.contacts.create(tx, request.recipient, { language: request.language }));
    const addressee = (await this.contacts.addressees(tx, [contact.id])).get(contact.id);
    if (!addressee) throw notFound();
    const message = await this.toMessage(tx, { ...checked, contact }, right, addressee, now);
    await this.messages.insertAccepted(tx, [message]);
    await this.audit.record(tx, {
      type: 'message.accepted',
      target: { kind: 'message', id: message.id },
      subjectId: contact.id,
      basis: right.basis,
    });
    const { number } = checked;
    return { id: message.id, state: 'accepted', acceptedAt: now, reference: request.reference, number, lane: message.lane };
  }

  private async check(tx: AgencyTx, request: SendRequest): Promise<Checked> {
    const purpose = (await this.purposes.findActive(tx, [request.purpose])).get(request.purpose);
    if (!purpose) throw purposeUnknown(request.purpose);
    if (request.lane === 'alert' || (!request.lane && purpose.defaultLane === LANES.alert)) throw laneReserved();
    const number = await this.numbers.pick(tx, { numberId: request.numberId, mode: tx.mode });
    const [contact] = await this.contacts.resolve(tx, [request.recipient]);
    if (!contact && !('phone' in request.recipient)) throw notFound();
    const template = await this.templateOf(tx, request, number, contact ?? null);
    return { request, purpose, number, contact: contact ?? null, template };
  }

  private async templateOf(
    tx: AgencyTx,
    { template, language }: SendRequest,
    { wabaId }: SendingNumber,
    contact: KnownContact | null,
  ): Promise<SendableTemplate | null> {
    if (!template) return null;
    const wanted = template.language ?? language ?? contact?.language ?? DEFAULT_LANGUAGE;
    const found = await this.templates.getApproved(tx, { wabaId, name: template.name, language: wanted });
    const problems = checkVariables(found, template.variables);
    if (problems.length > 0) throw templateParameters(problems);
    return found;
  }

  private async toMessage(
    tx: AgencyTx,
    { request, purpose, number, contact, template }: Checked & { contact: KnownContact },
    right: Right,
    addressee: Addressee,
    now: Date,
  ): Promise<NewMessage> {
    const id = newId();
    const keys = await this.keyRing.load(tx.agencyId);
    const { reference, metadata } = request;
    const body = serialiseBody({ content: contentOf(request, template), reference, metadata });
    return {
      id,
      mode: number.mode,
      phoneNumberId: number.id,
      contactId: contact.id,
      purposeId: purpose.id,
      purposeVersion: purpose.version,
      basis: right.basis,
      basisRef: right.basisRef,
      metaOptInRef: right.metaOptInRef,
      lane: request.lane ? LANES[request.lane] : purpose.defaultLane,
      kind: template ? 'template' : 'text',
      templateId: template?.id ?? null,
      templateVersion: template?.version ?? null,
      bodySealed: this.sealer.sealForPerson(keys, addressee.salt, bodyPlace(tx.agencyId, id), body),
      referenceBidx: reference ? blindIndex(keys.current('index').key, REFERENCE_LABEL, reference) : null,
      inDoubtPolicy: purpose.inDoubtPolicy,
      acceptedAt: now,
      ...scheduleOf(request, purpose.defaultTtlSeconds, now),
      resendOf: null,
    };
  }
}

function gateRequest({ request, purpose, number, contact }: Checked, at: Date): GateRequest {
  return {
    contactId: contact?.id ?? null,
    suppressionHmacs: contact?.suppressionHmacs ?? [],
    purpose,
    phoneNumberId: number.id,
    content: request.template ? 'template' : 'free-form',
    at,
  };
}

function contentOf({ text, template }: SendRequest, found: SendableTemplate | null): MessageContent {
  if (template && found) {
    return {
      type: 'template',
      template: { name: found.name, language: found.language, variables: template.variables },
    };
  }
  return { type: 'text', text: { body: text?.body ?? '', previewUrl: text?.previewUrl } };
}
