import { asObject, idIn, isObject, isText, type JsonObject, objectsIn, timeIn } from './json-shape.js';
import type { InboundMessage, MessageStatus, WebhookChange, WebhookContact, WebhookError } from './webhook-types.js';

/** Meta's ids have some 60 to 120 characters; a key in an index of Postgres must stay below 2,700 bytes. */
const LONGEST_MESSAGE_ID = 512;

/** Only these hold messages and statuses of now; others use the same keys for old chats, calls and groups. */
const MESSAGE_FIELDS: ReadonlySet<string> = new Set(['messages', 'standby']);

/**
 * The changes of a webhook body, in order. Nothing that Meta may send makes it throw: what has not the expected shape is
 * left out of the typed lists and kept in `value`, because a refused webhook comes back for seven days.
 *
 * `{"entry":[{"id":"<WABA>","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"…"},"statuses":[…]}}]}]}`
 */
export function parseWebhook(body: unknown): WebhookChange[] {
  const changes: WebhookChange[] = [];
  for (const entry of objectsIn(asObject(body)['entry'])) {
    for (const change of objectsIn(entry['changes'])) changes.push(toChange(entry, change));
  }
  return changes;
}

/** 0 when a citizen speaks (a message, or a stop or resume), 1 otherwise: a STOP must never wait behind statuses. */
export function webhookClass(changes: readonly WebhookChange[]): 0 | 1 {
  return changes.some((change) => change.messages.length > 0 || change.field === 'user_preferences') ? 0 : 1;
}

function toChange(entry: JsonObject, change: JsonObject): WebhookChange {
  const value = change['value'] ?? null;
  const parts = asObject(value);
  const field = typeof change['field'] === 'string' ? change['field'] : '';
  const isOfMessages = MESSAGE_FIELDS.has(field);
  return {
    wabaId: idIn(entry, 'id') ?? null,
    field,
    at: timeIn(entry, 'time') ?? null,
    phoneNumberId: numberOf(parts),
    statuses: isOfMessages ? objectsIn(parts['statuses']).filter(isStatus) : [],
    messages: isOfMessages ? objectsIn(parts['messages']).filter(isMessage) : callsOf(field, parts),
    contacts: objectsIn(parts['contacts']).filter(isContact),
    errors: objectsIn(parts['errors']).filter(isError),
    value,
  };
}

/** Handovers name the number as the receiver of the chat. */
function numberOf(value: JsonObject): string | null {
  const place = isObject(value['metadata']) ? value['metadata'] : asObject(value['recipient']);
  return idIn(place, 'phone_number_id') ?? null;
}

/** A citizen who calls says something, too: each call is a message, told again with every event of it. */
function callsOf(field: string, value: JsonObject): readonly InboundMessage[] {
  if (field !== 'calls') return [];
  return objectsIn(value['calls'])
    .filter((call) => call['direction'] !== 'BUSINESS_INITIATED')
    .map(
      (call): JsonObject => ({ ...call, type: 'call', call: { event: call['event'], direction: call['direction'] } }),
    )
    .filter(isMessage);
}

function isStatus(item: JsonObject): item is JsonObject & MessageStatus {
  return isMessageId(item['id']) && isText(item['status']);
}

function isMessage(item: JsonObject): item is JsonObject & InboundMessage {
  return isMessageId(item['id']);
}

function isMessageId(value: unknown): value is string {
  return isText(value) && value.length <= LONGEST_MESSAGE_ID;
}

function isError(item: JsonObject): item is JsonObject & WebhookError {
  return typeof item['code'] === 'number';
}

/** Cards are joined to messages by their ids, which must be texts for that. */
function isContact(item: JsonObject): item is JsonObject & WebhookContact {
  return isTextOrMissing(item['wa_id']) && isTextOrMissing(item['user_id']);
}

function isTextOrMissing(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
