/** A file of a message: one at an address, or one of the media library. */
interface Source {
  link?: string;
  mediaId?: string;
  caption?: string;
  filename?: string;
  voice?: boolean;
}

interface Header {
  text?: string;
  image?: Source;
  video?: Source;
  document?: Source;
  location?: Place;
}

interface Place {
  latitude: number;
  longitude: number;
  name?: string;
  address?: string;
}

interface Reply {
  title: string;
  description?: string;
}

/** What a message says that asks for something. */
interface Asking {
  header?: Header;
  body?: string;
  footer?: string;
  title?: string;
  url?: string;
  button?: string;
  buttons?: Reply[];
  sections?: { title?: string; rows: Reply[] }[];
  cards?: { header?: Header; body?: string; link?: Reply; buttons?: Reply[] }[];
  flowId?: string;
  flowName?: string;
  country?: string;
}

/** What a department sent, by its type, as it gave it: `{ type: 'buttons', buttons: … }`. */
export interface OutboundContent {
  type: string;
  text?: { body: string };
  reaction?: { emoji: string };
  location?: Place;
  contacts?: {
    name: { formatted: string };
    phones?: { phone: string }[];
    emails?: { email: string }[];
    work?: { company?: string; department?: string; title?: string };
  }[];
  template?: { header?: Header; cards?: { header?: Header }[]; offerExpiresAt?: string };
  [kind: string]: unknown;
}

/** `label` is a word of the language file. */
export interface OutboundLine {
  label: string;
  value: string;
}

/** The parts that are read, in the order in which the citizen sees them. */
export interface OutboundWords {
  header?: string;
  body?: string;
  footer?: string;
  /** What can be chosen or tapped. */
  options: string[];
}

const FILES = ['image', 'video', 'audio', 'document', 'sticker'];
const ASKING = [
  'buttons',
  'list',
  'linkButton',
  'flow',
  'locationRequest',
  'contactRequest',
  'addressRequest',
  'carousel',
];

const line = (label: string, value: string | undefined): OutboundLine[] => (value ? [{ label, value }] : []);

const askingOf = (content: OutboundContent): Asking | undefined =>
  ASKING.includes(content.type) ? (content[content.type] as Asking) : undefined;

const fileOf = (content: OutboundContent): Source | undefined =>
  FILES.includes(content.type) ? (content[content.type] as Source) : undefined;

export function wordsOf(content: OutboundContent): OutboundWords {
  const asking = askingOf(content);
  const body = content.text?.body ?? content.reaction?.emoji ?? fileOf(content)?.caption ?? asking?.body;
  const { header, footer } = asking ?? {};
  return { header: header?.text, body, footer, options: asking ? optionsOf(asking) : [] };
}

function optionsOf({ title, url, button, buttons = [], sections = [], cards = [] }: Asking): string[] {
  return [
    ...(title ? [url ? `${title} (${url})` : title] : []),
    ...(button ? [button] : []),
    ...buttons.map((one) => one.title),
    ...sections.flatMap(({ rows }) => rows.map(optionWords)),
    ...cards.map(({ body, link, buttons: taps = [] }) =>
      [body, link?.title, ...taps.map((one) => one.title)].filter(Boolean).join(' · '),
    ),
  ];
}

const optionWords = ({ title, description }: Reply) => (description ? `${title}: ${description}` : title);

/** Everything of it that is no words: files, places, cards, what a form is. */
export function linesOf(content: OutboundContent): OutboundLine[] {
  const asking = askingOf(content);
  return [
    ...sourceLines(fileOf(content)),
    ...placeLines(content.location),
    ...(content.contacts ?? []).flatMap(({ name, phones = [], emails = [], work }) => [
      ...line('cardName', name.formatted),
      ...line('cardWork', [work?.title, work?.department, work?.company].filter(Boolean).join(', ')),
      ...phones.flatMap(({ phone }) => line('cardPhone', phone)),
      ...emails.flatMap(({ email }) => line('cardMail', email)),
    ]),
    ...headerLines(asking?.header),
    ...line('flow', asking?.flowId ?? asking?.flowName),
    ...line('country', asking?.country),
    ...(asking?.cards ?? []).flatMap(({ header }) => headerLines(header)),
    ...headerLines(content.template?.header),
    ...(content.template?.cards ?? []).flatMap(({ header }) => headerLines(header)),
  ];
}

function headerLines({ image, video, document, location }: Header = {}): OutboundLine[] {
  return [...sourceLines(image ?? video ?? document), ...placeLines(location)];
}

function sourceLines({ link, mediaId, filename }: Source = {}): OutboundLine[] {
  return [...line('file', link), ...line('libraryFile', mediaId), ...line('fileName', filename)];
}

function placeLines(place: Place | undefined): OutboundLine[] {
  if (!place) return [];
  const { latitude, longitude, name, address } = place;
  return [...line('place', name), ...line('address', address), ...line('coordinates', `${latitude}, ${longitude}`)];
}
