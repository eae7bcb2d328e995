import { assertLength, readList } from './field-checks.js';
import { invalid, invalidValue, missing } from './graph-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import { checkMedia } from './media-rules.js';

const ACTION = "interactive['action']";

/** What an action is called, for the kinds whose actions have a name. */
const NAMES: Readonly<Record<string, string>> = {
  cta_url: 'cta_url',
  flow: 'flow',
  location_request_message: 'send_location',
  request_contact_info: 'request_contact_info',
  address_message: 'address_message',
  call_permission_request: 'call_permission_request',
  voice_call: 'voice_call',
};

const MORE: Readonly<Record<string, (parameters: JsonObject) => void>> = {
  cta_url: checkLink,
  flow: checkFlow,
  address_message: checkAddress,
};

/** An action with a name and, for some, parameters. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages */
export function checkNamedAction(type: string, action: JsonObject): void {
  const name = NAMES[type];
  if (name === undefined) return;
  if (action['name'] !== name) throw invalidValue(`Param ${ACTION}['name'] must be "${name}".`);
  const check = MORE[type];
  if (!check) return;
  if (!isObject(action['parameters'])) throw missing(`${ACTION}['parameters']`);
  check(action['parameters']);
}

function checkLink({ display_text: label, url }: JsonObject): void {
  const name = `${ACTION}['parameters']`;
  if (!isText(label)) throw missing(`${name}['display_text']`);
  assertLength(label, 20, `${name}['display_text']`);
  if (!isText(url)) throw missing(`${name}['url']`);
  assertLength(url, 2_000, `${name}['url']`);
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw invalidValue(`Param ${name}['url'] is not a valid URL.`);
}

function checkFlow(parameters: JsonObject): void {
  const name = `${ACTION}['parameters']`;
  if (parameters['flow_message_version'] !== '3')
    throw invalidValue(`Param ${name}['flow_message_version'] must be "3".`);
  const {
    flow_id: id,
    flow_name: flowName,
    flow_action: action = 'navigate',
    flow_action_payload: payload,
  } = parameters;
  if (isText(id) === isText(flowName)) throw invalid(`Param ${name} must have one of flow_id and flow_name.`);
  if (!isText(parameters['flow_cta'])) throw missing(`${name}['flow_cta']`);
  if (action !== 'navigate' && action !== 'data_exchange')
    throw invalidValue(`Param ${name}['flow_action'] is not valid.`);
  if (payload === undefined) return;
  if (!isObject(payload)) throw invalid(`Param ${name}['flow_action_payload'] must be a JSON object.`);
  if (action === 'navigate' && !isText(payload['screen'])) throw missing(`${name}['flow_action_payload']['screen']`);
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages */
function checkAddress({ country }: JsonObject): void {
  if (country !== 'IN') throw invalidValue(`Param ${ACTION}['parameters']['country'] is not supported.`);
}

const CARDS = `${ACTION}['cards']`;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages */
export function checkCards(action: JsonObject): void {
  const cards = readList(action['cards'], CARDS, [2, 10]);
  const forms = cards.map((card, index) => checkCard(card, index));
  if (new Set(forms).size > 1) throw invalid(`Param ${CARDS} must all have the same header type and buttons.`);
}

/** @returns the form that all cards must share */
function checkCard(card: JsonObject, index: number): string {
  const name = `${CARDS}[${index}]`;
  if (Number(card['card_index']) !== index) throw invalidValue(`Param ${name}['card_index'] must be ${index}.`);
  const header = isObject(card['header']) ? card['header'] : {};
  const kind = String(header['type']);
  if (kind !== 'image' && kind !== 'video')
    throw invalidValue(`Param ${name}['header']['type'] must be image or video.`);
  checkMedia(kind, header[kind], `${name}['header']['${kind}']`);
  checkCardBody(card['body'], name);
  return `${kind}/${checkCardAction(card['action'], name)}`;
}

function checkCardBody(body: unknown, name: string): void {
  if (body === undefined) return;
  const text = isObject(body) ? body['text'] : undefined;
  if (typeof text !== 'string') throw missing(`${name}['body']['text']`);
  assertLength(text, 160, `${name}['body']['text']`);
  if ((text.match(/\r\n|\r|\n/g)?.length ?? 0) > 2)
    throw invalid(`Param ${name}['body']['text'] must have at most 2 line breaks.`);
}

function checkCardAction(action: unknown, name: string): string {
  if (!isObject(action)) throw missing(`${name}['action']`);
  if (action['buttons'] === undefined) {
    if (!isObject(action['parameters'])) throw missing(`${name}['action']['parameters']`);
    checkLink(action['parameters']);
    return 'cta_url';
  }
  const buttons = readList(action['buttons'], `${name}['action']['buttons']`, [1, 3]);
  for (const button of buttons) checkQuickReply(button, name);
  return `quick_reply/${buttons.length}`;
}

function checkQuickReply(button: JsonObject, name: string): void {
  const reply = button['quick_reply'];
  if (!isObject(reply) || !isText(reply['id']) || !isText(reply['title']))
    throw missing(`${name}['action']['buttons']['quick_reply']`);
  assertLength(reply['id'], 256, `${name}['action']['buttons']['quick_reply']['id']`);
  assertLength(reply['title'], 20, `${name}['action']['buttons']['quick_reply']['title']`);
}
