import type { InboundMessage } from '#libs/whatsapp';
import { ControlError } from './control-error.js';
import { isObject, isText, type JsonObject } from './json.js';

/** What a kind of message needs besides its own parts. */
export interface InboundSources {
  /** A file of that citizen, as webhooks name it. */
  readonly plant: (file: JsonObject) => JsonObject;
  /** Whether a message with that id is in the chat. */
  readonly isKnown: (wamid: string) => boolean;
}

/** Type and node of an inbound message, and how the phone draws it. */
export interface InboundNode {
  readonly parts: Partial<InboundMessage>;
  readonly drawn: string;
}

type Maker = (node: JsonObject, sources: InboundSources) => InboundNode;

/** Meta's limits for what people send. */
const TEXT_CHARACTERS = 4_096;
const TITLE_CHARACTERS = 24;

/** A picture of one point, a breath of silence and the like stand for what a citizen would really send. */
const SAMPLE_TYPES: Readonly<Record<string, string>> = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/ogg; codecs=opus',
  document: 'application/pdf',
  sticker: 'image/webp',
};

/** `errors[]` of what the Cloud API cannot show. */
const NOT_SHOWN = {
  code: 131051,
  title: 'Message type unknown',
  message: 'Message type unknown',
  error_data: { details: 'Message type is currently not supported.' },
};

const MAKERS: Readonly<Record<string, Maker>> = {
  text: (node) => {
    const body = text(node, 'body', TEXT_CHARACTERS);
    return { parts: { type: 'text', text: { body } }, drawn: body };
  },
  ...Object.fromEntries(Object.keys(SAMPLE_TYPES).map((kind) => [kind, media(kind)])),
  location: (node) => {
    const [latitude, longitude] = [number(node, 'latitude', 90), number(node, 'longitude', 180)];
    const location = { latitude, longitude, ...some(node, ['name', 'address', 'url']) };
    return { parts: { type: 'location', location }, drawn: `📍 ${latitude}, ${longitude}` };
  },
  contacts: (node) => {
    const cards = Array.isArray(node['cards']) ? node['cards'].filter(isObject) : [];
    if (cards.length === 0) throw refused('cards is a list of contact cards.', 'contacts.cards');
    return { parts: { type: 'contacts', contacts: cards }, drawn: `${cards.length} contact card` };
  },
  own_number: (node) => {
    const phone = text(node, 'phone', 20);
    const vcard = `BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nTEL;type=CELL;waid=${phone.replace('+', '')}:${phone}\nEND:VCARD`;
    const parts = { type: 'contacts', origin: 'contact_request', contacts: [{ vcard, phones: [{ phone }] }] };
    return { parts, drawn: `My number: ${phone}` };
  },
  reaction: (node, { isKnown }) => {
    const message_id = known(node, 'message_id', isKnown);
    const emoji = isText(node['emoji']) ? node['emoji'] : undefined;
    return {
      parts: { type: 'reaction', reaction: { message_id, ...(emoji !== undefined && { emoji }) } },
      drawn: emoji ?? 'took a reaction back',
    };
  },
  button: (node) => {
    const button = { payload: text(node, 'payload', 128), text: text(node, 'text', TITLE_CHARACTERS + 1) };
    return { parts: { type: 'button', button }, drawn: button.text };
  },
  button_reply: (node) => {
    const button_reply = { id: text(node, 'id', 256), title: text(node, 'title', 20) };
    return {
      parts: { type: 'interactive', interactive: { type: 'button_reply', button_reply } },
      drawn: button_reply.title,
    };
  },
  list_reply: (node) => {
    const list_reply = {
      id: text(node, 'id', 200),
      title: text(node, 'title', TITLE_CHARACTERS),
      ...some(node, ['description']),
    };
    return { parts: { type: 'interactive', interactive: { type: 'list_reply', list_reply } }, drawn: list_reply.title };
  },
  flow_reply: (node) => {
    const values = isObject(node['values']) ? node['values'] : {};
    const name = isText(node['name']) ? node['name'] : 'flow';
    const nfm_reply = { name, body: 'Sent', response_json: JSON.stringify(values) };
    return { parts: { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply } }, drawn: 'Filled in a form' };
  },
  call_permission: (node) => {
    const call_permission_reply = {
      response: node['response'] === 'reject' ? 'reject' : 'accept',
      is_permanent: node['is_permanent'] === true,
      response_source: 'user_action',
    };
    const interactive = { type: 'call_permission_reply', call_permission_reply };
    return { parts: { type: 'interactive', interactive }, drawn: `Calls: ${call_permission_reply.response}` };
  },
  order: (node) => {
    const product_items = (Array.isArray(node['product_items']) ? node['product_items'].filter(isObject) : []) as never;
    const order = {
      catalog_id: text(node, 'catalog_id', 40),
      text: isText(node['text']) ? node['text'] : '',
      product_items,
    };
    return { parts: { type: 'order', order }, drawn: 'An order' };
  },
  edit: (node, { isKnown }) => {
    const original_message_id = known(node, 'original_message_id', isKnown);
    const body = text(node, 'body', TEXT_CHARACTERS);
    const message = { type: 'text', text: { body } };
    return { parts: { type: 'edit', edit: { original_message_id, message } }, drawn: `✎ ${body}` };
  },
  revoke: (node, { isKnown }) => {
    const original_message_id = known(node, 'original_message_id', isKnown);
    return { parts: { type: 'revoke', revoke: { original_message_id } }, drawn: 'deleted a message' };
  },
  request_welcome: () => ({ parts: { type: 'request_welcome' }, drawn: 'opened the chat' }),
  unsupported: (node) => {
    const of = isText(node['of']) ? node['of'] : 'poll_creation';
    return { parts: { type: 'unsupported', unsupported: { type: of }, errors: [NOT_SHOWN] }, drawn: `[${of}]` };
  },
};

export const INBOUND_KINDS = Object.keys(MAKERS);

/** `{ kind, <kind>: { … } }`; what the kind holds is named as Meta names it. */
export function readInboundNode(input: JsonObject, sources: InboundSources): InboundNode {
  const kind = input['kind'];
  const maker = isText(kind) && Object.hasOwn(MAKERS, kind) ? MAKERS[kind] : undefined;
  if (!isText(kind)) throw refused(`kind is one of ${INBOUND_KINDS.join(', ')}.`, 'kind');
  const node = isObject(input[kind]) ? input[kind] : {};
  if (maker) return within(kind, () => maker(node, sources));
  // A kind that Meta will bring one day: it is sent as it is given.
  return { parts: { type: kind, [kind]: node } as Partial<InboundMessage>, drawn: `[${kind}]` };
}

/** `{ forwarded?, frequentlyForwarded?, product?, referral?, groupId? }` around any kind. */
export function readSurroundings(input: JsonObject, context: JsonObject | null): Partial<InboundMessage> {
  const all = {
    ...context,
    ...(input['forwarded'] === true && { forwarded: true }),
    ...(input['frequentlyForwarded'] === true && { forwarded: true, frequently_forwarded: true }),
    ...(isObject(input['product']) && { referred_product: input['product'] }),
  };
  return {
    ...(Object.keys(all).length > 0 && { context: all }),
    ...(isObject(input['referral']) && { referral: input['referral'] }),
    ...(isText(input['groupId']) && { group_id: input['groupId'] }),
  } as Partial<InboundMessage>;
}

/** A file is made for the citizen unless the body names one that `POST /_sim/media` made: `{ id, mime_type, sha256 }`. */
function media(kind: string): Maker {
  return (node, { plant }) => {
    const mimeType = isText(node['mime_type']) ? node['mime_type'] : SAMPLE_TYPES[kind];
    const named = isText(node['id']) && isText(node['sha256']);
    const file = named
      ? { id: node['id'], mime_type: mimeType, sha256: node['sha256'] }
      : plant({
          mimeType,
          base64: node['base64'] ?? Buffer.from(`a ${kind}`).toString('base64'),
          fileName: node['filename'],
        });
    const words = some(node, ['caption', 'filename']);
    const flags = {
      ...(kind === 'audio' && { voice: node['voice'] !== false }),
      ...(kind === 'sticker' && { animated: node['animated'] === true }),
    };
    const content = { ...words, ...file, ...flags };
    return {
      parts: { type: kind, [kind]: content } as Partial<InboundMessage>,
      drawn: words['caption'] ?? `[${kind}]`,
    };
  };
}

function within<T>(kind: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof ControlError && error.field && !error.field.startsWith(kind)) {
      throw new ControlError(error.code, error.message, `${kind}.${error.field}`);
    }
    throw error;
  }
}

function known(node: JsonObject, field: string, isKnown: (wamid: string) => boolean): string {
  const wamid = node[field];
  if (isText(wamid) && isKnown(wamid)) return wamid;
  throw refused(`${field} is the id of a message of this chat.`, field);
}

function text(node: JsonObject, field: string, longest: number): string {
  const value = node[field];
  if (isText(value) && value.trim() !== '' && value.length <= longest) return value;
  throw refused(`${field} has 1 to ${longest} characters.`, field);
}

function number(node: JsonObject, field: string, largest: number): number {
  const value = node[field];
  if (typeof value === 'number' && Math.abs(value) <= largest) return value;
  throw refused(`${field} is a number from -${largest} to ${largest}.`, field);
}

function some(node: JsonObject, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = node[field];
      return isText(value) ? [[field, value] as const] : [];
    }),
  );
}

function refused(message: string, field: string): ControlError {
  return new ControlError('invalid-inbound', message, field);
}
