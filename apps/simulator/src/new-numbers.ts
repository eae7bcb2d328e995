import { randomInt } from 'node:crypto';
import { type DisplayNames, readDisplayName } from './display-names.js';
import type { EventStream } from './event-stream.js';
import { GraphFailure, invalid, missing } from './graph-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import type { Waba, World, WorldNumber } from './world.js';

/** Meta's subcode for a number that is still somewhere else. */
const STILL_ELSEWHERE = 2388103;
const MESSAGES_PER_SECOND = 80;

export interface NewNumber {
  readonly displayPhoneNumber: string;
  readonly verifiedName: string;
  readonly startsAs: WorldNumber['startsAs'];
}

/** `POST /{account}/phone_numbers`, and what Embedded Signup does in its window. */
export class NewNumbers {
  constructor(
    private readonly world: World,
    private readonly names: DisplayNames,
    private readonly events: EventStream,
  ) {}

  post(waba: Waba, body: unknown): JsonObject {
    const { cc, phone_number: national, verified_name: name } = isObject(body) ? body : {};
    if (!isText(cc)) throw missing('cc');
    if (!isText(national)) throw missing('phone_number');
    if (!isText(name)) throw missing('verified_name');
    if (!/^\d{1,4}$/.test(cc) || !/^\d{4,14}$/.test(national)) throw invalid('The phone number is not valid.');
    const verifiedName = readDisplayName(name);
    const number = this.add(waba, { displayPhoneNumber: `+${cc} ${national}`, verifiedName, startsAs: 'added' });
    return { id: number.id };
  }

  add(waba: Waba, { displayPhoneNumber, verifiedName, startsAs }: NewNumber): WorldNumber {
    const digits = displayPhoneNumber.replace(/\D/g, '');
    if (this.world.numbers().some((number) => number.digits === digits)) throw stillElsewhere();
    const number: WorldNumber = {
      id: newMetaId(),
      displayPhoneNumber,
      digits,
      verifiedName,
      startsAs,
      messagesPerSecond: MESSAGES_PER_SECOND,
      isAdded: true,
      waba,
    };
    this.world.addNumber(waba, number);
    this.names.reviewFirst(number);
    this.events.emit('world', {});
    this.events.emit('numbers', {});
    return number;
  }
}

/** Fifteen digits, as Meta's ids have. */
export function newMetaId(): string {
  return String(randomInt(1e14, 2.8e14)).padStart(15, '3');
}

function stillElsewhere(): GraphFailure {
  return new GraphFailure(100, {
    subcode: STILL_ELSEWHERE,
    message: 'Invalid parameter',
    details: 'The phone number is registered to a WhatsApp account already.',
  });
}
