import type { FieldProblem } from '#libs/kernel';
import { MESSAGE_LIMITS } from '#libs/whatsapp';
import type { CarouselCard, FreeForm, FreeFormByKind, FreeFormKind, Header, MediaSource, Reply } from './free-form.js';
import { mediaOf } from './media-of.js';

/** What Meta does not document, and so may be set. */
export interface OpenLimits {
  readonly filename: number;
  readonly flowLabel: number;
}

/**
 * What is wrong with a content beyond its single fields, which whoever reads the request has checked: what belongs
 * together, what must differ, what counts in total.
 */
export function contentProblems(content: FreeForm, limits: OpenLimits): FieldProblem[] {
  const rule = RULES[content.type] as ((value: unknown, limits: OpenLimits) => FieldProblem[]) | undefined;
  const value = (content as unknown as Record<string, unknown>)[content.type];
  return [
    ...mediaOf(content).flatMap(({ source, field }) => sourceProblems(source, field, limits)),
    ...(rule?.(value, limits) ?? []),
  ];
}

type Rules = { readonly [K in FreeFormKind]?: (value: FreeFormByKind[K], limits: OpenLimits) => FieldProblem[] };

const RULES: Rules = {
  text: ({ body }) => blank(body, 'text.body'),
  location: ({ name, address }) =>
    address !== undefined && name === undefined
      ? [problem('location.name', 'required', 'is needed: WhatsApp shows an address only below a name')]
      : [],
  contacts: (cards) =>
    cards.flatMap(({ name: { formatted: _, ...parts } }, place) => (hasAny(parts) ? [] : [noName(place)])),
  reaction: ({ emoji }) => (isOneEmoji(emoji) ? [] : [problem('reaction.emoji', 'not-allowed', 'must be one emoji')]),
  buttons: ({ header, buttons, body }) => [
    ...headerProblems(header, 'buttons.header'),
    ...blank(body, 'buttons.body'),
    ...repeated(buttons, 'id', 'buttons.buttons'),
    ...repeated(buttons, 'title', 'buttons.buttons'),
  ],
  list: (list) => listProblems(list),
  linkButton: ({ header, body }) => [...headerProblems(header, 'linkButton.header'), ...blank(body, 'linkButton.body')],
  flow: (flow, limits) => flowProblems(flow, limits),
  locationRequest: ({ body }) => blank(body, 'locationRequest.body'),
  contactRequest: ({ body }) => blank(body, 'contactRequest.body'),
  addressRequest: ({ header, body }) => [
    ...headerProblems(header, 'addressRequest.header'),
    ...blank(body, 'addressRequest.body'),
  ],
  carousel: ({ body, cards }) => [...blank(body, 'carousel.body'), ...carouselProblems(cards)],
};

/** A file comes from one place, and nobody knows how long its name may be. */
export function sourceProblems(
  source: MediaSource & { filename?: string },
  field: string,
  limits: OpenLimits,
): FieldProblem[] {
  const { link, mediaId, filename } = source;
  return [
    ...(link === undefined && mediaId === undefined
      ? [problem(`${field}.link`, 'required', 'name a link or a mediaId')]
      : []),
    ...(link !== undefined && mediaId !== undefined
      ? [problem(`${field}.mediaId`, 'ambiguous', 'name only one: link and mediaId are both there')]
      : []),
    ...tooLong(filename, `${field}.filename`, limits.filename),
  ];
}

const HEADERS = ['text', 'image', 'video', 'document'] as const;

function headerProblems(header: Header | undefined, field: string): FieldProblem[] {
  return header ? exactlyOne(header, HEADERS, field) : [];
}

function exactlyOne<T extends object>(value: T, names: readonly (keyof T & string)[], field: string): FieldProblem[] {
  const given = names.filter((name) => value[name] !== undefined);
  if (given.length === 0) return [problem(`${field}.${names[0]}`, 'required', `name one of ${names.join(', ')}`)];
  return given
    .slice(1)
    .map((name) => problem(`${field}.${name}`, 'ambiguous', `name only one: ${given.join(' and ')} are both there`));
}

function listProblems({ body, sections }: FreeFormByKind['list']): FieldProblem[] {
  const rows = sections.flatMap((section, place) =>
    section.rows.map(({ id }, row) => ({ id, field: `list.sections.${place}.rows.${row}.id` })),
  );
  const { rows: limit } = MESSAGE_LIMITS;
  const untitled = sections.flatMap(({ title }, place) => (sections.length > 1 && title === undefined ? [place] : []));
  return [
    ...blank(body, 'list.body'),
    ...(rows.length > limit
      ? [{ ...problem('list.sections', 'too-many', `must have at most ${limit} rows in total`), limit }]
      : []),
    ...untitled.map((place) =>
      problem(`list.sections.${place}.title`, 'required', 'is needed where there is more than one section'),
    ),
    ...rows
      .filter(({ id }, place) => rows.findIndex((row) => row.id === id) < place)
      .map(({ field }) => problem(field, 'not-allowed', 'must differ from the id of every other row')),
  ];
}

function flowProblems(flow: FreeFormByKind['flow'], limits: OpenLimits): FieldProblem[] {
  const { header, body, title, action, screen, data } = flow;
  return [
    ...headerProblems(header, 'flow.header'),
    ...blank(body, 'flow.body'),
    ...exactlyOne(flow, ['flowId', 'flowName'], 'flow'),
    ...tooLong(title, 'flow.title', limits.flowLabel),
    ...(EMOJI.test(title) ? [problem('flow.title', 'not-allowed', 'must have no emoji')] : []),
    ...(action === 'data_exchange' && (screen !== undefined || data !== undefined)
      ? [problem('flow.action', 'not-allowed', 'asks your endpoint for the screen: leave out screen and data')]
      : []),
    ...(data !== undefined && screen === undefined && action !== 'data_exchange'
      ? [problem('flow.screen', 'required', 'is needed to say which screen the data is for')]
      : []),
  ];
}

function carouselProblems(cards: readonly CarouselCard[]): FieldProblem[] {
  const [first] = cards;
  const ids = cards.flatMap(({ buttons = [] }, card) =>
    buttons.map(({ id }, place) => ({ id, field: `carousel.cards.${card}.buttons.${place}.id` })),
  );
  return [
    ...cards.flatMap((card, place) => cardProblems(card, first ?? card, `carousel.cards.${place}`)),
    ...ids
      .filter(({ id }, place) => ids.findIndex((one) => one.id === id) < place)
      .map(({ field }) => problem(field, 'not-allowed', 'must differ from the id of every other button')),
  ];
}

function cardProblems(card: CarouselCard, first: CarouselCard, field: string): FieldProblem[] {
  const { cardLineBreaks: limit } = MESSAGE_LIMITS;
  const breaks = card.body?.match(/\r\n|\r|\n/g)?.length ?? 0;
  const alone = [
    ...exactlyOne(card.header, ['image', 'video'], `${field}.header`),
    ...exactlyOne(card, ['link', 'buttons'], field),
    ...(breaks > limit
      ? [{ ...problem(`${field}.body`, 'too-many', `must have at most ${limit} line breaks`), limit }]
      : []),
  ];
  if (alone.length > 0) return alone;
  return [
    ...((card.header.image === undefined) === (first.header.image === undefined)
      ? []
      : [problem(`${field}.header`, 'not-allowed', 'must be of the same kind as that of the first card')]),
    ...(card.buttons?.length === first.buttons?.length
      ? []
      : [problem(`${field}.buttons`, 'not-allowed', 'must be of the same kind and number as those of the first card')]),
  ];
}

function repeated(replies: readonly Reply[], key: 'id' | 'title', field: string): FieldProblem[] {
  return replies.flatMap((reply, place) =>
    replies.findIndex((one) => one[key] === reply[key]) < place
      ? [problem(`${field}.${place}.${key}`, 'not-allowed', `must differ from every other ${key}`)]
      : [],
  );
}

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const KEYCAP = /^[0-9#*]\uFE0F?\u20E3$/u;
const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Empty takes the reaction back. */
function isOneEmoji(text: string): boolean {
  if (text === '') return true;
  return [...CHARACTERS.segment(text)].length === 1 && (EMOJI.test(text) || KEYCAP.test(text));
}

function hasAny(parts: object): boolean {
  return Object.values(parts).some((part) => part !== undefined);
}

function noName(place: number): FieldProblem {
  return problem(`contacts.${place}.name.first`, 'required', 'name at least one part of the name besides formatted');
}

/** Meta refuses a text of spaces alone. */
function blank(text: string, field: string): FieldProblem[] {
  return text.trim() === '' ? [problem(field, 'empty', 'must not be empty')] : [];
}

function tooLong(text: string | undefined, field: string, limit: number): FieldProblem[] {
  if (text === undefined || [...text].length <= limit) return [];
  return [{ ...problem(field, 'too-long', `must have at most ${limit} characters`), limit }];
}

function problem(field: string, code: string, message: string): FieldProblem {
  return { field, code, message };
}
