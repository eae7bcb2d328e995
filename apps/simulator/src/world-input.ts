import { type CompiledTemplate, compileTemplate } from './compiled-template.js';
import { ControlError } from './control-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import { templateKey, type Waba, type WebhookTarget, type World, type WorldNumber } from './world.js';

/** Meta's throughput for a number that has not been upgraded. https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput */
const DEFAULT_MESSAGES_PER_SECOND = 80;
const DIGITS = /^\d{1,20}$/;

export interface WorldInput {
  /** Undefined leaves the webhook as it is, null takes it away. */
  readonly webhook: WebhookTarget | null | undefined;
  readonly wabas: readonly Waba[];
}

/**
 * Reads `{ webhook?: { url, appSecret, verifyToken } | null, wabas?: [{ id, name, accessToken, phoneNumbers, templates }] }`
 * and names the first field that is wrong.
 */
export function readWorldInput(input: unknown, world: World): WorldInput {
  if (!isObject(input)) throw new ControlError('invalid-world', 'The body is not an object.');
  const wabas = list(input, 'wabas', '').map((waba, index) => readWaba(waba, `wabas[${index}]`));
  assertIdsUnique(wabas, world);
  return { webhook: readWebhook(input['webhook']), wabas };
}

function readWebhook(webhook: unknown): WebhookTarget | null | undefined {
  if (webhook === undefined || webhook === null) return webhook;
  if (!isObject(webhook)) throw new ControlError('invalid-world', 'webhook is an object or null.', 'webhook');
  const url = text(webhook, 'url', 'webhook');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new ControlError('invalid-world', 'webhook.url is an http or https address.', 'webhook.url');
  }
  return {
    url,
    appSecret: text(webhook, 'appSecret', 'webhook'),
    verifyToken: text(webhook, 'verifyToken', 'webhook'),
  };
}

function readWaba(input: JsonObject, path: string): Waba {
  const id = digits(input, 'id', path);
  const templates = list(input, 'templates', path).map((item, i) => readTemplate(id, item, `${path}.templates[${i}]`));
  const phoneNumbers: WorldNumber[] = [];
  const waba: Waba = {
    id,
    name: text(input, 'name', path),
    accessToken: text(input, 'accessToken', path),
    expiredTokens: Array.isArray(input['expiredTokens']) ? input['expiredTokens'].filter(isText) : [],
    phoneNumbers,
    templates,
    templatesByKey: new Map(templates.map((template) => [templateKey(template.name, template.language), template])),
  };
  const numbers = list(input, 'phoneNumbers', path);
  phoneNumbers.push(...numbers.map((item, i) => readNumber(waba, item, `${path}.phoneNumbers[${i}]`)));
  return waba;
}

function readNumber(waba: Waba, input: JsonObject, path: string): WorldNumber {
  const displayPhoneNumber = text(input, 'displayPhoneNumber', path);
  const messagesPerSecond = input['messagesPerSecond'] ?? DEFAULT_MESSAGES_PER_SECOND;
  if (typeof messagesPerSecond !== 'number' || !(messagesPerSecond > 0)) {
    throw new ControlError('invalid-world', 'messagesPerSecond is a number above 0.', `${path}.messagesPerSecond`);
  }
  return {
    id: digits(input, 'id', path),
    displayPhoneNumber,
    digits: displayPhoneNumber.replace(/\D/g, ''),
    verifiedName: text(input, 'verifiedName', path),
    messagesPerSecond,
    startsAs: readStart(input['startsAs'] ?? 'connected', path),
    isAdded: false,
    waba,
  };
}

function readStart(startsAs: unknown, path: string): WorldNumber['startsAs'] {
  if (startsAs === 'added' || startsAs === 'verified' || startsAs === 'connected') return startsAs;
  throw new ControlError('invalid-world', 'startsAs is added, verified or connected.', `${path}.startsAs`);
}

function readTemplate(wabaId: string, input: JsonObject, path: string): CompiledTemplate {
  for (const field of ['name', 'language', 'category']) text(input, field, path);
  list(input, 'components', path);
  return compileTemplate(wabaId, { ...input, components: input['components'] ?? [] });
}

function assertIdsUnique(wabas: readonly Waba[], world: World): void {
  const seen = new Set<string>();
  for (const waba of wabas) {
    for (const { id } of [waba, ...waba.phoneNumbers, ...waba.templates]) {
      const owner = world.find(id)?.waba.id ?? waba.id;
      if (seen.has(id) || owner !== waba.id)
        throw new ControlError('invalid-world', `The id ${id} is there twice.`, 'id');
      seen.add(id);
    }
  }
}

function text(input: JsonObject, field: string, path: string): string {
  const value = input[field];
  if (isText(value)) return value;
  throw new ControlError('invalid-world', `${field} is a text that is not empty.`, `${path}.${field}`);
}

function digits(input: JsonObject, field: string, path: string): string {
  const value = text(input, field, path);
  if (DIGITS.test(value)) return value;
  throw new ControlError('invalid-world', `${field} consists of digits.`, `${path}.${field}`);
}

function list(input: JsonObject, field: string, path: string): JsonObject[] {
  const value = input[field] ?? [];
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw new ControlError('invalid-world', `${field} is a list of objects.`, path === '' ? field : `${path}.${field}`);
}
