import type { ChangedPerson, InboundSender } from '#libs/contacts';
import {
  type InboundContent,
  type InboundMediaFacts,
  type InboundMessage,
  readInboundContent,
  readSurroundings,
  referencedMessage,
  spokenText,
  type WebhookContact,
} from '#libs/whatsapp';
import type { InboundBody } from './message-content.js';
import { providerSeconds } from './provider-seconds.js';

/** An inbound message with our types; its content is kept whole, also when nobody knows its kind yet. */
export interface ReceivedMessage {
  readonly wamid: string;
  readonly kind: string;
  readonly sender: InboundSender;
  /** What the citizen wrote or tapped, when it is text. */
  readonly text?: string;
  /** Said to many, and not to the agency alone. */
  readonly isInGroup: boolean;
  /** WhatsApp's id of the message that it answers, changes or takes back. */
  readonly about?: string;
  /** What it does to the message that it is about. */
  readonly act?: 'revoked' | 'edited';
  /** A file that it names, by WhatsApp's id of it. */
  readonly file?: InboundMediaFacts;
  /** The sender's new number or user id. */
  readonly change?: Omit<ChangedPerson, 'portfolioId'>;
  readonly content: InboundBody;
}

const KIND_PATTERN = /^[a-z_]{1,40}$/;

/** No message of the citizen to the agency: none of these opens the 24-hour window. */
const SILENT: ReadonlySet<InboundContent['type']> = new Set(['system', 'edit', 'revoke', 'request_welcome']);

const ACTS: Readonly<Record<string, 'revoked' | 'edited'>> = { revoke: 'revoked', edit: 'edited' };

export function readInbound(message: InboundMessage, contacts: readonly WebhookContact[], now: Date): ReceivedMessage {
  const said = readInboundContent(message);
  const text = spokenText(said);
  const kind = kindOf(message);
  const isInGroup = readSurroundings(message).groupId !== undefined;
  const sender = senderOf(message, said, contacts, now);
  return {
    wamid: message.id,
    kind,
    sender: { ...sender, isSilent: isInGroup || SILENT.has(said.type) },
    text,
    isInGroup,
    about: referencedMessage(message),
    act: ACTS[said.type],
    file: 'media' in said ? said.media : undefined,
    change: said.type === 'system' ? changeOf(message, sender) : undefined,
    content: { type: 'inbound', kind, text, raw: message },
  };
}

function kindOf({ type }: InboundMessage): string {
  return typeof type === 'string' && KIND_PATTERN.test(type) ? type : 'unknown';
}

/** Whoever answers a request for their number shows it in their own card and nowhere else. */
function senderOf(
  message: InboundMessage,
  said: InboundContent,
  contacts: readonly WebhookContact[],
  now: Date,
): InboundSender {
  const contact = contacts.find((one) => isSame(one, message));
  const shared = said.type === 'contacts' && said.isOwnNumber ? said.contacts[0]?.phones[0] : undefined;
  return {
    waId: textOf(message.from) ?? textOf(contact?.wa_id) ?? shared?.replaceAll(/\D/g, ''),
    userId: textOf(message.from_user_id) ?? textOf(contact?.user_id),
    parentUserId: textOf(message.from_parent_user_id) ?? textOf(contact?.parent_user_id),
    profileName: textOf(contact?.profile?.name),
    at: timeOf(message.timestamp, now),
  };
}

/** Joined by the ids that both show and never by position: Meta sends them in any order. */
function isSame(contact: WebhookContact, message: InboundMessage): boolean {
  const sameUser = message.from_user_id !== undefined && contact.user_id === message.from_user_id;
  return sameUser || (message.from !== undefined && contact.wa_id === message.from);
}

/** The words for a changed number of today and of very old versions. */
const CHANGES: ReadonlySet<string> = new Set([
  'user_changed_number',
  'user_changed_user_id',
  'customer_changed_number',
]);

function changeOf(
  { system }: InboundMessage,
  { waId, userId }: InboundSender,
): Omit<ChangedPerson, 'portfolioId'> | undefined {
  if (!system || !CHANGES.has(String(system.type))) return undefined;
  const after = {
    waId: textOf(system.wa_id) ?? textOf(system.new_wa_id),
    userId: textOf(system.user_id),
    parentUserId: textOf(system.parent_user_id),
  };
  return { before: { waId, userId }, after };
}

/** Everything that is joined or sealed must be text; what comes from outside may be anything. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A message cannot have been written in the future; a wrong clock would hold the 24-hour window open. */
function timeOf(timestamp: string | undefined, now: Date): Date {
  const seconds = providerSeconds(timestamp);
  const at = new Date(seconds * 1000);
  return Number.isFinite(seconds) && seconds > 0 && at < now ? at : now;
}
