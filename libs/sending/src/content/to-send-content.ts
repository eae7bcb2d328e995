import type { Uuid } from '#libs/kernel';
import type {
  ContactCard,
  InteractiveContent,
  InteractiveHeader,
  LinkAction,
  LocationContent,
  MediaRef,
  CarouselCard as MetaCard,
  SendContent,
} from '#libs/whatsapp';
import type {
  Card,
  CarouselCard,
  Flow,
  FreeForm,
  FreeFormByKind,
  FreeFormKind,
  Header,
  Link,
  List,
  MediaSource,
  Place,
} from './free-form.js';

/** What a message names that only Meta's ids can say. */
export interface ProviderNames {
  /** Ids of files that Meta has for this number. */
  readonly media: ReadonlyMap<Uuid, string>;
  /** The message that is answered or reacted to. */
  readonly quoted?: string;
}

/** The content in Meta's form. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages */
export function toSendContent(content: FreeForm, names: ProviderNames): SendContent {
  const write = WRITERS[content.type] as (value: unknown, names: ProviderNames) => SendContent;
  return write((content as unknown as Record<string, unknown>)[content.type], names);
}

const WRITERS: { readonly [K in FreeFormKind]: (value: FreeFormByKind[K], names: ProviderNames) => SendContent } = {
  text: ({ body, previewUrl = false }) => ({ type: 'text', text: { body, preview_url: previewUrl } }),
  image: ({ caption, ...source }, names) => ({
    type: 'image',
    image: { ...refOf(source, names), ...given({ caption }) },
  }),
  video: ({ caption, ...source }, names) => ({
    type: 'video',
    video: { ...refOf(source, names), ...given({ caption }) },
  }),
  audio: ({ voice, ...source }, names) => ({
    type: 'audio',
    audio: { ...refOf(source, names), ...(voice && { voice }) },
  }),
  document: ({ caption, filename, ...source }, names) => ({
    type: 'document',
    document: { ...refOf(source, names), ...given({ caption, filename }) },
  }),
  sticker: (source, names) => ({ type: 'sticker', sticker: refOf(source, names) }),
  location: (place) => ({ type: 'location', location: toLocation(place) }),
  contacts: (cards) => ({ type: 'contacts', contacts: cards.map(toContactCard) }),
  reaction: ({ emoji }, { quoted = '' }) => ({ type: 'reaction', reaction: { message_id: quoted, emoji } }),
  buttons: ({ buttons, ...frame }, names) =>
    interactive({
      type: 'button',
      ...framed(frame, names),
      action: { buttons: buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) },
    }),
  list: (list, names) => interactive({ type: 'list', ...framed(list, names), action: toListAction(list) }),
  linkButton: ({ title, url, ...frame }, names) =>
    interactive({ type: 'cta_url', ...framed(frame, names), action: toLinkAction({ title, url }) }),
  flow: (flow, names) => interactive({ type: 'flow', ...framed(flow, names), action: toFlowAction(flow) }),
  locationRequest: ({ body }) =>
    interactive({ type: 'location_request_message', body: { text: body }, action: { name: 'send_location' } }),
  contactRequest: ({ body }) =>
    interactive({ type: 'request_contact_info', body: { text: body }, action: { name: 'request_contact_info' } }),
  addressRequest: ({ country, values, savedAddresses, errors, ...frame }, names) => {
    const parameters = { country, ...given({ values, saved_addresses: savedAddresses, validation_errors: errors }) };
    const action = { name: 'address_message', parameters } as const;
    return interactive({ type: 'address_message', ...framed(frame, names), action });
  },
  carousel: ({ body, cards }, names) =>
    interactive({
      type: 'carousel',
      body: { text: body },
      action: { cards: cards.map((card, place) => toMetaCard(card, place, names)) },
    }),
};

function interactive(content: InteractiveContent): SendContent {
  return { type: 'interactive', interactive: content };
}

export function refOf({ link, mediaId }: MediaSource, { media }: Pick<ProviderNames, 'media'>): MediaRef {
  if (mediaId === undefined) return { link: link ?? '' };
  const id = media.get(mediaId);
  if (id === undefined) throw new Error('a file of the library is not with the provider');
  return { id };
}

/** Meta reads coordinates as texts. */
export function toLocation({ latitude, longitude, name, address }: Place): LocationContent {
  return { latitude: String(latitude), longitude: String(longitude), ...given({ name, address }) };
}

function toContactCard({ name, work, addresses, phones, ...rest }: Card): ContactCard {
  const { formatted, first, last, middle, prefix, suffix } = name;
  return {
    name: {
      formatted_name: formatted,
      ...given({ first_name: first, last_name: last, middle_name: middle, prefix, suffix }),
    },
    ...given({
      phones: phones?.map(({ waId, ...phone }) => ({ ...phone, ...given({ wa_id: waId }) })),
      addresses: addresses?.map(({ countryCode, ...one }) => ({ ...one, ...given({ country_code: countryCode }) })),
      org: work,
    }),
    ...rest,
  };
}

interface Frame {
  readonly header?: Header;
  readonly body: string;
  readonly footer?: string;
}

function framed({ header, body, footer }: Frame, names: ProviderNames) {
  return {
    ...(header && { header: toHeader(header, names) }),
    body: { text: body },
    ...(footer !== undefined && { footer: { text: footer } }),
  };
}

function toHeader({ text, image, video, document }: Header, names: ProviderNames): InteractiveHeader {
  if (image) return { type: 'image', image: refOf(image, names) };
  if (video) return { type: 'video', video: refOf(video, names) };
  if (!document) return { type: 'text', text: text ?? '' };
  return { type: 'document', document: { ...refOf(document, names), ...given({ filename: document.filename }) } };
}

function toListAction({ button, sections }: List) {
  return {
    button,
    sections: sections.map(({ title, rows }) => ({
      ...given({ title }),
      rows: rows.map(({ id, title: label, description }) => ({ id, title: label, ...given({ description }) })),
    })),
  };
}

function toLinkAction({ title, url }: Link): LinkAction {
  return { name: 'cta_url', parameters: { display_text: title, url } };
}

/** What Meta itself puts in place of a token that is missing. */
export const UNUSED_FLOW_TOKEN = 'unused';

function toFlowAction({ flowId, flowName, title, token, isDraft, action, screen, data }: Flow) {
  const flow_action_payload = screen === undefined && data === undefined ? undefined : given({ screen, data });
  return {
    name: 'flow',
    parameters: {
      flow_message_version: '3',
      ...given({ flow_id: flowId, flow_name: flowName }),
      flow_cta: title,
      flow_token: token ?? UNUSED_FLOW_TOKEN,
      mode: isDraft ? 'draft' : 'published',
      flow_action: action ?? 'navigate',
      ...given({ flow_action_payload }),
    },
  } as const;
}

function toMetaCard({ header, body, link, buttons = [] }: CarouselCard, place: number, names: ProviderNames): MetaCard {
  const parts = { header: toHeader(header, names), ...(body !== undefined && { body: { text: body } }) };
  if (link) return { card_index: place, type: 'cta_url', ...parts, action: toLinkAction(link) };
  const replies = buttons.map(({ id, title }) => ({ type: 'quick_reply', quick_reply: { id, title } }) as const);
  return { card_index: place, type: 'cta_url', ...parts, action: { buttons: replies } };
}

/** Without what is not there: Meta refuses null and reads some empty values as given. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
