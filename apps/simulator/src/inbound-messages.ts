import type { InboundMessage } from '#libs/whatsapp';
import type { BlockedUsers } from './blocked-users.js';
import type { Bubble } from './bubble.js';
import { toPlace } from './bubble-parts.js';
import type { Citizens } from './citizens.js';
import { ControlError } from './control-error.js';
import { type InboundNode, type InboundSources, readInboundNode, readSurroundings } from './inbound-content.js';
import { isObject, isText, type JsonObject } from './json.js';
import type { Limits } from './limits.js';
import type { MediaControl } from './media-control.js';
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
  readonly media: MediaControl;
}

interface InboundInput {
  readonly from: string;
  readonly number: WorldNumber;
  readonly node: InboundNode;
  readonly surroundings: Partial<InboundMessage>;
}

const PHONE = /^\+?\d{7,15}$/;

/** No message of theirs: none of these opens the window. */
const SILENT: ReadonlySet<unknown> = new Set(['edit', 'revoke', 'request_welcome']);

/** A citizen writes: the window opens, the phone shows it, the agency hears of it. */
export class InboundMessages {
  private sequence = 0;

  constructor(private readonly parts: InboundParts) {}

  /**
   * `{ from, phoneNumberId, text }`, or `{ …, kind, <kind>: { … } }` for every other kind, with `name`, `replyTo`, `forwarded`,
   * `product`, `referral` and `groupId` around it. @returns the id of the message
   */
  write(input: unknown): string {
    const inbound = this.read(input);
    const { clock, citizens, limits, threads, webhooks } = this.parts;
    const { from, number, node, surroundings } = inbound;
    const at = clock.now();
    const wamid = inboundWamid(from, this.sequence++);
    const type = node.parts.type ?? 'text';
    if (!SILENT.has(type) && surroundings.group_id === undefined) citizens.openWindow(from, number, at);
    limits.takeOfNumber(number, at);
    threads.add(from, number.id, {
      wamid,
      direction: 'to-agency',
      at,
      type,
      body: node.drawn,
      buttons: [],
      ...drawnParts(node.parts, surroundings),
      status: 'posted',
    });
    // Whoever is blocked sees that it was sent; the agency never hears of it.
    if (this.parts.blocked.isBlocked(number, from)) return wamid;
    const phone = citizens.hidesPhone(from) ? null : from;
    const person = { key: from, phone, userId: citizens.userIdOf(from, number) };
    const message = this.toMessage(inbound, wamid, person, at);
    const acknowledged = () => this.showDelivered(wamid);
    webhooks.send({ number, contact: citizens.contact(person), item: { message }, acknowledged }, from);
    return wamid;
  }

  private toMessage(
    { from, node, surroundings }: InboundInput,
    id: string,
    person: { readonly phone: string | null; readonly userId: string },
    at: number,
  ): InboundMessage {
    const parentId = this.parts.citizens.parentIdOf(from);
    return {
      ...(person.phone !== null && { from: person.phone }),
      from_user_id: person.userId,
      ...(parentId !== null && { from_parent_user_id: parentId }),
      id,
      timestamp: String(Math.floor(at / 1_000)),
      ...surroundings,
      ...node.parts,
    };
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
    const replyTo = isText(input['replyTo']) ? { from: number.digits, id: input['replyTo'] } : null;
    const node = this.readNode(input, number);
    return { from: digits, number, node, surroundings: readSurroundings(input, replyTo) };
  }

  /** A text and a tapped quick reply need no kind. */
  private readNode(input: JsonObject, number: WorldNumber): InboundNode {
    const sources = {
      plant: (file: JsonObject) => this.parts.media.plant({ ...file, phoneNumberId: number.id }),
      isKnown: (wamid: string) => this.parts.threads.findIn(wamid, number.id) !== undefined,
    };
    if (input['kind'] !== undefined) return readInboundNode(input, sources);
    if (isObject(input['button'])) return readInboundNode({ kind: 'button', button: input['button'] }, sources);
    if (input['button'] !== undefined && input['button'] !== null) {
      throw new ControlError('invalid-inbound', 'button has a payload and a text.', 'button');
    }
    return readText(input, sources);
  }

  private showDelivered(wamid: string): void {
    if (this.parts.threads.find(wamid)?.status === 'posted') this.parts.threads.setStatus(wamid, 'delivered');
  }
}

function readText({ text }: JsonObject, sources: InboundSources): InboundNode {
  try {
    return readInboundNode({ kind: 'text', text: { body: text } }, sources);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    throw new ControlError(error.code, error.message.replace('body', 'text'), 'text');
  }
}

/** What the phone shows of it besides its words: a place, the message that it answers, the one on which an emoji stands. */
function drawnParts(
  { type, location, reaction }: InboundNode['parts'],
  { context }: Partial<InboundMessage>,
): Partial<Bubble> {
  return {
    ...(location && { body: '', place: toPlace(location as unknown as JsonObject) }),
    ...(type === 'reaction' && reaction && { body: reaction.emoji ?? '', reactsTo: reaction.message_id }),
    ...(context?.id !== undefined && { quotes: context.id }),
  };
}
