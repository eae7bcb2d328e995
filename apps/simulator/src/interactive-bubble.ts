import type { Bubble, BubbleButton, BubbleCard, BubbleFile, BubbleRow } from './bubble.js';
import { flowAnswer, listOf, textOf, toFile } from './bubble-parts.js';
import { isObject, isText, type JsonObject } from './json.js';

/** A message that asks for something. What a tap answers is said in the words of `POST /_sim/inbound`. */
export function interactiveBubble(content: JsonObject): Omit<Bubble, 'type'> {
  const action = part(content, 'action');
  const header = part(content, 'header');
  const file = fileOf(header);
  const title = textOf(header['text']);
  const footer = textOf(part(content, 'footer')['text']);
  return {
    ...(title !== '' && { header: title }),
    ...(file && { file }),
    body: textOf(part(content, 'body')['text']),
    ...(footer !== '' && { footer }),
    buttons: BUTTONS[String(content['type'])]?.(action) ?? [],
    ...(content['type'] === 'list' && { sections: listOf(action['sections']).map(toSection) }),
    ...(content['type'] === 'carousel' && { cards: listOf(action['cards']).map(toCard) }),
  };
}

const BUTTONS: Readonly<Record<string, (action: JsonObject) => BubbleButton[]>> = {
  button: (action) => listOf(action['buttons']).map((button) => replyButton(part(button, 'reply'))),
  list: (action) => [{ kind: 'list', text: textOf(action['button']) }],
  cta_url: (action) => [linkButton(action)],
  flow: ({ parameters }) => {
    const { flow_cta: label, flow_token: token, flow_action_payload: payload } = isObject(parameters) ? parameters : {};
    const data = isObject(payload) && isObject(payload['data']) ? payload['data'] : {};
    return [{ kind: 'flow', text: textOf(label), answer: flowAnswer('flow', { flow_token: textOf(token), ...data }) }];
  },
  location_request_message: () => [{ kind: 'location', text: 'Send location' }],
  request_contact_info: () => [{ kind: 'reply', text: 'Share phone number', answer: { kind: 'own_number' } }],
  address_message: ({ parameters }) => {
    const values = isObject(parameters) && isObject(parameters['values']) ? parameters['values'] : {};
    return [{ kind: 'address', text: 'Provide address', answer: flowAnswer('address_message', { values }) }];
  },
  call_permission_request: () => [
    { kind: 'reply', text: 'Allow', answer: { kind: 'call_permission', call_permission: { response: 'accept' } } },
    { kind: 'reply', text: 'Not now', answer: { kind: 'call_permission', call_permission: { response: 'reject' } } },
  ],
  voice_call: ({ parameters }) => [{ kind: 'other', text: textOf(isObject(parameters) && parameters['display_text']) }],
  product: () => [{ kind: 'other', text: 'View' }],
  product_list: () => [{ kind: 'other', text: 'View items' }],
  catalog_message: () => [{ kind: 'other', text: 'View catalog' }],
};

function replyButton(reply: JsonObject): BubbleButton {
  const [id, title] = [textOf(reply['id']), textOf(reply['title'])];
  return { kind: 'reply', text: title, answer: { kind: 'button_reply', button_reply: { id, title } } };
}

function linkButton(action: JsonObject): BubbleButton {
  const { display_text: label, url } = part(action, 'parameters');
  return { kind: 'link', text: textOf(label), url: textOf(url) };
}

function toSection({ title, rows }: JsonObject) {
  return { ...(isText(title) && { title }), rows: listOf(rows).map(toRow) };
}

function toRow(row: JsonObject): BubbleRow {
  const [id, title, description] = [textOf(row['id']), textOf(row['title']), textOf(row['description'])];
  const list_reply = { id, title, ...(description !== '' && { description }) };
  return { title, ...(description !== '' && { description }), answer: { kind: 'list_reply', list_reply } };
}

function toCard(card: JsonObject): BubbleCard {
  const action = part(card, 'action');
  const file = fileOf(part(card, 'header'));
  const replies = listOf(action['buttons']).map((button) => replyButton(part(button, 'quick_reply')));
  return {
    ...(file && { file }),
    body: textOf(part(card, 'body')['text']),
    buttons: replies.length > 0 ? replies : [linkButton(action)],
  };
}

const FILES = ['image', 'video', 'document'] as const;

function fileOf(header: JsonObject): BubbleFile | null {
  const kind = FILES.find((one) => header['type'] === one);
  return kind ? toFile(kind, part(header, kind)) : null;
}

function part(content: JsonObject, field: string): JsonObject {
  const value = content[field];
  return isObject(value) ? value : {};
}
