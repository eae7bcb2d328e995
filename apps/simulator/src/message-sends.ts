import type { BlockedUsers } from './blocked-users.js';

import type { Citizens } from './citizens.js';
import type { CompiledTemplate } from './compiled-template.js';
import { checkContent, readType } from './content-rules.js';
import { ANSWER_FAULTS, type Fault, type Faults } from './faults.js';
import { assertLength } from './field-checks.js';
import { GraphFailure, invalid, invalidValue, missing } from './graph-error.js';
import { htmlReply, jsonReply, type Reply } from './http-reply.js';
import { isObject, isText, type JsonObject, parseJson } from './json.js';
import type { LaterRefusals } from './later-refusals.js';
import type { Ledger } from './ledger.js';
import type { Limits } from './limits.js';
import type { NumberRegistrations } from './number-registrations.js';
import type { Profile } from './profile.js';
import { type Recipient, readRecipient } from './recipient.js';
import type { SimulatorClock } from './simulator-clock.js';
import type { AcceptedMessage, StatusLadder } from './status-ladder.js';
import { checkTemplate } from './template-rules.js';
import type { Threads } from './threads.js';
import { toBubble } from './to-bubble.js';
import type { WorldNumber } from './world.js';

export interface MessageSendsParts {
  readonly clock: SimulatorClock;
  readonly profile: Profile;
  readonly citizens: Citizens;
  readonly limits: Limits;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly threads: Threads;
  readonly ladder: StatusLadder;
  readonly registrations: NumberRegistrations;
  readonly blocked: BlockedUsers;
  readonly laterRefusals: LaterRefusals;
}

interface CheckedSend {
  readonly body: JsonObject;
  readonly number: WorldNumber;
  readonly type: string;
  readonly recipient: Recipient;
  readonly template: CompiledTemplate | null;
  readonly callbackData: string | null;
}

const CALLBACK_DATA_CHARACTERS = 512;

/** `POST /{phone number id}/messages`. The order of the checks is the one that Meta shows from outside. */
export class MessageSends {
  constructor(private readonly parts: MessageSendsParts) {}

  post(number: WorldNumber, body: unknown): Reply {
    if (!isObject(body)) throw new GraphFailure(100, { message: '(#100) Invalid JSON' });
    if (body['messaging_product'] !== 'whatsapp') {
      throw new GraphFailure(100, { message: '(#100) The parameter messaging_product is required.' });
    }
    this.parts.registrations.assertMaySend(number);
    if (body['status'] !== undefined) return this.markRead(number, body);
    const send = this.check(number, body);
    if (this.parts.profile.settings.limits) {
      this.parts.limits.assertMaySend(number, send.recipient.key, this.parts.clock.now());
    }
    const fault = this.parts.faults.strike(ANSWER_FAULTS, send.recipient.key, number.id);
    return fault ? this.answerWithFault(fault, send) : this.accept(send);
  }

  /** https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages */
  postMarketing(number: WorldNumber, body: unknown): Reply {
    if (isObject(body) && isObject(body['template']) && body['type'] === 'template') {
      const template = checkTemplate(body['template'], number.waba);
      if (template.category === 'MARKETING') return this.post(number, body);
    }
    throw new GraphFailure(131055, { details: 'Only marketing templates can be sent here.' });
  }

  private check(number: WorldNumber, given: JsonObject): CheckedSend {
    // Graph takes any parameter that holds an object or a list also as the JSON text of it.
    const body = withParsedContent(given);
    if (body['category'] !== undefined) throw invalid('This account may not send without templates.');
    const type = readType(body);
    const recipient = readRecipient(body, number, this.parts.citizens);
    this.parts.blocked.assertMayWriteTo(number, recipient.key);
    const callbackData = readCallbackData(body);
    checkContent(type, body);
    const template = type === 'template' ? checkTemplate(body['template'] as JsonObject, number.waba) : null;
    if (template?.category === 'AUTHENTICATION' && recipient.userId !== null) {
      throw new GraphFailure(131062, {
        details: 'Authentication templates with one-tap, zero-tap or copy-code buttons need a phone number.',
      });
    }
    return { body, number, type, recipient, template, callbackData };
  }

  private accept(send: CheckedSend): Reply {
    const { number, recipient, type, callbackData } = send;
    const at = this.parts.clock.now();
    const wamid = this.parts.ledger.add({ phoneNumberId: number.id, to: recipient.key, callbackData, type, at });
    const category = send.template?.category.toLowerCase() ?? 'service';
    const failsWith = this.parts.laterRefusals.codeOf(send, at);
    const message: AcceptedMessage = { wamid, number, recipient, callbackData, type, category, at, failsWith };
    if (this.parts.profile.settings.threads) this.show(send, message);
    this.parts.ladder.climb(message);
    return jsonReply(200, {
      messaging_product: 'whatsapp',
      contacts: [{ input: recipient.input, ...personOf(recipient) }],
      messages: [{ id: wamid, ...(send.template && { message_status: 'accepted' }) }],
    });
  }

  private show(send: CheckedSend, accepted: AcceptedMessage): void {
    const bubble = toBubble(send.type, send.body, send.template);
    const { wamid, at } = accepted;
    const message = { ...bubble, wamid, at, direction: 'to-citizen' as const, status: 'accepted', accepted };
    this.parts.threads.add(send.recipient.key, send.number.id, message);
  }

  private answerWithFault(fault: Fault, send: CheckedSend): Reply {
    if (fault.kind !== 'status') {
      const answer = this.accept(send);
      return fault.kind === 'slow'
        ? { ...answer, delayMs: fault.delayMs }
        : { ...answer, end: fault.kind as 'hang' | 'reset' };
    }
    if (fault.accept) this.accept(send);
    if (!fault.graphBody) return htmlReply(fault.httpStatus);
    return jsonReply(fault.httpStatus, new GraphFailure(fault.code).toBody());
  }

  private markRead(number: WorldNumber, body: JsonObject): Reply {
    if (body['status'] !== 'read') throw invalidValue('Param status must be "read".');
    const wamid = body['message_id'];
    if (!isText(wamid)) throw missing('message_id');
    const message = this.parts.threads.findIn(wamid, number.id);
    if (message?.direction !== 'to-agency')
      throw invalidValue('The parameter message_id is not a message of this number.');
    const isTyping = readTyping(body['typing_indicator']);
    this.parts.threads.readUpTo(wamid);
    if (isTyping) this.parts.threads.showTyping(wamid);
    return jsonReply(200, { success: true });
  }
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/typing-indicators */
function readTyping(indicator: unknown): boolean {
  if (indicator === undefined || indicator === null) return false;
  if (isObject(indicator) && indicator['type'] === 'text') return true;
  throw invalidValue('Param typing_indicator[\'type\'] must be "text".');
}

function withParsedContent(body: JsonObject): JsonObject {
  const type = String(body['type'] ?? 'text').toLowerCase();
  const content = body[type];
  const parsed = typeof content === 'string' && /^[[{]/.test(content) ? parseJson(content) : undefined;
  return parsed === undefined ? body : { ...body, [type]: parsed };
}

function readCallbackData(body: JsonObject): string | null {
  const callbackData = body['biz_opaque_callback_data'] ?? null;
  if (callbackData === null) return null;
  if (typeof callbackData !== 'string') throw invalidValue('Param biz_opaque_callback_data must be a string.');
  assertLength(callbackData, CALLBACK_DATA_CHARACTERS, 'biz_opaque_callback_data');
  return callbackData;
}

function personOf(recipient: Recipient): object {
  return recipient.phone === null ? { user_id: recipient.userId } : { wa_id: recipient.phone };
}
