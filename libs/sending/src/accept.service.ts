import { Injectable } from '@nestjs/common';
import type { AgencyStanding } from '#libs/agencies';
import { type AuditAction, AuditService } from '#libs/audit';
import { Env } from '#libs/config';
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
import { Clock, DomainError, invalidRequest, newId, notFound, permissionMissing, type Uuid } from '#libs/kernel';
import type { SendingNumber } from '#libs/phone-numbers';
import type { SendableTemplate } from '#libs/templates';
import { AcceptLookUps, type Found } from './accept-look-ups.js';
import { Admission } from './admission.service.js';
import { bodyPlace } from './body-place.js';
import { freeFormOf } from './content/free-form.js';
import { requestProblems } from './content/request-problems.js';
import { LANES } from './lanes.js';
import { type MessageContent, serialiseBody } from './message-content.js';
import type { NewMessage } from './message-row.js';
import { MessagesRepository } from './messages.repository.js';
import { departmentOf, QuotaGate } from './quota-gate.service.js';
import type { Quotation } from './quotations.service.js';
import { type Schedule, scheduleOf } from './schedule.js';
import type { AcceptedMessage, SendRequest } from './send-request.js';
import { laneReserved, notQuotable } from './sending.errors.js';
import { TrialGate } from './trial-gate.service.js';

export const REFERENCE_LABEL = 'message-reference-v1';

interface Checked {
  readonly request: SendRequest;
  readonly quotation: Quotation | null;
  readonly purpose: Purpose;
  readonly number: SendingNumber;
  readonly contact: KnownContact | null;
  readonly template: SendableTemplate | null;
  readonly schedule: Schedule;
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
  readonly contactId: Uuid;
  readonly basis: string;
}

export interface AcceptOptions {
  /** Leaves the record to the caller, who writes one entry for them all. */
  readonly isRecordedByCaller?: boolean;
}

/**
 * Accepts messages inside the caller's transaction: they are answered 202 only after that transaction commits, and a
 * refusal leaves nothing behind. The number of statements does not depend on the number of messages.
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
    private readonly lookUps: AcceptLookUps,
    private readonly audit: AuditService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** @throws DomainError with the refusal's code */
  async accept(tx: AgencyTx, request: SendRequest): Promise<Acceptance> {
    const [outcome] = await this.acceptAll(tx, [request]);
    if (!outcome || outcome instanceof DomainError) throw outcome ?? notFound();
    return outcome;
  }

  /** What became of each request, in order: accepted, or the refusal. */
  async acceptAll(
    tx: AgencyTx,
    requests: readonly SendRequest[],
    { isRecordedByCaller = false }: AcceptOptions = {},
  ): Promise<(Acceptance | DomainError)[]> {
    if (requests.length === 0) return [];
    const now = this.clock.now();
    const [standing, findings] = await Promise.all([asRefusal(this.trial.standing(tx)), this.findAll(tx, requests)]);
    if (standing instanceof DomainError) return requests.map(() => standing);
    const asked = findings.map((found) => this.unsayable(found.request) ?? check(tx, standing, found, now));
    const checked = await this.admission.admit(tx, asked, laneOf);
    const entitled = await this.entitle(tx, standing, await this.trial.guestsOnly(tx, standing, checked), now);
    const allowed = entitled.filter(isNoRefusal);
    const rows = await this.toMessages(tx, allowed, now);
    await Promise.all([
      rows.length > 0 ? this.messages.insertAccepted(tx, rows) : undefined,
      isRecordedByCaller ? undefined : this.record(tx, allowed, rows),
      this.recordOverrides(tx, allowed, rows),
    ]);
    const byRequest = new Map(allowed.map((one, index) => [one, rows[index]]));
    return entitled.map((one) => {
      if (one instanceof DomainError) return one;
      const row = byRequest.get(one);
      return row ? toAcceptance(one.request, row) : notFound();
    });
  }

  /** What the requests name. */
  private async findAll(tx: AgencyTx, requests: readonly SendRequest[]): Promise<Findings[]> {
    const quotations = await this.lookUps.quotations(tx, requests);
    const [purposes, contacts, numbers, files] = await Promise.all([
      this.purposes.findActive(tx, [...new Set(requests.map(({ purpose }) => purpose))]),
      this.contacts.resolve(
        tx,
        requests.map(({ recipient }) => recipient),
      ),
      this.lookUps.numbers(tx, requests, quotations),
      this.lookUps.files(tx, requests),
    ]);
    const templates = await this.lookUps.templates(tx, requests, numbers, contacts);
    return requests.map((request, place) => ({
      request,
      purpose: purposes.get(request.purpose),
      contact: contacts[place] ?? null,
      number: numbers[place] ?? notFound(),
      template: templates[place] ?? null,
      quotation: quotations[place] ?? null,
      fileFault: files[place] ?? null,
    }));
  }

  /** What is wrong with the content itself, whoever it is for. */
  private unsayable(request: SendRequest): DomainError | null {
    const { WHATSAPP_FILENAME_MAX: filename, WHATSAPP_FLOW_LABEL_MAX: flowLabel } = this.env;
    const problems = requestProblems(request, { filename, flowLabel });
    return problems.length > 0 ? invalidRequest(problems) : null;
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
    const strangers = granted.filter(isStranger);
    const made = await this.contacts.createAll(
      tx,
      strangers.map(({ request }) => request),
    );
    const byStranger = new Map<Granted, KnownContact | undefined>(strangers.map((one, place) => [one, made[place]]));
    return granted.map((one) => {
      if (one instanceof DomainError) return one;
      const contact = one.contact ?? byStranger.get(one);
      return contact ? { ...one, contact } : notFound();
    });
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

  private async toMessages(tx: AgencyTx, allowed: readonly Entitled[], now: Date): Promise<NewMessage[]> {
    if (allowed.length === 0) return [];
    const keys = await this.keyRing.load(tx.agencyId);
    const unsalted = allowed.filter(({ contact }) => !contact.salt).map(({ contact }) => contact.id);
    const salts = await this.contacts.salts(tx, [...new Set(unsalted)]);
    return allowed.map((one) => {
      const salt = one.contact.salt ?? salts.get(one.contact.id);
      if (!salt) throw notFound();
      return this.toMessage({ tx, keys, salt, now }, one);
    });
  }

  private toMessage({ tx, keys, salt, now }: Making, { right, ...one }: Entitled): NewMessage {
    const { request, purpose, number, contact, template, quotation } = one;
    const { reference, metadata } = request;
    const id = newId();
    const content = contentOf(request, template);
    const quoted = quotation ? { messageId: quotation.messageId, wamid: quotation.wamid } : undefined;
    const body = serialiseBody({ content, quoted, reference, metadata });
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
      kind: content.type,
      templateId: template?.id ?? null,
      templateVersion: template?.version ?? null,
      bodySealed: this.sealer.sealForPerson(keys, salt, bodyPlace(keys.agencyId, id), body),
      referenceBidx: reference ? blindIndex(keys.current('index').key, REFERENCE_LABEL, reference) : null,
      inDoubtPolicy: purpose.inDoubtPolicy,
      acceptedAt: now,
      ...one.schedule,
      resendOf: request.resendOf ?? null,
      quietOverride: request.overrideQuietHours !== undefined,
    };
  }

  /** Who woke people at night, and why, is on record for each of them. */
  private async recordOverrides(
    tx: AgencyTx,
    allowed: readonly Entitled[],
    rows: readonly NewMessage[],
  ): Promise<void> {
    const overrides = rows.flatMap(({ id, contactId }, place): AuditAction[] => {
      const reason = allowed[place]?.request.overrideQuietHours?.reason;
      if (reason === undefined) return [];
      const target = { kind: 'message', id };
      const { origin } = allowed[place]?.request ?? {};
      return [{ type: 'message.quiet_hours_overridden', target, subjectId: contactId, detail: { reason }, origin }];
    });
    await this.audit.record(tx, overrides);
  }

  private async record(tx: AgencyTx, allowed: readonly Entitled[], rows: readonly NewMessage[]): Promise<void> {
    await this.audit.record(
      tx,
      rows.map(({ id, contactId, basis }, place) => ({
        type: 'message.accepted' as const,
        target: { kind: 'message', id },
        subjectId: contactId,
        basis,
        origin: allowed[place]?.request.origin,
      })),
    );
  }
}

/** What was found of a request. */
interface Findings {
  readonly request: SendRequest;
  readonly purpose: Purpose | undefined;
  readonly contact: KnownContact | null;
  readonly number: Found<SendingNumber>;
  readonly template: Found<SendableTemplate | null>;
  readonly quotation: Found<Quotation | null>;
  readonly fileFault: DomainError | null;
}

const OVERRIDE_QUIET_HOURS = 'messages:override-quiet-hours';

/** Everything but the gate. The first refusal wins: purpose, lane, times, number, recipient, template. */
function check(
  { permissions }: AgencyTx,
  standing: AgencyStanding,
  { request, purpose, contact, number, template, quotation, fileFault }: Findings,
  now: Date,
): Checked | DomainError {
  if (!purpose) return purposeUnknown(request.purpose);
  // Alerts pass a STOP, so neither their lane nor a purpose made for them is open to a single caller.
  if (request.lane === 'alert' || purpose.category === 'alert') return laneReserved();
  if (request.overrideQuietHours && !permissions.has(OVERRIDE_QUIET_HOURS)) {
    return permissionMissing(OVERRIDE_QUIET_HOURS);
  }
  const isFree = purpose.quietHours === 'exempt' || request.overrideQuietHours !== undefined;
  const firstAllowed = isFree ? (at: Date) => at : (at: Date) => standing.firstAllowed(at);
  const schedule = scheduleOf(request, { defaultTtlSeconds: purpose.defaultTtlSeconds, firstAllowed, now });
  if (schedule instanceof DomainError) return schedule;
  if (quotation instanceof DomainError) return quotation;
  if (number instanceof DomainError) return number;
  if (!contact && !('phone' in request.recipient)) return notFound();
  if (quotation && quotation.contactId !== contact?.id) return notQuotable('somebody else wrote it');
  if (template instanceof DomainError) return template;
  if (fileFault) return fileFault;
  return { request, purpose, number, contact, template, quotation, schedule };
}

function isStranger(one: Granted | DomainError): one is Granted {
  return !(one instanceof DomainError) && one.contact === null;
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

function toAcceptance({ reference }: SendRequest, row: NewMessage): Acceptance {
  const { id, acceptedAt, notBefore, phoneNumberId: numberId, lane, contactId, basis } = row;
  const message: AcceptedMessage = { id, state: 'accepted', acceptedAt, sendAt: notBefore ?? undefined, reference };
  return { message, numberId, lane, contactId, basis };
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

function contentOf(request: SendRequest, found: SendableTemplate | null): MessageContent {
  const { template } = request;
  const content: MessageContent | null =
    template && found
      ? { type: 'template', template: { ...template, name: found.name, language: found.language } }
      : freeFormOf(request);
  if (!content) throw new Error('a request holds a template or a content of another kind');
  return content;
}
