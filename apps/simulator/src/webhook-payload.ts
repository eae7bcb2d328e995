import type { InboundMessage, MessageStatus, MessagesValue, WebhookBody, WebhookContact } from '#libs/whatsapp';
import type { WorldNumber } from './world.js';

/** One thing to tell: a status or a message, of one number. */
export interface WebhookUpdate {
  readonly number: WorldNumber;
  /** Failed statuses come without it. */
  readonly contact: WebhookContact | null;
  readonly item: { readonly status: MessageStatus } | { readonly message: InboundMessage };
  readonly acknowledged?: () => void;
}

/**
 * The updates as one POST body. A change concerns one number, an entry one account, and a change holds either statuses or
 * messages:
 * `{"object":"whatsapp_business_account","entry":[{"id":"<WABA>","changes":[{"value":{…},"field":"messages"}]}]}`
 */
export function toWebhookBody(updates: readonly WebhookUpdate[]): WebhookBody {
  const entries = groupBy(updates, (update) => update.number.waba.id);
  const entry = [...entries].map(([id, ofWaba]) => ({
    id,
    changes: [...groupBy(ofWaba, changeKey).values()].map((ofChange) => ({
      value: toValue(ofChange),
      field: 'messages',
    })),
  }));
  return { object: 'whatsapp_business_account', entry };
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
