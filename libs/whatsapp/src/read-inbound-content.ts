import type {
  InboundAdvert,
  InboundCard,
  InboundContent,
  InboundMediaKind,
  InboundSurroundings,
} from './inbound-content.js';
import { INBOUND_MEDIA_KINDS } from './inbound-content.js';
import {
  asObject,
  flagIn,
  idIn,
  isText,
  type JsonObject,
  numberIn,
  objectsIn,
  present,
  textIn,
  timeIn,
} from './json-shape.js';
import type { InboundMessage } from './webhook-types.js';

type Reader = (message: JsonObject) => InboundContent | undefined;

/**
 * How each kind of message is read. A reader that does not find what its kind needs answers nothing, and the message is shown
 * as unknown: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
const READERS: Readonly<Record<string, Reader>> = {
  text: readText,
  ...Object.fromEntries(INBOUND_MEDIA_KINDS.map((kind) => [kind, readMedia(kind)])),
  location: readLocation,
  contacts: readCards,
  reaction: readReaction,
  button: readButton,
  interactive: readInteractive,
  order: readOrder,
  system: readSystem,
  edit: readEdit,
  revoke: () => ({ type: 'revoke' }),
  request_welcome: () => ({ type: 'request_welcome' }),
  call: readCall,
  unsupported: readUnsupported,
};

const LONGEST_KIND = 40;

/** What the message says. Never throws; the raw message is kept beside it. */
export function readInboundContent(message: InboundMessage): InboundContent {
  const raw = message as unknown as JsonObject;
  const kind = textIn(raw, 'type') ?? '';
  const reader = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
  const read = reader?.(raw);
  if (read) return read;
  // Meta names no kind that it cannot show and says so in `errors`.
  return objectsIn(raw['errors']).length > 0 ? readUnsupported(raw) : { type: 'unknown', name: nameOf(kind) };
}

/** Forwarded, about a product, from an advertisement, in a group. */
export function readSurroundings(message: InboundMessage): InboundSurroundings {
  const raw = message as unknown as JsonObject;
  const context = asObject(raw['context']);
  const product = asObject(context['referred_product']);
  const hasProduct = idIn(product, 'product_retailer_id') !== undefined;
  return present({
    isForwarded: flagIn(context, 'forwarded') || undefined,
    isForwardedOften: flagIn(context, 'frequently_forwarded') || undefined,
    product: hasProduct
      ? present({ catalogId: idIn(product, 'catalog_id'), productId: idIn(product, 'product_retailer_id') })
      : undefined,
    referral: readAdvert(raw['referral']),
    groupId: textIn(raw, 'group_id'),
  }) as InboundSurroundings;
}

/** Meta's id of the message that this one answers, reacts to, changes or takes back. */
export function referencedMessage(message: InboundMessage): string | undefined {
  const raw = message as unknown as JsonObject;
  return (
    textIn(asObject(raw['reaction']), 'message_id') ??
    textIn(asObject(raw['edit']), 'original_message_id') ??
    textIn(asObject(raw['revoke']), 'original_message_id') ??
    textIn(asObject(raw['context']), 'id')
  );
}

/** What the citizen said in words: written, tapped, chosen or corrected. What stands below a picture is about the picture. */
export function spokenText(content: InboundContent): string | undefined {
  switch (content.type) {
    case 'text':
      return content.text.body;
    case 'button':
      return content.button.text;
    case 'button_reply':
    case 'list_reply':
      return content.choice.title;
    case 'edit':
      return content.edit.text;
    default:
      return undefined;
  }
}

function nameOf(kind: string): string {
  return kind === '' ? 'unknown' : kind.slice(0, LONGEST_KIND);
}

function readText(message: JsonObject): InboundContent | undefined {
  const body = asObject(message['text'])['body'];
  return typeof body === 'string' ? { type: 'text', text: { body } } : undefined;
}

function readMedia(kind: InboundMediaKind): Reader {
  return (message) => {
    const media = asObject(message[kind]);
    const providerMediaId = idIn(media, 'id');
    if (providerMediaId === undefined) return undefined;
    return {
      type: kind,
      media: present({
        providerMediaId,
        mimeType: textIn(media, 'mime_type'),
        sha256: textIn(media, 'sha256'),
        caption: textIn(media, 'caption'),
        fileName: textIn(media, 'filename'),
        isVoice: kind === 'audio' ? flagIn(media, 'voice') : undefined,
        isAnimated: kind === 'sticker' ? flagIn(media, 'animated') : undefined,
      }),
    } as InboundContent;
  };
}

function readLocation(message: JsonObject): InboundContent | undefined {
  const location = asObject(message['location']);
  const [latitude, longitude] = [
    Number(location['latitude'] ?? Number.NaN),
    Number(location['longitude'] ?? Number.NaN),
  ];
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  const words = { name: textIn(location, 'name'), address: textIn(location, 'address'), url: textIn(location, 'url') };
  return { type: 'location', location: { latitude, longitude, ...present(words) } };
}

function readCards(message: JsonObject): InboundContent | undefined {
  const contacts = objectsIn(message['contacts']).map(readCard);
  if (contacts.length === 0) return undefined;
  return { type: 'contacts', isOwnNumber: isOwnNumber(message), contacts };
}

/** The citizen answered a request for their own number, so it is theirs and not somebody's whose card they pass on. */
export function isOwnNumber(message: JsonObject): boolean {
  return message['origin'] === 'contact_request';
}

function readCard(card: JsonObject): InboundCard {
  const name = asObject(card['name']);
  const texts = (list: string, key: string) => objectsIn(card[list]).flatMap((one) => textIn(one, key) ?? []);
  return {
    phones: texts('phones', 'phone'),
    emails: texts('emails', 'email'),
    ...present({
      name: textIn(name, 'formatted_name') ?? textIn(name, 'first_name'),
      company: textIn(asObject(card['org']), 'company'),
    }),
  };
}

/** A reaction without an emoji takes the earlier one back. */
function readReaction(message: JsonObject): InboundContent | undefined {
  const reaction = asObject(message['reaction']);
  return isText(reaction['message_id']) ? { type: 'reaction', emoji: textIn(reaction, 'emoji') ?? null } : undefined;
}

function readButton(message: JsonObject): InboundContent | undefined {
  const button = asObject(message['button']);
  const payload = textIn(button, 'payload');
  const text = textIn(button, 'text') ?? payload;
  return text === undefined ? undefined : { type: 'button', button: { text, ...present({ payload }) } };
}

function readInteractive(message: JsonObject): InboundContent | undefined {
  const interactive = asObject(message['interactive']);
  const kind = textIn(interactive, 'type');
  if (kind === 'button_reply' || kind === 'list_reply') return readChoice(kind, asObject(interactive[kind]));
  if (kind === 'nfm_reply') return readFlowReply(asObject(interactive['nfm_reply']));
  if (kind === 'call_permission_reply') return readCallPermission(asObject(interactive['call_permission_reply']));
  return undefined;
}

function readChoice(type: 'button_reply' | 'list_reply', choice: JsonObject): InboundContent | undefined {
  const [id, title] = [idIn(choice, 'id'), textIn(choice, 'title')];
  if (id === undefined || title === undefined) return undefined;
  return { type, choice: { id, title, ...present({ description: textIn(choice, 'description') }) } };
}

/** `response_json` is JSON within JSON; the values are what the citizen filled in. */
function readFlowReply(reply: JsonObject): InboundContent {
  const flow = { name: textIn(reply, 'name') ?? 'flow', values: valuesIn(reply['response_json']) };
  return { type: 'flow_reply', flow: { ...flow, ...present({ body: textIn(reply, 'body') }) } };
}

function valuesIn(text: unknown): JsonObject | null {
  if (typeof text !== 'string') return null;
  try {
    const values: unknown = JSON.parse(text);
    return typeof values === 'object' && values !== null && !Array.isArray(values) ? (values as JsonObject) : null;
  } catch {
    return null;
  }
}

function readCallPermission(reply: JsonObject): InboundContent | undefined {
  const response = textIn(reply, 'response');
  if (response === undefined) return undefined;
  const expiresAt = timeIn(reply, 'expiration_timestamp')?.toISOString();
  const permission = { response, isPermanent: flagIn(reply, 'is_permanent'), ...present({ expiresAt }) };
  return { type: 'call_permission', permission };
}

function readOrder(message: JsonObject): InboundContent | undefined {
  const order = asObject(message['order']);
  const items = objectsIn(order['product_items']).flatMap((item) => {
    const productId = idIn(item, 'product_retailer_id');
    if (productId === undefined) return [];
    const facts = {
      quantity: numberIn(item, 'quantity'),
      price: numberIn(item, 'item_price'),
      currency: textIn(item, 'currency'),
    };
    return [{ productId, ...present(facts) }];
  });
  if (items.length === 0) return undefined;
  const words = present({ catalogId: idIn(order, 'catalog_id'), text: textIn(order, 'text') });
  return { type: 'order', order: { ...words, items } };
}

function readSystem(message: JsonObject): InboundContent | undefined {
  const system = asObject(message['system']);
  const change = textIn(system, 'type');
  return change === undefined
    ? undefined
    : { type: 'system', system: { change, ...present({ body: textIn(system, 'body') }) } };
}

function readEdit(message: JsonObject): InboundContent {
  const changed = asObject(asObject(message['edit'])['message']);
  const kind = textIn(changed, 'type');
  const part = kind === undefined ? {} : asObject(changed[kind]);
  return { type: 'edit', edit: present({ kind, text: textIn(part, 'body') ?? textIn(part, 'caption') }) };
}

function readCall(message: JsonObject): InboundContent {
  const call = asObject(message['call']);
  return {
    type: 'call',
    call: { event: textIn(call, 'event') ?? 'connect', ...present({ direction: textIn(call, 'direction') }) },
  };
}

function readUnsupported(message: JsonObject): InboundContent {
  const [error = {}] = objectsIn(message['errors']);
  const of = textIn(asObject(message['unsupported']), 'type') ?? laterKind(message);
  const reason = textIn(asObject(error['error_data']), 'details') ?? textIn(error, 'title');
  return { type: 'unsupported', unsupported: present({ of, code: numberIn(error, 'code'), reason }) };
}

function laterKind(message: JsonObject): string | undefined {
  const kind = textIn(message, 'type');
  return kind === 'unsupported' ? undefined : kind?.slice(0, LONGEST_KIND);
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages (referral) */
function readAdvert(value: unknown): InboundAdvert | undefined {
  const referral = asObject(value);
  const advert: InboundAdvert = present({
    kind: textIn(referral, 'source_type'),
    id: idIn(referral, 'source_id'),
    url: textIn(referral, 'source_url'),
    headline: textIn(referral, 'headline'),
    body: textIn(referral, 'body'),
    clickId: textIn(referral, 'ctwa_clid'),
    welcomeText: textIn(asObject(referral['welcome_message']), 'text'),
  });
  return Object.keys(advert).length > 0 ? advert : undefined;
}
