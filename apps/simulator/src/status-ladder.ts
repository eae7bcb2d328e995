import type { MessagePricing, MessageStatus, WebhookError } from '#libs/whatsapp';
import type { Citizens } from './citizens.js';
import type { Faults } from './faults.js';
import { titleOf } from './graph-error.js';
import type { PersonaKind, Personas } from './personas.js';
import type { Delays, Profile } from './profile.js';
import type { Recipient } from './recipient.js';
import type { Scheduler } from './scheduler.js';
import type { Threads } from './threads.js';
import type { WebhookSender } from './webhook-sender.js';
import type { WorldNumber } from './world.js';

export interface AcceptedMessage {
  readonly wamid: string;
  readonly number: WorldNumber;
  readonly recipient: Recipient;
  readonly callbackData: string | null;
  readonly type: string;
  /** The category of the template in lower case, or `service`. */
  readonly category: string;
  readonly at: number;
  /** What Meta reports of it after it was accepted, whoever it is for. */
  readonly failsWith: number | null;
}

type Step = keyof Delays;

const STEPS: readonly Step[] = ['sent', 'delivered', 'read'];

/** Who blocked the number gets nothing, and the number is not told so. */
const STEPS_OF: Readonly<Partial<Record<PersonaKind, readonly Step[]>>> = {
  'blocked-you': ['sent'],
  'never-reads': ['sent', 'delivered'],
};

/** Meta reports nothing but `sent` for a reaction. */
const REACTION_STEPS: readonly Step[] = ['sent'];

const ERROR_CODES_URL =
  'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes/';

const DETAILS: Readonly<Record<number, string>> = {
  131026: 'Message Undeliverable.',
  131047:
    'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
};

/** What becomes of an accepted message: sent, delivered, read, each at its time, or failed. */
export class StatusLadder {
  constructor(
    private readonly profile: Profile,
    private readonly citizens: Citizens,
    private readonly personas: Personas,
    private readonly faults: Faults,
    private readonly threads: Threads,
    private readonly scheduler: Scheduler,
    private readonly webhooks: WebhookSender,
  ) {}

  climb(message: AcceptedMessage): void {
    if (!this.profile.settings.statuses) return;
    const plan = this.plan(message);
    const code = this.failureCode(message);
    const [first] = plan;
    if (code !== null) {
      this.scheduler.at(first?.at ?? message.at, () => this.emit(message, 'failed', code));
      return;
    }
    for (const { step, at } of plan) this.scheduler.at(at, () => this.take(message, step));
  }

  /** The citizen opens the chat: `read` at once instead of at its time. */
  read(message: AcceptedMessage): void {
    this.take(message, 'read');
  }

  private plan(message: AcceptedMessage): { step: Step; at: number }[] {
    const { delays } = this.profile.settings;
    const plan: { step: Step; at: number }[] = [];
    const persona = this.personas.of(message.recipient.key);
    const steps = message.type === 'reaction' ? REACTION_STEPS : (STEPS_OF[persona.is] ?? STEPS);
    let earliest = message.at;
    for (const step of steps) {
      const range = delays[step];
      if (!range) continue;
      const later = persona.is === 'slow' && step !== 'sent' ? persona.delayMs : 0;
      earliest = Math.max(earliest, message.at + this.profile.random.between(range) + later);
      plan.push({ step, at: earliest });
    }
    return this.reordered(message, plan);
  }

  private reordered(message: AcceptedMessage, plan: { step: Step; at: number }[]): { step: Step; at: number }[] {
    const fault = this.faults.strike(['webhook-reorder'], message.recipient.key, message.number.id);
    if (!fault) return plan;
    const steps = (fault.random ?? this.profile.random).shuffle(plan.map(({ step }) => step));
    return plan.map(({ at }, index) => ({ step: steps[index] as Step, at }));
  }

  /** Free-form messages need an open window; Meta accepts them and fails them afterwards. */
  private failureCode({ number, recipient, type, category, at, failsWith }: AcceptedMessage): number | null {
    const fault = this.faults.strike(['webhook-fail'], recipient.key, number.id);
    if (fault) return fault.code;
    if (failsWith !== null) return failsWith;
    const ofPerson = this.personas.failureOf(recipient.key, category);
    if (ofPerson !== null) return ofPerson;
    return type === 'template' || this.citizens.isWindowOpen(recipient.key, number, at) ? null : 131047;
  }

  private take(message: AcceptedMessage, step: Step): void {
    if (step === 'read' && this.threads.find(message.wamid)?.status === 'read') return;
    this.emit(message, step, null);
  }

  private emit(message: AcceptedMessage, status: Step | 'failed', code: number | null): void {
    const { number, recipient } = message;
    const phone = recipient.phone ?? this.citizens.phoneOf(recipient.key);
    const userId = recipient.userId ?? this.citizens.userIdOf(recipient.key, number);
    // A citizen who was written to by user id keeps the phone number hidden.
    const isHidden = recipient.userId !== null || this.citizens.hidesPhone(recipient.key);
    const parentId = this.citizens.parentIdOf(recipient.key);
    const person = { key: recipient.key, userId, phone: isHidden ? null : phone, parentId };
    const item = { status: this.toStatus(message, status, person, code) };
    this.showOnPhone(message.wamid, status, item.status.errors?.[0]);
    this.webhooks.send({ number, contact: code === null ? this.citizens.contact(person) : null, item }, recipient.key);
  }

  private toStatus(
    message: AcceptedMessage,
    status: string,
    person: { readonly userId: string; readonly phone: string | null; readonly parentId: string | null },
    code: number | null,
  ): MessageStatus {
    const isFailure = code !== null;
    return {
      id: message.wamid,
      status,
      timestamp: String(Math.floor(this.scheduler.now() / 1_000)),
      ...(person.phone !== null && { recipient_id: person.phone }),
      ...((!isFailure || person.phone === null) && { recipient_user_id: person.userId }),
      ...(person.parentId !== null && { recipient_parent_user_id: person.parentId }),
      ...(message.callbackData !== null && { biz_opaque_callback_data: message.callbackData }),
      ...(PRICED.has(status) && { pricing: this.pricingOf(message.category) }),
      ...(PRICED.has(status) && this.conversationOf(message, status)),
      ...(isFailure && { errors: [toError(code)] }),
    };
  }

  private pricingOf(category: string): MessagePricing {
    const isOld = this.profile.settings.webhookVersion === 'v23';
    return { billable: true, pricing_model: isOld ? 'CBP' : 'PMP', type: 'regular', category };
  }

  /** Webhooks up to v23 tell of conversations; its end comes with `sent` alone. */
  private conversationOf(
    { wamid, category, at }: AcceptedMessage,
    status: string,
  ): Pick<MessageStatus, 'conversation'> {
    if (this.profile.settings.webhookVersion !== 'v23') return {};
    const ends = { expiration_timestamp: String(Math.floor(at / 1_000) + 86_400) };
    const id = Buffer.from(wamid).toString('hex').slice(-32);
    return { conversation: { id, origin: { type: category }, ...(status === 'sent' && ends) } };
  }

  /** A late `sent` of a reordered message does not take the ticks back. */
  private showOnPhone(wamid: string, status: string, error?: WebhookError): void {
    const shown = this.threads.find(wamid)?.status;
    if (shown === undefined || rankOf(status) <= rankOf(shown)) return;
    this.threads.setStatus(wamid, status, error && `Not delivered (${error.code}): ${error.error_data?.details}`);
  }
}

/** Pricing comes with `sent` and with one of `delivered` and `read`. */
const PRICED: ReadonlySet<string> = new Set(['sent', 'delivered']);

const RANKS = ['accepted', 'sent', 'failed', 'delivered', 'read'];

function rankOf(status: string): number {
  return RANKS.indexOf(status);
}

function toError(code: number): WebhookError {
  const title = titleOf(code);
  return { code, title, message: title, error_data: { details: DETAILS[code] ?? title }, href: ERROR_CODES_URL };
}
