import type { InboundMessage } from '#libs/whatsapp';
import type { Citizens } from './citizens.js';
import { ControlError } from './control-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import type { Personas } from './personas.js';
import type { SimulatorClock } from './simulator-clock.js';
import { inboundWamid } from './wamid.js';
import type { WebhookSender } from './webhook-sender.js';
import type { World, WorldNumber } from './world.js';

export interface CitizenActsParts {
  readonly clock: SimulatorClock;
  readonly world: World;
  readonly citizens: Citizens;
  readonly personas: Personas;
  readonly webhooks: WebhookSender;
}

const PHONE = /^\+?\d{7,15}$/;
const CHOICES = ['stop', 'resume', 'signup'];

/** What citizens do besides writing: they change their number, get a new id, stop marketing, call. Each is told by webhook. */
export class CitizenActs {
  private sequence = 0;

  constructor(private readonly parts: CitizenActsParts) {}

  become(input: unknown): object {
    const { phone, persona } = this.parts.personas.change(input);
    return { phone, ...persona };
  }

  /** `{ phone, to, phoneNumberId }`: the same person, under another number and with a new id. */
  changeNumber(input: unknown): object {
    const { phone, number, body } = this.read(input);
    const to = digitsOf(body['to'], 'to');
    const { citizens, personas } = this.parts;
    const before = citizens.userIdOf(phone, number);
    personas.move(phone, to);
    citizens.rename(to, citizens.nameOf(phone));
    const after = citizens.userIdOf(to, number);
    const system = {
      body: `User ${citizens.nameOf(to)} changed from ${phone} to ${to}`,
      wa_id: to,
      user_id: after,
      type: 'user_changed_number',
    };
    const wamid = this.say(number, phone, { from: phone, from_user_id: before, type: 'system', system });
    return { wamid, userId: after };
  }

  /** `{ phone, phoneNumberId, as?: "field" }`: a new id for the same number, told as a message or as a field of its own. */
  changeUserId(input: unknown): object {
    const { phone, number, body } = this.read(input);
    const { citizens } = this.parts;
    const before = citizens.userIdOf(phone, number);
    const after = citizens.renewUserId(phone, number);
    if (body['as'] === 'field') {
      const update = { wa_id: phone, user_id: { previous: before, current: after }, timestamp: this.seconds() };
      this.tell(number, phone, 'user_id_update', { user_id_update: [update] });
      return { userId: after };
    }
    const system = { body: `User changed from ${before} to ${after}`, user_id: after, type: 'user_changed_user_id' };
    return { wamid: this.say(number, phone, { from_user_id: before, type: 'system', system }), userId: after };
  }

  /** `{ phone, phoneNumberId }`: a new device, so that the keys of the chat are new. */
  changeIdentity(input: unknown): object {
    const { phone, number } = this.read(input);
    const identity = { acknowledged: true, created_timestamp: this.seconds(), hash: 'kX2w9aQ7TzU=' };
    const system = { body: 'User identity changed', type: 'customer_identity_changed' };
    const from_user_id = this.parts.citizens.userIdOf(phone, number);
    return { wamid: this.say(number, phone, { from: phone, from_user_id, type: 'system', system, identity }) };
  }

  /** `{ phone, phoneNumberId, choice: stop | resume | signup }`: in the settings of the chat. */
  chooseMarketing(input: unknown): object {
    const { phone, number, body } = this.read(input);
    const { choice } = body;
    if (!isText(choice) || !CHOICES.includes(choice)) {
      throw new ControlError('invalid-act', `choice is one of ${CHOICES.join(', ')}.`, 'choice');
    }
    const { citizens, personas } = this.parts;
    personas.change({ phone, is: choice === 'stop' ? 'no-marketing' : 'ordinary' });
    const person = this.person(phone, number);
    const preference = {
      ...(person.phone !== null && { wa_id: person.phone }),
      user_id: person.userId,
      detail: `User requested to ${choice} marketing messages`,
      category: 'marketing_messages',
      value: choice,
      timestamp: Number(this.seconds()),
      ...(choice === 'signup' && { signup_id: '420091177345' }),
    };
    this.tell(number, phone, 'user_preferences', {
      contacts: [citizens.contact(person)],
      user_preferences: [preference],
    });
    return { choice };
  }

  /** `{ phone, phoneNumberId, event?: connect | terminate }`: a call opens the window as a message does. */
  call(input: unknown): object {
    const { phone, number, body } = this.read(input);
    const { citizens, clock } = this.parts;
    const person = this.person(phone, number);
    citizens.openWindow(phone, number, clock.now());
    const id = isText(body['id']) ? body['id'] : inboundWamid(phone, this.sequence++).replace('wamid', 'wacid');
    const event = body['event'] === 'terminate' ? 'terminate' : 'connect';
    const ids = {
      ...(person.phone !== null && { from: person.phone }),
      from_user_id: person.userId,
      to: number.digits,
    };
    const call = { id, ...ids, event, timestamp: this.seconds(), direction: 'USER_INITIATED' };
    this.tell(number, phone, 'calls', { contacts: [citizens.contact(person)], calls: [call] });
    return { id };
  }

  private person(phone: string, number: WorldNumber) {
    const { citizens, personas } = this.parts;
    const shown = personas.hidesPhone(phone) ? null : phone;
    return { key: phone, phone: shown, userId: citizens.userIdOf(phone, number) };
  }

  private read(input: unknown): { phone: string; number: WorldNumber; body: JsonObject } {
    const body = isObject(input) ? input : {};
    const number = this.parts.world.findNumber(String(body['phoneNumberId']));
    if (!number)
      throw new ControlError('unknown-phone-number', 'There is no phone number with this id.', 'phoneNumberId');
    return { phone: digitsOf(body['phone'], 'phone'), number, body };
  }

  /** News of numbers come without `contacts[]`. */
  private say(number: WorldNumber, phone: string, parts: Partial<InboundMessage>): string {
    const id = inboundWamid(phone, this.sequence++).replace(/.$/, 'S');
    const message = { ...parts, id, timestamp: this.seconds() } as InboundMessage;
    this.parts.webhooks.send({ number, contact: null, item: { message } }, phone);
    return id;
  }

  private tell(number: WorldNumber, phone: string, field: string, value: JsonObject): void {
    const metadata = { display_phone_number: number.digits, phone_number_id: number.id };
    const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
    this.parts.webhooks.send({ number, contact: null, item: { change } }, phone);
  }

  private seconds(): string {
    return String(Math.floor(this.parts.clock.now() / 1_000));
  }
}

function digitsOf(phone: unknown, field: string): string {
  if (typeof phone === 'string' && PHONE.test(phone)) return phone.replace('+', '');
  throw new ControlError('invalid-act', `${field} is a phone number such as +447700900123.`, field);
}
