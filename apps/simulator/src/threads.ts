import type { Bubble } from './bubble.js';
import type { EventStream } from './event-stream.js';
import type { AcceptedMessage } from './status-ladder.js';

/** `to-citizen` was sent by the agency, `to-agency` was written on the phone. */
export interface ThreadMessage extends Bubble {
  readonly wamid: string;
  readonly direction: 'to-citizen' | 'to-agency';
  readonly at: number;
  /** To a citizen: what the agency was told. To an agency: `posted`, `delivered` once acknowledged, `read`. */
  status: string;
  /** Why a message did not arrive. */
  problem?: string;
  /** What the phone reports about when the chat is opened. */
  readonly accepted?: AcceptedMessage;
}

/** Kept per chat and in all: the page is for looking, the ledger is for counting. */
const MESSAGES_PER_CHAT = 300;
const MAX_CITIZENS = 2_000;

type Chats = Map<string, ThreadMessage[]>;

interface Located {
  readonly citizen: string;
  readonly phoneNumberId: string;
  readonly message: ThreadMessage;
}

export interface PhoneSummary {
  readonly phone: string;
  readonly lastAt: string;
  readonly lastText: string;
  readonly unread: number;
}

/** What is on each citizen's phone: per number of an agency, the latest messages. */
export class Threads {
  private readonly byCitizen = new Map<string, Chats>();
  private readonly located = new Map<string, Located>();

  constructor(private readonly events: EventStream) {}

  add(citizen: string, phoneNumberId: string, message: ThreadMessage): void {
    const chats = this.byCitizen.get(citizen) ?? new Map<string, ThreadMessage[]>();
    const messages = chats.get(phoneNumberId) ?? [];
    messages.push(message);
    if (messages.length > MESSAGES_PER_CHAT) this.forget(messages.splice(0, messages.length - MESSAGES_PER_CHAT));
    chats.set(phoneNumberId, messages);
    this.located.set(message.wamid, { citizen, phoneNumberId, message });
    this.moveToEnd(citizen, chats);
    this.events.emit('message', { phone: citizen, phoneNumberId, wamid: message.wamid, direction: message.direction });
  }

  find(wamid: string): ThreadMessage | undefined {
    return this.located.get(wamid)?.message;
  }

  findIn(wamid: string, phoneNumberId: string): ThreadMessage | undefined {
    const found = this.located.get(wamid);
    return found?.phoneNumberId === phoneNumberId ? found.message : undefined;
  }

  /** The agency has read this message and all that the citizen wrote before it. */
  readUpTo(wamid: string): void {
    const found = this.located.get(wamid);
    if (!found) return;
    for (const message of this.chat(found.citizen, found.phoneNumberId)) {
      if (message.direction === 'to-agency') this.setStatus(message.wamid, 'read');
      if (message.wamid === wamid) return;
    }
  }

  /** Somebody of the agency writes an answer to this message. */
  showTyping(wamid: string): void {
    const found = this.located.get(wamid);
    if (found) this.events.emit('typing', { phone: found.citizen, phoneNumberId: found.phoneNumberId });
  }

  setStatus(wamid: string, status: string, problem?: string): void {
    const found = this.located.get(wamid);
    if (!found || found.message.status === status) return;
    found.message.status = status;
    if (problem !== undefined) found.message.problem = problem;
    this.events.emit('status', { phone: found.citizen, wamid, status });
  }

  chat(citizen: string, phoneNumberId: string): readonly ThreadMessage[] {
    return this.byCitizen.get(citizen)?.get(phoneNumberId) ?? [];
  }

  /** Newest first. */
  phones(): PhoneSummary[] {
    return [...this.byCitizen].map(([phone, chats]) => summarise(phone, [...chats.values()].flat())).reverse();
  }

  private moveToEnd(citizen: string, chats: Chats): void {
    this.byCitizen.delete(citizen);
    this.byCitizen.set(citizen, chats);
    const [oldest] = this.byCitizen.keys();
    if (this.byCitizen.size <= MAX_CITIZENS || oldest === undefined) return;
    this.forget([...(this.byCitizen.get(oldest)?.values() ?? [])].flat());
    this.byCitizen.delete(oldest);
  }

  private forget(messages: readonly ThreadMessage[]): void {
    for (const { wamid } of messages) this.located.delete(wamid);
  }
}

function summarise(phone: string, messages: readonly ThreadMessage[]): PhoneSummary {
  const last = messages.reduce((a, b) => (b.at >= a.at ? b : a));
  return {
    phone,
    lastAt: new Date(last.at).toISOString(),
    lastText: last.body,
    unread: messages.filter((message) => message.direction === 'to-citizen' && !SEEN.has(message.status)).length,
  };
}

const SEEN: ReadonlySet<string> = new Set(['read', 'failed']);
