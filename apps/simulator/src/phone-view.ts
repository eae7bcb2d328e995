import type { Citizens } from './citizens.js';
import { ControlError } from './control-error.js';
import { isObject } from './json.js';
import type { StatusLadder } from './status-ladder.js';
import type { ThreadMessage, Threads } from './threads.js';
import type { World } from './world.js';

/** What the phone page shows, and what opening a chat on it does. */
export class PhoneView {
  constructor(
    private readonly world: World,
    private readonly citizens: Citizens,
    private readonly threads: Threads,
    private readonly ladder: StatusLadder,
  ) {}

  list(): object[] {
    return this.threads.phones().map((summary) => ({ ...summary, name: this.citizens.nameOf(summary.phone) }));
  }

  /** One chat per number that exists, also where nothing was said yet: a citizen may write first. */
  threadsOf(phone: string): object[] {
    return this.world.numbers().map((number) => ({
      phoneNumberId: number.id,
      agency: number.verifiedName,
      displayPhoneNumber: number.displayPhoneNumber,
      messages: this.threads.chat(digitsOf(phone), number.id).map(describe),
    }));
  }

  /** `{ phone, phoneNumberId }`: the citizen has opened the chat. */
  read(input: unknown): object {
    if (!isObject(input) || typeof input['phone'] !== 'string') {
      throw new ControlError('invalid-read', 'phone is a phone number.', 'phone');
    }
    const messages = this.threads.chat(digitsOf(input['phone']), String(input['phoneNumberId']));
    const unread = messages.filter((message) => message.status === 'delivered');
    for (const { accepted } of unread) if (accepted) this.ladder.read(accepted);
    return { read: unread.length };
  }
}

function digitsOf(phone: string): string {
  return phone.trim().replace(/^\+/, '');
}

function describe({ accepted: _accepted, at, ...message }: ThreadMessage): object {
  return { ...message, at: new Date(at).toISOString() };
}
