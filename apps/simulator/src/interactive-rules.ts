import { assertLength, checkTexts, readList, type TextRule } from './field-checks.js';
import { invalid, invalidValue, missing } from './graph-error.js';
import { checkCards, checkNamedAction } from './interactive-actions.js';
import { isObject, isText, type JsonObject } from './json.js';
import { checkMedia } from './media-rules.js';

const ROWS_IN_TOTAL = 10;

const body = (max: number): TextRule => ({ path: ['interactive', 'body', 'text'], max });
const FOOTER: TextRule = { path: ['interactive', 'footer', 'text'], max: 60, optional: true };
const HEADER: TextRule = { path: ['interactive', 'header', 'text'], max: 60, optional: true };

/** Limits: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages and its neighbours */
const TEXTS: Readonly<Record<string, readonly TextRule[]>> = {
  button: [body(1_024), FOOTER, HEADER],
  list: [body(4_096), FOOTER, HEADER, { path: ['interactive', 'action', 'button'], max: 20 }],
  cta_url: [body(1_024), FOOTER, HEADER],
  flow: [body(1_024), FOOTER, HEADER, { path: ['interactive', 'action', 'parameters', 'flow_cta'], max: 30 }],
  location_request_message: [body(1_024)],
  request_contact_info: [body(1_024)],
  carousel: [body(1_024)],
  address_message: [body(1_024), FOOTER, HEADER],
  call_permission_request: [],
  voice_call: [body(1_024)],
  product: [],
  product_list: [],
  catalog_message: [],
};

const ACTIONS: Readonly<Record<string, (action: JsonObject) => void>> = {
  button: checkButtons,
  list: checkSections,
  carousel: checkCards,
};

/** What may stand above the body; nothing where a kind is not named. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  button: ['text', 'image', 'video', 'document'],
  list: ['text'],
  cta_url: ['text', 'image', 'video', 'document'],
  flow: ['text', 'image', 'video', 'document'],
  address_message: ['text', 'image', 'video', 'document'],
  product: ['text', 'image', 'video', 'document'],
  product_list: ['text'],
};

export function checkInteractive(interactive: JsonObject): void {
  const { type, action } = interactive;
  if (typeof type !== 'string') throw missing("interactive['type']");
  const texts = Object.hasOwn(TEXTS, type) ? TEXTS[type] : undefined;
  if (!texts)
    throw invalid(`Param interactive['type'] must be one of {${Object.keys(TEXTS).join(', ').toUpperCase()}}.`);
  checkTexts({ interactive }, texts);
  checkHeader(type, interactive['header']);
  if (type === 'carousel' && interactive['footer'] !== undefined)
    throw invalid("Param interactive['footer'] is not allowed.");
  if (!isObject(action)) throw missing("interactive['action']");
  checkNamedAction(type, action);
  ACTIONS[type]?.(action);
}

function checkHeader(type: string, header: unknown): void {
  if (header === undefined || header === null) return;
  const allowed = HEADERS[type];
  if (!allowed) throw invalid("Param interactive['header'] is not allowed.");
  if (!isObject(header)) throw invalid("Param interactive['header'] must be a JSON object.");
  const kind = String(header['type']);
  if (!allowed.includes(kind)) {
    throw invalidValue(`Param interactive['header']['type'] must be one of {${allowed.join(', ').toUpperCase()}}.`);
  }
  if (kind !== 'text') checkMedia(kind, header[kind], `interactive['header']['${kind}']`);
  else if (!isText(header['text'])) throw missing("interactive['header']['text']");
}

function checkButtons(action: JsonObject): void {
  const name = "interactive['action']['buttons']";
  const replies = readList(action['buttons'], name, [1, 3]).map((button) => button['reply']);
  for (const reply of replies) {
    if (!isObject(reply)) throw missing(`${name}['reply']`);
    checkEntry(reply, name, { id: 256, title: 20 });
  }
  assertDifferent(replies as JsonObject[], 'id', name);
  assertDifferent(replies as JsonObject[], 'title', name);
}

function checkSections(action: JsonObject): void {
  const name = "interactive['action']['sections']";
  const sections = readList(action['sections'], name, [1, 10]);
  const rows = sections.flatMap((section) => readList(section['rows'], `${name}['rows']`, [1, ROWS_IN_TOTAL]));
  if (rows.length > ROWS_IN_TOTAL) throw invalid(`Param ${name} must have at most ${ROWS_IN_TOTAL} rows in total.`);
  for (const row of rows) checkEntry(row, `${name}['rows']`, { id: 200, title: 24 });
  for (const { description } of rows)
    if (typeof description === 'string') assertLength(description, 72, `${name}['rows']['description']`);
  for (const { title } of sections) if (isText(title)) assertLength(title, 24, `${name}['title']`);
  if (sections.length > 1) for (const section of sections) checkEntry(section, name, { title: 24 });
  assertDifferent(rows, 'id', `${name}['rows']`);
}

function checkEntry(entry: JsonObject, name: string, limits: Readonly<Record<string, number>>): void {
  for (const [field, max] of Object.entries(limits)) {
    const value = entry[field];
    if (typeof value !== 'string' || value === '') throw missing(`${name}['${field}']`);
    assertLength(value, max, `${name}['${field}']`);
  }
}

function assertDifferent(entries: readonly JsonObject[], field: string, name: string): void {
  const values = new Set(entries.map((entry) => entry[field]));
  if (values.size < entries.length) throw invalid(`Param ${name}['${field}'] must be unique.`);
}
