import { Injectable } from '@nestjs/common';
import type { AgencyStanding } from '#libs/agencies';
import { AuditService } from '#libs/audit';
import {
  ConsentGate,
  type GateRequest,
  mayNotSend,
  type Purpose,
  PurposesService,
  purposeUnknown,
  type Right,
} from '#libs/consent';
import { ContactsService, type KnownContact } from '#libs/contacts';
import { type AgencyKeys, blindIndex, FieldSealer, KeyRing } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import { Clock, DomainError, newId, notFound, type Uuid } from '#libs/kernel';
import { PhoneNumbersService, type SendingNumber } from '#libs/phone-numbers';
import { type SendableTemplate, TemplatesService } from '#libs/templates';
import { LookUps } from './accept-look-ups.js';
import { Admission } from './admission.service.js';
import { bodyPlace } from './body-place.js';
import { LANES } from './lanes.js';
import { type MessageContent, serialiseBody } from './message-content.js';
import type { NewMessage } from './message-row.js';
import { MessagesRepository } from './messages.repository.js';
import { departmentOf, QuotaGate } from './quota-gate.service.js';
import { scheduleOf } from './schedule.js';
import type { AcceptedMessage, SendRequest } from './send-request.js';
import { laneReserved } from './sending.errors.js';
import { TrialGate } from './trial-gate.service.js';

export const REFERENCE_LABEL = 'message-reference-v1';

interface Checked {
  readonly request: SendRequest;
  readonly purpose: Purpose;
  readonly number: SendingNumber;
  readonly contact: KnownContact | null;
  readonly template: SendableTemplate | null;
}

interface Granted extends Checked {
  readonly right: Right;
}

interface Entitled extends Granted {
  readonly contact: KnownContact;
}

/** What a message is made with besides its request. */
interface Making {
  readonly tx: AgencyTx;
  readonly keys: AgencyKeys;
  readonly salt: Buffer;
  readonly now: Date;
}

export interface Acceptance {
  readonly message: AcceptedMessage;
  readonly numberId: Uuid;
  readonly lane: number;
}

/**
 * Accepts messages inside the caller's transaction: they are answered 202 only after that transaction commits, and a
 * refusal leaves nothing behind. The number of statements does not depend on the number of messages, but on how many
 * different templates and numbers they name.
 */
@Injectable()
export class AcceptService {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly purposes: PurposesService,
    private readonly gate: ConsentGate,
    private readonly admission: Admission,
    private readonly trial: TrialGate,
    private readonly quota: QuotaGate,
    private readonly contacts: ContactsService,
    private readonly numbers: PhoneNumbersService,
    private readonly templates: TemplatesService,
    private readonly audit: AuditService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError with the refusal's code */
  async accept(tx: AgencyTx, request: SendRequest): Promise<Acceptance> {
    const [outcome] = await this.acceptAll(tx, [request]);
    if (!outcome || outcome instanceof DomainError) throw outcome ?? notFound();
    return outcome;
  }

  /** What became of each request, in order: accepted, or the refusal. */
  async acceptAll(tx: AgencyTx, requests: readonly SendRequest[]): Promise<(Acceptance | DomainError)[]> {
    const now = this.clock.now();
    const [standing, asked] = await Promise.all([asRefusal(this.trial.standing(tx)), this.checkAll(tx, requests, now)]);
    const checked = await this.admission.admit(tx, asked, laneOf);
    if (standing instanceof DomainError) return requests.map(() => standing);
    const entitled = await this.entitle(tx, standing, await this.trial.guestsOnly(tx, standing, checked), now);
    const allowed = entitled.filter(isNoRefusal);
    const rows = await this.toMessages(tx, allowed, now);
    await this.store(tx, allowed, rows);
    const byRequest = new Map(allowed.map((one, index) => [one, rows[index]]));
    return entitled.map((one) => {
      if (one instanceof DomainError) return one;
      const row = byRequest.get(one);
      return row ? toAcceptance(one.request, row) : notFound();
    });
  }

  private async checkAll(
    tx: AgencyTx,
    requests: readonly SendRequest[],
    now: Date,
  ): Promise<(Checked | DomainError)[]> {
    const [purposes, contacts] = await Promise.all([
      this.purposes.findActive(tx, [...new Set(requests.map(({ purpose }) => purpose))]),
      this.contacts.resolve(
        tx,
        requests.map(({ recipient }) => recipient),
      ),
    ]);
    const lookUps = new LookUps(tx, this.numbers, this.templates);
    const checked: (Checked | DomainError)[] = [];
    for (const [index, request] of requests.entries()) {
      const purpose = purposes.get(request.purpose);
      checked.push(await asRefusal(check(request, purpose, contacts[index] ?? null, lookUps, now)));
    }
    return checked;
  }

  /** The gate, for all that passed the checks; whoever is written to for the first time becomes a contact. */
  private async entitle(
    tx: AgencyTx,
    standing: AgencyStanding,
    checked: readonly (Checked | DomainError)[],
    now: Date,
  ): Promise<(Entitled | DomainError)[]> {
    const withinDay = await this.trial.withinDay(tx, standing, await this.grant(tx, checked, now));
    const granted = await this.quota.withinQuota(tx, withinDay);
    const entitled: (Entitled | DomainError)[] = [];
    for (const one of granted) {
      if (one instanceof DomainError) entitled.push(one);
      else entitled.push({ ...one, contact: one.contact ?? (await this.newContact(tx, one.request)) });
    }
    return entitled;
  }

  private async grant(
    tx: AgencyTx,
    checked: readonly (Checked | DomainError)[],
    now: Date,
  ): Promise<(Granted | DomainError)[]> {
    const asked = checked.filter(isNoRefusal);
    const verdicts = await this.gate.assess(
      tx,
      asked.map((one) => gateRequest(one, now)),
    );
    const byChecked = new Map(asked.map((one, index) => [one, verdicts[index]]));
    return checked.map((one) => {
      if (one instanceof DomainError) return one;
      const verdict = byChecked.get(one);
      if (!verdict) return notFound();
      return verdict.allowed ? { ...one, right: verdict } : mayNotSend(verdict);
    });
  }

  private newContact(tx: AgencyTx, { recipient, language }: SendRequest): Promise<KnownContact> {
    return this.contacts.create(tx, recipient, { language });
  }

  private async toMessages(tx: AgencyTx, allowed: readonly Entitled[], now: Date): Promise<NewMessage[]> {
    if (allowed.length === 0) return [];
    const keys = await this.keyRing.load(tx.agencyId);
    const addressees = await this.contacts.addressees(tx, [...new Set(allowed.map(({ contact }) => contact.id))]);
    return allowed.map((one) => {
      const salt = addressees.get(one.contact.id)?.salt;
      if (!salt) throw notFound();
      return this.toMessage({ tx, keys, salt, now }, one);
    });
  }

  private toMessage({ tx, keys, salt, now }: Making, { right, ...one }: Entitled): NewMessage {
    const { request, purpose, number, contact, template } = one;
    const { reference, metadata } = request;
    const id = newId();
    const body = serialiseBody({ content: contentOf(request, template), reference, metadata });
    return {
      id,
      mode: number.mode,
      phoneNumberId: number.id,
      contactId: contact.id,
      departmentId: departmentOf(tx, request),
      purposeId: purpose.id,
      purposeVersion: purpose.version,
      basis: right.basis,
      basisRef: right.basisRef,
      metaOptInRef: right.metaOptInRef,
      lane: laneOf({ request, purpose }),
      kind: template ? 'template' : 'text',
      templateId: template?.id ?? null,
      templateVersion: template?.version ?? null,
      bodySealed: this.sealer.sealForPerson(keys, salt, bodyPlace(keys.agencyId, id), body),
      referenceBidx: reference ? blindIndex(keys.current('index').key, REFERENCE_LABEL, reference) : null,
      inDoubtPolicy: purpose.inDoubtPolicy,
      acceptedAt: now,
      ...scheduleOf(request, purpose.defaultTtlSeconds, now),
      resendOf: request.resendOf ?? null,
    };
  }

  private async store(tx: AgencyTx, allowed: readonly Entitled[], rows: readonly NewMessage[]): Promise<void> {
    if (rows.length === 0) return;
    await Promise.all([
      this.messages.insertAccepted(tx, rows),
      this.audit.record(
        tx,
        rows.map(({ id, contactId }, index) => ({
          type: 'message.accepted' as const,
          target: { kind: 'message', id },
          subjectId: contactId,
          basis: allowed[index]?.right.basis,
        })),
      ),
    ]);
  }
}

/** Everything but the gate. @throws DomainError */
async function check(
  request: SendRequest,
  purpose: Purpose | undefined,
  contact: KnownContact | null,
  lookUps: LookUps,
  now: Date,
): Promise<Checked> {
  if (!purpose) throw purposeUnknown(request.purpose);
  // Alerts pass a STOP, so neither their lane nor a purpose made for them is open to a single caller.
  if (request.lane === 'alert' || purpose.category === 'alert') throw laneReserved();
  scheduleOf(request, purpose.defaultTtlSeconds, now);
  const number = await lookUps.number(request.numberId);
  if (!contact && !('phone' in request.recipient)) throw notFound();
  const template = await lookUps.template(request, number, contact);
  return { request, purpose, number, contact, template };
}

function laneOf({ request, purpose }: Pick<Checked, 'request' | 'purpose'>): number {
  return request.lane ? LANES[request.lane] : purpose.defaultLane;
}

function isNoRefusal<T>(one: T | DomainError): one is T {
  return !(one instanceof DomainError);
}

async function asRefusal<T>(work: Promise<T>): Promise<T | DomainError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function toAcceptance({ reference }: SendRequest, { id, acceptedAt, phoneNumberId, lane }: NewMessage): Acceptance {
  return { message: { id, state: 'accepted', acceptedAt, reference }, numberId: phoneNumberId, lane };
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
