import { assertLength, checkTexts, readList, type TextRule } from './field-checks.js';
import { invalid, missing } from './graph-error.js';
import { isObject, type JsonObject } from './json.js';

const ROWS_IN_TOTAL = 10;

const body = (max: number): TextRule => ({ path: ['interactive', 'body', 'text'], max });
const FOOTER: TextRule = { path: ['interactive', 'footer', 'text'], max: 60, optional: true };
const HEADER: TextRule = { path: ['interactive', 'header', 'text'], max: 60, optional: true };

/** Limits: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages and its neighbours */
const TEXTS: Readonly<Record<string, readonly TextRule[]>> = {
  button: [body(1_024), FOOTER, HEADER],
  list: [body(4_096), FOOTER, HEADER, { path: ['interactive', 'action', 'button'], max: 20 }],
  cta_url: [
    body(1_024),
    FOOTER,
    HEADER,
    { path: ['interactive', 'action', 'parameters', 'display_text'], max: 20 },
    { path: ['interactive', 'action', 'parameters', 'url'], max: 2_000 },
  ],
  flow: [body(1_024), FOOTER, HEADER, { path: ['interactive', 'action', 'parameters', 'flow_cta'], max: 30 }],
  location_request_message: [body(1_024)],
  request_contact_info: [body(1_024)],
  carousel: [body(1_024)],
  address_message: [body(1_024)],
  call_permission_request: [],
  voice_call: [body(1_024)],
  product: [],
  product_list: [],
  catalog_message: [],
};

const ACTIONS: Readonly<Record<string, (action: JsonObject) => void>> = {
  button: checkButtons,
  list: checkSections,
  carousel: (action) => void readList(action['cards'], "interactive['action']['cards']", [2, 10]),
};

export function checkInteractive(interactive: JsonObject): void {
  const { type, action } = interactive;
  if (typeof type !== 'string') throw missing("interactive['type']");
  const texts = Object.hasOwn(TEXTS, type) ? TEXTS[type] : undefined;
  if (!texts)
    throw invalid(`Param interactive['type'] must be one of {${Object.keys(TEXTS).join(', ').toUpperCase()}}.`);
  checkTexts({ interactive }, texts);
  if (!isObject(action)) throw missing("interactive['action']");
  ACTIONS[type]?.(action);
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
