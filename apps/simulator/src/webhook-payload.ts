import type { InboundMessage, MessageStatus, MessagesValue, WebhookBody, WebhookContact } from '#libs/whatsapp';
import { OF_PORTFOLIO } from './field-samples.js';
import type { JsonObject } from './json.js';
import type { WorldNumber } from './world.js';

/** `{"field":"phone_number_name_update","value":{…}}`: a change that is about a number and names it by how it is displayed. */
export interface AccountChange {
  readonly field: string;
  readonly value: JsonObject;
}

/** Stands for the portfolio of every account here. */
const PORTFOLIO = '902114387751200';

/** One thing to tell: a status or a message of one number, or a change of its account. */
export interface WebhookUpdate {
  readonly number: WorldNumber;
  /** Failed statuses come without it. */
  readonly contact: WebhookContact | null;
  readonly item:
    | { readonly status: MessageStatus }
    | { readonly message: InboundMessage }
    | { readonly change: AccountChange };
  readonly acknowledged?: () => void;
}

/**
 * The updates as one POST body. A change concerns one number, an entry one account, and a change holds either statuses or
 * messages. Changes of accounts and templates stand in an entry of their own, which says when they happened:
 * `{"object":"whatsapp_business_account","entry":[{"id":"<WABA>","changes":[{"value":{…},"field":"messages"}]}]}`
 */
export function toWebhookBody(updates: readonly WebhookUpdate[], nowMs: number): WebhookBody {
  const entries = groupBy(updates, entryKey);
  const entry = [...entries.values()].map((group) => {
    const [first] = group as [WebhookUpdate];
    const isTimed = isOfAccount(first);
    return { id: entryId(first), ...(isTimed && { time: Math.floor(nowMs / 1_000) }), changes: changesOf(group) };
  });
  return { object: 'whatsapp_business_account', entry };
}

function entryKey(update: WebhookUpdate): string {
  return `${entryId(update)}/${isOfAccount(update)}`;
}

function entryId({ number, item }: WebhookUpdate): string {
  return 'change' in item && OF_PORTFOLIO.has(item.change.field) ? PORTFOLIO : number.waba.id;
}

/** What names a number by its id is about that number; Meta says no time there. */
function isOfAccount({ item }: WebhookUpdate): boolean {
  return 'change' in item && !('metadata' in item.change.value);
}

function changesOf(updates: readonly WebhookUpdate[]): WebhookBody['entry'][number]['changes'] {
  return [
    ...updates.flatMap(({ item }) => ('change' in item ? [item.change] : [])),
    ...[...groupBy(updates.filter(isOfMessages), changeKey).values()].map((ofChange) => ({
      value: toValue(ofChange),
      field: 'messages',
    })),
  ];
}

function isOfMessages({ item }: WebhookUpdate): boolean {
  return !('change' in item);
}

function changeKey(update: WebhookUpdate): string {
  return `${update.number.id}/${'status' in update.item}`;
}

function toValue(updates: readonly WebhookUpdate[]): MessagesValue {
  const { number } = updates[0] as WebhookUpdate;
  const contacts = new Map(updates.flatMap(({ contact }) => (contact ? [[contact.user_id, contact] as const] : [])));
  const statuses = updates.flatMap(({ item }) => ('status' in item ? [item.status] : []));
  const messages = updates.flatMap(({ item }) => ('message' in item ? [item.message] : []));
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: number.digits, phone_number_id: number.id },
    ...(contacts.size > 0 && { contacts: [...contacts.values()] }),
    ...(statuses.length > 0 && { statuses }),
    ...(messages.length > 0 && { messages }),
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
