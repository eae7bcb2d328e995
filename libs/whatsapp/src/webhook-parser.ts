import type { InboundMessage, MessageStatus, WebhookChange, WebhookContact, WebhookError } from './webhook-types.js';

/** Meta's ids have some 60 to 120 characters; a key in an index of Postgres must stay below 2,700 bytes. */
const LONGEST_MESSAGE_ID = 512;

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The changes of a webhook body, in order. Nothing that Meta may send makes it throw: what has not the expected shape is
 * left out of the typed lists and kept in `value`, because a refused webhook comes back for seven days.
 *
 * `{"entry":[{"id":"<WABA>","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"…"},"statuses":[…]}}]}]}`
 */
export function parseWebhook(body: unknown): WebhookChange[] {
  const changes: WebhookChange[] = [];
  for (const entry of objectsIn(asObject(body)['entry'])) {
    const wabaId = asId(entry['id']);
    for (const change of objectsIn(entry['changes'])) changes.push(toChange(wabaId, change));
  }
  return changes;
}

/** 0 when a citizen speaks (a message, or a stop or resume), 1 otherwise: a STOP must never wait behind statuses. */
export function webhookClass(changes: readonly WebhookChange[]): 0 | 1 {
  return changes.some((change) => change.messages.length > 0 || change.field === 'user_preferences') ? 0 : 1;
}

function toChange(wabaId: string | null, change: JsonObject): WebhookChange {
  const value = change['value'] ?? null;
  const parts = asObject(value);
  return {
    wabaId,
    field: typeof change['field'] === 'string' ? change['field'] : '',
    phoneNumberId: asId(asObject(parts['metadata'])['phone_number_id']),
    statuses: objectsIn(parts['statuses']).filter(isStatus),
    messages: objectsIn(parts['messages']).filter(isMessage),
    contacts: objectsIn(parts['contacts']) as readonly WebhookContact[],
    errors: objectsIn(parts['errors']).filter(isError),
    value,
  };
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

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Ids are digit strings, but test panels send some of them as numbers. */
function asId(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return isText(value) ? value : null;
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
