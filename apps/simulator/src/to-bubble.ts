import type { Bubble, BubbleContact } from './bubble.js';
import { listOf, textOf, toFile, toPlace } from './bubble-parts.js';
import type { CompiledTemplate } from './compiled-template.js';
import { interactiveBubble } from './interactive-bubble.js';
import { isObject, isText, type JsonObject } from './json.js';
import { templateBubble } from './template-bubble.js';

type Drawing = Omit<Bubble, 'type' | 'buttons'> & Partial<Pick<Bubble, 'buttons'>>;

/** The bubble of a send that has passed the checks. */
export function toBubble(type: string, body: JsonObject, template: CompiledTemplate | null): Bubble {
  const content = body[type];
  const draw = DRAWINGS[type];
  const drawing = template
    ? templateBubble(template, content as JsonObject)
    : (draw?.(content as JsonObject) ?? { body: `[${type}]` });
  const quoted = isObject(body['context']) ? body['context']['message_id'] : undefined;
  return { type, buttons: [], ...drawing, ...(isText(quoted) && { quotes: quoted }) };
}

const DRAWINGS: Readonly<Record<string, (content: JsonObject) => Drawing>> = {
  text: (content) => ({
    body: textOf(content['body']),
    ...(content['preview_url'] === true && { hasPreview: true as const }),
  }),
  interactive: interactiveBubble,
  reaction: (content) => ({ body: textOf(content['emoji']), reactsTo: textOf(content['message_id']) }),
  location: (content) => ({ body: '', place: toPlace(content) }),
  contacts: (cards) => {
    const contacts = (cards as unknown as JsonObject[]).map(toContact);
    return { body: '', contacts };
  },
  image: (content) => ({ body: textOf(content['caption']), file: toFile('image', content) }),
  video: (content) => ({ body: textOf(content['caption']), file: toFile('video', content) }),
  document: (content) => ({ body: textOf(content['caption']), file: toFile('document', content) }),
  audio: (content) => ({ body: '', file: toFile('audio', content) }),
  sticker: (content) => ({ body: '', file: toFile('sticker', content) }),
};

function toContact(card: JsonObject): BubbleContact {
  const name = isObject(card['name']) ? textOf(card['name']['formatted_name']) : '';
  const texts = (list: unknown, field: string) => listOf(list).map((item) => textOf(item[field]));
  const { phones, emails, urls, org } = card;
  const work = isObject(org) ? [textOf(org['title']), textOf(org['department']), textOf(org['company'])] : [];
  const lines = [...work, ...texts(phones, 'phone'), ...texts(emails, 'email'), ...texts(urls, 'url')];
  return { name, lines: lines.filter((line) => line !== '') };
}
