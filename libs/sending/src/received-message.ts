import type { InboundSender } from '#libs/contacts';
import type { InboundMessage, WebhookContact } from '#libs/whatsapp';
import type { MessageContent } from './message-content.js';
import { providerSeconds } from './provider-seconds.js';

/** An inbound message with our types; its content is kept whole, also when nobody knows its kind yet. */
export interface ReceivedMessage {
  readonly wamid: string;
  readonly kind: string;
  readonly sender: InboundSender;
  /** What the citizen wrote or tapped, when it is text. */
  readonly text?: string;
  readonly content: MessageContent;
}

const KIND_PATTERN = /^[a-z_]{1,40}$/;

export function readInbound(message: InboundMessage, contacts: readonly WebhookContact[], now: Date): ReceivedMessage {
  const text = textOf(message);
  const kind = KIND_PATTERN.test(message.type ?? '') ? (message.type ?? 'unknown') : 'unknown';
  const contact = contacts.find((one) => isSame(one, message));
  return {
    wamid: message.id,
    kind,
    sender: {
      waId: message.from ?? contact?.wa_id,
      userId: message.from_user_id ?? contact?.user_id,
      profileName: contact?.profile?.name,
      at: timeOf(message.timestamp, now),
    },
    text,
    content: { type: 'inbound', kind, text, raw: message },
  };
}

/** Joined by the ids that both show and never by position: Meta sends them in any order. */
function isSame(contact: WebhookContact, message: InboundMessage): boolean {
  const sameUser = message.from_user_id !== undefined && contact.user_id === message.from_user_id;
  return sameUser || (message.from !== undefined && contact.wa_id === message.from);
}

function textOf(message: InboundMessage): string | undefined {
  const spoken =
    message.text?.body ??
    message.button?.text ??
    message.interactive?.button_reply?.title ??
    message.interactive?.list_reply?.title;
  return typeof spoken === 'string' ? spoken : undefined;
}

/** A message cannot have been written in the future; a wrong clock would hold the 24-hour window open. */
function timeOf(timestamp: string | undefined, now: Date): Date {
  const seconds = providerSeconds(timestamp);
  const at = new Date(seconds * 1000);
  return Number.isFinite(seconds) && seconds > 0 && at < now ? at : now;
}
