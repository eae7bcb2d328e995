import type { InboundMessage } from '#libs/whatsapp';
import type { BlockedUsers } from './blocked-users.js';
import type { Citizens } from './citizens.js';
import { ControlError } from './control-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import type { Limits } from './limits.js';
import type { SimulatorClock } from './simulator-clock.js';
import type { Threads } from './threads.js';
import { inboundWamid } from './wamid.js';
import type { WebhookSender } from './webhook-sender.js';
import type { World, WorldNumber } from './world.js';

export interface InboundParts {
  readonly clock: SimulatorClock;
  readonly world: World;
  readonly citizens: Citizens;
  readonly limits: Limits;
  readonly threads: Threads;
  readonly webhooks: WebhookSender;
  readonly blocked: BlockedUsers;
}

interface InboundInput {
  readonly from: string;
  readonly number: WorldNumber;
  readonly text: string;
  /** A tapped quick reply of a template. */
  readonly button: { readonly payload: string; readonly text: string } | null;
  /** The message that this one answers. */
  readonly replyTo: string | null;
}

const PHONE = /^\+?\d{7,15}$/;
const TEXT_CHARACTERS = 4_096;

/** A citizen writes: the window opens, the phone shows it, the agency hears of it. */
export class InboundMessages {
  private sequence = 0;

  constructor(private readonly parts: InboundParts) {}

  /** `{ from, phoneNumberId, text, name?, button?: { payload, text }, replyTo? }`, returns the id of the message. */
  write(input: unknown): string {
    const inbound = this.read(input);
    const { clock, citizens, limits, threads, webhooks } = this.parts;
    const { from, number } = inbound;
    const at = clock.now();
    const wamid = inboundWamid(from, this.sequence++);
    citizens.openWindow(from, number, at);
    limits.takeOfNumber(number, at);
    const type = inbound.button ? 'button' : 'text';
    threads.add(from, number.id, {
      wamid,
      direction: 'to-agency',
      at,
      type,
      body: inbound.text,
      buttons: [],
      status: 'posted',
    });
    // Whoever is blocked sees that it was sent; the agency never hears of it.
    if (this.parts.blocked.isBlocked(number, from)) return wamid;
    const person = { key: from, phone: from, userId: citizens.userIdOf(from, number) };
    const message = toMessage(inbound, wamid, person.userId, at);
    const acknowledged = () => this.showDelivered(wamid);
    webhooks.send({ number, contact: citizens.contact(person), item: { message }, acknowledged }, from);
    return wamid;
  }

  private read(input: unknown): InboundInput {
    if (!isObject(input)) throw new ControlError('invalid-inbound', 'The body is not an object.');
    const from = input['from'];
    if (typeof from !== 'string' || !PHONE.test(from)) {
      throw new ControlError('invalid-inbound', 'from is a phone number such as +447700900123.', 'from');
    }
    const number = this.parts.world.findNumber(String(input['phoneNumberId']));
    if (!number)
      throw new ControlError('unknown-phone-number', 'There is no phone number with this id.', 'phoneNumberId');
    const digits = from.replace('+', '');
    if (isText(input['name'])) this.parts.citizens.rename(digits, input['name'].slice(0, 128));
    const button = readButton(input['button']);
    const replyTo = isText(input['replyTo']) ? input['replyTo'] : null;
    return { from: digits, number, text: button?.text ?? readText(input), button, replyTo };
  }

  private showDelivered(wamid: string): void {
    if (this.parts.threads.find(wamid)?.status === 'posted') this.parts.threads.setStatus(wamid, 'delivered');
  }
}

function readText(input: JsonObject): string {
  const { text } = input;
  if (isText(text) && text.trim() !== '' && text.length <= TEXT_CHARACTERS) return text;
  throw new ControlError('invalid-inbound', `text has 1 to ${TEXT_CHARACTERS} characters.`, 'text');
}

function readButton(button: unknown): InboundInput['button'] {
  if (button === undefined || button === null) return null;
  if (isObject(button) && isText(button['payload']) && isText(button['text'])) {
    return { payload: button['payload'], text: button['text'] };
  }
  throw new ControlError('invalid-inbound', 'button has a payload and a text.', 'button');
}

function toMessage(
  { from, number, text, button, replyTo }: InboundInput,
  id: string,
  userId: string,
  at: number,
): InboundMessage {
  return {
    from,
    from_user_id: userId,
    id,
    timestamp: String(Math.floor(at / 1_000)),
    ...(replyTo !== null && { context: { from: number.digits, id: replyTo } }),
    ...(button ? { type: 'button', button } : { type: 'text', text: { body: text } }),
  };
}
