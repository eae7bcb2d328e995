import { Injectable } from '@nestjs/common';
import { type AgencyStanding, StandingService } from '#libs/agencies';
import { ConsentGate, type GateRequest, type Purpose, PurposesService } from '#libs/consent';
import { type Addressee, ContactsService } from '#libs/contacts';
import { type AgencyKeys, FieldSealer, KeyRing, kidOf } from '#libs/crypto';
import type { AgencyTx } from '#libs/database';
import type { Uuid } from '#libs/kernel';
import { ProviderMediaService } from '#libs/media';
import { Logger } from '#libs/observability';
import type { SendingNumber } from '#libs/phone-numbers';
import { type SendableTemplate, TemplatesService, templateKey } from '#libs/templates';
import type { SendBody } from '#libs/whatsapp';
import { bodyPlace } from './body-place.js';
import { libraryIdsOf } from './content/media-of.js';
import { type MessageBody, parseBody } from './message-content.js';
import type { DueMessage } from './message-row.js';
import { mayMove } from './message-state.js';
import { toSendBody } from './send-body.js';

/** A message that may leave once the files that it names are with the provider. */
interface Ready {
  readonly kind: 'ready';
  readonly category: string | null;
  readonly files: readonly Uuid[];
  readonly toBody: (attempt: number, media: ReadonlyMap<Uuid, string>) => SendBody;
}

/** What becomes of a claimed message. */
export type DispatchVerdict =
  | { readonly kind: 'send'; readonly category: string | null; readonly toBody: (attempt: number) => SendBody }
  | { readonly kind: 'stop'; readonly move: 'suppress' | 'expire'; readonly code: string }
  | { readonly kind: 'wait'; readonly until: Date }
  /** Its state says that there is nothing left to do; the outbox row is a leftover. */
  | { readonly kind: 'settled' };

interface Facts {
  readonly number: SendingNumber;
  readonly now: Date;
  readonly standing: AgencyStanding;
  readonly purposes: ReadonlyMap<string, Purpose>;
  readonly addressees: ReadonlyMap<Uuid, Addressee>;
  readonly templates: ReadonlyMap<string, SendableTemplate>;
  readonly keys: AgencyKeys;
}

/** A claim that is older is not written any more. */
const WRITTEN_WITHIN_MS = 2_000;

/** A template that Meta has paused is looked at again after this. */
const TEMPLATE_RECHECK_MS = 60_000;

/** A file is with the provider within seconds, and the number is woken then. */
const FILE_RECHECK_MS = 3_000;

/** The second gate: everything that could have changed since the message was accepted is asked again before it leaves. */
@Injectable()
export class DispatchCheck {
  constructor(
    private readonly standings: StandingService,
    private readonly purposes: PurposesService,
    private readonly gate: ConsentGate,
    private readonly contacts: ContactsService,
    private readonly templates: TemplatesService,
    private readonly media: ProviderMediaService,
    private readonly keyRing: KeyRing,
    private readonly sealer: FieldSealer,
    private readonly logger: Logger,
  ) {}

  /** One verdict per message, in order. The number of statements does not depend on the number of messages. */
  async assess(
    tx: AgencyTx,
    number: SendingNumber,
    messages: readonly DueMessage[],
    now: Date,
  ): Promise<DispatchVerdict[]> {
    const facts = await this.gather(tx, number, messages, now);
    const requests = messages.map((message) => gateRequest(message, facts));
    const known = requests.filter((request) => request !== null);
    const gateVerdicts = await this.gate.assess(tx, known);
    const byRequest = new Map(known.map((request, index) => [request, gateVerdicts[index]]));
    const verdicts = messages.map((message, index): DispatchVerdict | Ready => {
      const request = requests[index];
      const gated = request ? byRequest.get(request) : undefined;
      if (!mayMove(message.state, 'claim')) return { kind: 'settled' };
      if (message.expiresAt && message.expiresAt <= now) return { kind: 'stop', move: 'expire', code: 'expired' };
      if (!gated) return { kind: 'stop', move: 'suppress', code: 'contact-erased' };
      if (!gated.allowed) return { kind: 'stop', move: 'suppress', code: gated.code };
      return this.readyToSend(message, facts);
    });
    return this.withFiles(tx, facts, verdicts);
  }

  /** A file that the provider does not have yet is handed over and waited for; one that it refused is waited for in vain. */
  private async withFiles(
    tx: AgencyTx,
    { number, now }: Facts,
    verdicts: readonly (DispatchVerdict | Ready)[],
  ): Promise<DispatchVerdict[]> {
    const files = [...new Set(verdicts.flatMap((one) => (one.kind === 'ready' ? one.files : [])))];
    const media = await this.media.ready(tx, number.id, files);
    const missing = files.filter((id) => !media.has(id));
    const failed = await this.media.failed(tx, number.id, missing);
    // Also what was given up: a later message with the same file has another chance.
    if (missing.length > 0) await this.media.request(tx, number.id, missing);
    return verdicts.map((one) => {
      if (one.kind !== 'ready') return one;
      if (one.files.some((id) => failed.has(id))) return { kind: 'stop', move: 'suppress', code: 'file-not-sendable' };
      if (one.files.some((id) => !media.has(id)))
        return { kind: 'wait', until: new Date(now.getTime() + FILE_RECHECK_MS) };
      return { kind: 'send', category: one.category, toBody: (attempt) => one.toBody(attempt, media) };
    });
  }

  private async gather(
    tx: AgencyTx,
    number: SendingNumber,
    messages: readonly DueMessage[],
    now: Date,
  ): Promise<Facts> {
    const purposeRefs = messages.flatMap(({ purposeId, purposeVersion }) =>
      purposeId && purposeVersion ? [{ id: purposeId, version: purposeVersion }] : [],
    );
    const templateRefs = messages.flatMap(({ templateId, templateVersion }) =>
      templateId && templateVersion ? [{ templateId, version: templateVersion }] : [],
    );
    const [standing, purposes, addressees, templates, keys] = await Promise.all([
      this.standings.of(tx),
      this.purposes.byVersion(tx, purposeRefs),
      this.contacts.addressees(tx, [...new Set(messages.map(({ contactId }) => contactId))]),
      templateRefs.length > 0 ? this.templates.byVersion(tx, templateRefs) : new Map<string, SendableTemplate>(),
      this.keyRing.load(
        tx.agencyId,
        messages.flatMap(({ bodySealed }) => (bodySealed ? [kidOf(bodySealed)] : [])),
      ),
    ]);
    return { number, now, standing, purposes, addressees, templates, keys };
  }

  private readyToSend(message: DueMessage, facts: Facts): DispatchVerdict | Ready {
    const addressee = facts.addressees.get(message.contactId);
    if (!addressee || !message.bodySealed) return { kind: 'stop', move: 'suppress', code: 'contact-erased' };
    if (facts.number.mode === 'live' && !facts.standing.admits(addressee.phone))
      return { kind: 'stop', move: 'suppress', code: 'trial-guests-only' };
    const template = templateOf(message, facts);
    if (message.templateId && !template) return { kind: 'stop', move: 'suppress', code: 'template-not-approved' };
    // Meta delivers one-time codes to phone numbers only (131062).
    if (template?.category === 'AUTHENTICATION' && !addressee.phone)
      return { kind: 'stop', move: 'suppress', code: 'phone-needed' };
    const waitUntil = quietUntil(message, facts) ?? (template ? templateWait(template, facts.now) : null);
    if (waitUntil) return { kind: 'wait', until: waitUntil };
    const body = this.bodyOf(message.id, message.bodySealed, addressee, facts.keys);
    if (!body) return { kind: 'stop', move: 'suppress', code: 'content-unreadable' };
    return {
      kind: 'ready',
      category: template?.category ?? null,
      files: libraryIdsOf(body.content),
      toBody: (attempt, media) => toSendBody({ messageId: message.id, attempt, ...body, addressee, template, media }),
    };
  }

  /** A damaged row stops itself and nothing else of its number. */
  private bodyOf(id: Uuid, sealed: Buffer, { salt }: Addressee, keys: AgencyKeys): MessageBody | null {
    try {
      return parseBody(this.sealer.openForPerson(keys, salt, bodyPlace(keys.agencyId, id), sealed).toString('utf8'));
    } catch (error) {
      this.logger.failure('message body does not open', error, { agencyId: keys.agencyId, messageId: id });
      return null;
    }
  }
}

function gateRequest(message: DueMessage, facts: Facts): GateRequest | null {
  const purpose = facts.purposes.get(`${message.purposeId}/${message.purposeVersion}`);
  const addressee = facts.addressees.get(message.contactId);
  if (!purpose || !addressee) return null;
  return {
    contactId: message.contactId,
    suppressionHmacs: addressee.suppressionHmacs,
    purpose,
    phoneNumberId: facts.number.id,
    content: message.kind === 'template' ? 'template' : 'free-form',
    at: facts.now,
  };
}

/** What is claimed now is written within two seconds, or not at all: both ends of that must lie outside the quiet hours. */
function quietUntil(message: DueMessage, { purposes, standing, now }: Facts): Date | null {
  const purpose = purposes.get(`${message.purposeId}/${message.purposeVersion}`);
  if (message.quietOverride || purpose?.quietHours === 'exempt') return null;
  const allowed = standing.firstAllowed(now);
  if (allowed > now) return allowed;
  const written = new Date(now.getTime() + WRITTEN_WITHIN_MS);
  const allowedThen = standing.firstAllowed(written);
  return allowedThen > written ? allowedThen : null;
}

function templateWait(template: SendableTemplate, now: Date): Date | null {
  if (template.heldUntil && template.heldUntil > now) return template.heldUntil;
  return template.status === 'APPROVED' ? null : new Date(now.getTime() + TEMPLATE_RECHECK_MS);
}

function templateOf({ templateId, templateVersion }: DueMessage, facts: Facts): SendableTemplate | undefined {
  return templateId && templateVersion
    ? facts.templates.get(templateKey({ templateId, version: templateVersion }))
    : undefined;
}
