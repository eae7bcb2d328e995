import { ControlError } from './control-error.js';
import type { DisplayNames } from './display-names.js';
import type { EventStream } from './event-stream.js';
import { isObject, isText } from './json.js';
import { type NumberLife, type NumberLives, type SentCode, statusOf } from './number-life.js';
import type { Signups } from './signups.js';
import type { WebhookSender } from './webhook-sender.js';
import type { World, WorldNumber } from './world.js';

export interface NumbersControlParts {
  readonly world: World;
  readonly lives: NumberLives;
  readonly names: DisplayNames;
  readonly signups: Signups;
  readonly events: EventStream;
  readonly webhooks: WebhookSender;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput */
const UPGRADED_PER_SECOND = 1_000;
/** No citizen has to do with it, so only faults for all of them strike. */
const NOBODY = '';
const QUALITIES = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'];
const LIMITS = ['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED'];
const STATUSES = ['CONNECTED', 'PENDING', 'DISCONNECTED', 'FLAGGED', 'RESTRICTED', 'RATE_LIMITED', 'BANNED'];

/** `/_sim/numbers`, `/_sim/codes`, `/_sim/signups`: what comes to the handset of a number, and what Meta decides about it. */
export class NumbersControl {
  constructor(private readonly parts: NumbersControlParts) {}

  list(): object[] {
    return this.parts.world.numbers().map((number) => describe(number, this.parts.lives.of(number)));
  }

  /** Newest first; of every number, or of one. */
  codes(phoneNumberId: string | null): object[] {
    const numbers = this.parts.world.numbers().filter(({ id }) => phoneNumberId === null || id === phoneNumberId);
    return numbers
      .flatMap((number) => this.parts.lives.of(number).codes.map((code) => ({ number, code })))
      .sort((a, b) => b.code.at - a.code.at)
      .map(({ number, code }) => describeCode(number, code));
  }

  /** `{ status: APPROVED | DECLINED }` decides about the requested name, or about the first one. */
  decideName(id: string, input: unknown): object {
    const number = this.find(id);
    const status = isObject(input) ? input['status'] : undefined;
    if (status !== 'APPROVED' && status !== 'DECLINED') {
      throw new ControlError('invalid-name-status', 'status is APPROVED or DECLINED.', 'status');
    }
    this.parts.names.decide(number, status);
    return describe(number, this.parts.lives.of(number));
  }

  /**
   * `{ quality?, status?, messagingLimit?, verifiedName?, profile? }`: Meta's opinion of a number, and what somebody changed in
   * WhatsApp Manager; status null lets it follow from the registration again.
   */
  setFacts(id: string, input: unknown): object {
    const number = this.find(id);
    const life = this.parts.lives.of(number);
    const { quality, status, messagingLimit, verifiedName, profile } = isObject(input) ? input : {};
    if (quality !== undefined) life.quality = readOneOf('quality', quality, QUALITIES);
    if (status !== undefined) life.status = status === null ? null : readOneOf('status', status, STATUSES);
    if (messagingLimit !== undefined) life.messagingLimit = readOneOf('messagingLimit', messagingLimit, LIMITS);
    if (isText(verifiedName)) number.verifiedName = verifiedName;
    if (isObject(profile)) life.profile = { ...life.profile, ...profile };
    this.parts.events.emit('numbers', {});
    return describe(number, life);
  }

  /** Raises a number's throughput and tells so, each time that it is asked to: Meta tells some things twice. */
  upgradeThroughput(id: string): object {
    const number = this.find(id);
    number.messagesPerSecond = UPGRADED_PER_SECOND;
    const value = {
      display_phone_number: number.digits,
      event: 'THROUGHPUT_UPGRADE',
      current_limit: 'TIER_UNLIMITED',
      max_daily_conversations_per_business: 'TIER_UNLIMITED',
    };
    const change = { field: 'phone_number_quality_update', value };
    this.parts.webhooks.send({ number, contact: null, item: { change } }, NOBODY);
    this.parts.events.emit('numbers', {});
    return describe(number, this.parts.lives.of(number));
  }

  signUp(input: unknown): object {
    return this.parts.signups.finish(input);
  }

  private find(id: string): WorldNumber {
    const number = this.parts.world.findNumber(id);
    if (!number) throw new ControlError('not-found', 'There is no number with this id.', 'id', 404);
    return number;
  }
}

function readOneOf(field: string, value: unknown, allowed: readonly string[]): string {
  if (isText(value) && allowed.includes(value)) return value;
  throw new ControlError('invalid-facts', `${field} is one of ${allowed.join(', ')}.`, field);
}

function describe(number: WorldNumber, life: NumberLife): object {
  return {
    phoneNumberId: number.id,
    wabaId: number.waba.id,
    account: number.waba.name,
    displayPhoneNumber: number.displayPhoneNumber,
    verifiedName: number.verifiedName,
    isVerified: life.isVerified,
    isRegistered: life.isRegistered,
    status: statusOf(life),
    quality: life.quality,
    messagesPerSecond: number.messagesPerSecond,
    nameStatus: life.nameStatus,
    requestedName: life.requestedName,
  };
}

function describeCode(number: WorldNumber, { digits, method, language, at }: SentCode): object {
  return {
    phoneNumberId: number.id,
    displayPhoneNumber: number.displayPhoneNumber,
    code: digits,
    method,
    language,
    at: new Date(at).toISOString(),
  };
}
